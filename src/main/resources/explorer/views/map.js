// The map: where events took place, on an outline of the world that is in the program.

import { address } from '../address.js';
import { D3, library } from '../colours.js';
import { counted, h, replace, svg } from '../dom.js';
import { legend, quadMark } from '../events.js';
import { indent, patterns, timesIfAsked } from '../filters.js';
import { filterForm } from '../form.js';
import { QUADS } from '../ontology.js';
import { showEvents } from '../panel.js';
import { DEM, fetchFrom, full, iri, rows, short, tidy } from '../sparql.js';
import { awaited, nothing } from '../state.js';

const WIDEST = 960;
const NARROWEST = 420;
const MIDDLING = 600;

function mapQuery(filter) {
  return tidy(`
    SELECT ?place ?name ?lat ?long ?quad ?events WHERE {
      { SELECT ?place ?quad (COUNT(DISTINCT ?event) AS ?events) WHERE {
          ?top dem:quadClass ?quad . ?type rdfs:subClassOf* ?top .
${indent([...patterns({ ...filter, place: '' }), '?event dem:location ?place .', ...timesIfAsked(filter)], 10)}
        } GROUP BY ?place ?quad }
      ?place skos:prefLabel ?name .
      OPTIONAL { ?place geo:lat ?lat ; geo:long ?long }
    }
    ORDER BY DESC(?events) ?place ?quad`);
}

/** One entry a place, with its events by quad class. */
function placesOf(found) {
  const places = new Map();
  for (const row of found) {
    const place = places.get(row.place) ?? { iri: row.place, name: row.name, lat: Number(row.lat ?? NaN), long: Number(row.long ?? NaN), quads: {}, events: 0 };
    const quad = row.quad.slice(DEM.length);
    if (!(quad in place.quads)) {
      place.quads[quad] = Number(row.events);
      place.events += Number(row.events);
    }
    places.set(row.place, place);
  }
  return [...places.values()].sort((a, b) => b.events - a.events || a.name.localeCompare(b.name));
}

let world;

/** The countries as rings of longitude and latitude; the file holds shared borders once, as steps on a grid. */
async function countries(signal) {
  world ??= fetchFrom('world/countries-110m.json', { signal })
    .then((r) => r.json())
    .catch((e) => {
      world = undefined;
      throw e;
    });
  const { arcs, transform, objects } = await world;
  const lines = arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  const ring = (indexes) => indexes.flatMap((i, n) => (i < 0 ? lines[~i].toReversed() : lines[i]).slice(n ? 1 : 0));
  return objects.countries.geometries.map((shape) => ({
    type: 'MultiPolygon',
    name: shape.properties.name,
    coordinates: (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((polygon) => polygon.map(ring)),
  }));
}

function radiusOf(events, most) {
  return 3.5 + 15 * Math.sqrt(events / Math.max(most, 12));
}

/** A pie of quad classes; a single one is a full disk. */
function pie(d3, place, radius) {
  const parts = QUADS.filter((quad) => place.quads[quad.id]);
  if (parts.length === 1) {
    return [svg('circle', { r: radius, class: `disk ${parts[0].id}` })];
  }
  const arcs = d3.pie().sort(null).value((quad) => place.quads[quad.id])(parts);
  const arc = d3.arc().innerRadius(0).outerRadius(radius);
  return arcs.map((part) => svg('path', { d: arc(part), class: `disk ${part.data.id}` }));
}

/** Where the towns of the countries lie, for those too small for the outline. */
function townQuery(countries) {
  return tidy(`
    SELECT ?place (AVG(?y) AS ?lat) (AVG(?x) AS ?long) WHERE {
      SELECT DISTINCT ?place ?town ?y ?x WHERE {
        VALUES ?place { ${countries.map((place) => iri(place.iri)).join(' ')} }
        ?place dem:country ?state .
        ?town dem:country ?state ; geo:lat ?y ; geo:long ?x
      }
    } GROUP BY ?place`);
}

/** The middle of a country's mainland: France without Guiana. */
function middle(d3, shape) {
  const parts = shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return d3.geoCentroid(parts.reduce((a, b) => (d3.geoArea(b) > d3.geoArea(a) ? b : a)));
}

/** A country without a point of its own stands in its middle, one that is not drawn among its towns. */
async function onMap(d3, places, shapes, signal) {
  const placed = places.map((place) => {
    const shape = Number.isNaN(place.lat) && shapes.find((each) => each.name === place.name);
    if (!shape) {
      return place;
    }
    const [long, lat] = middle(d3, shape);
    return { ...place, lat, long };
  });
  const missing = placed.filter((place) => Number.isNaN(place.lat) || Number.isNaN(place.long));
  if (missing.length > 0) {
    for (const row of await rows(townQuery(missing), signal)) {
      const place = missing.find((each) => each.iri === row.place);
      if (place && row.lat !== undefined) {
        place.lat = Number(row.lat);
        place.long = Number(row.long);
      }
    }
  }
  return placed.filter((place) => !Number.isNaN(place.lat) && !Number.isNaN(place.long));
}

function draw(page, d3, places, shapes) {
  // In a narrow window fewer units, so that names stay large enough to be read.
  const width = Math.max(NARROWEST, Math.min(WIDEST, page.body.clientWidth || WIDEST));
  const height = width / 2;
  const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], { type: 'Sphere' });
  const path = d3.geoPath(projection);
  const land = svg('g', { class: 'land' }, shapes.map((shape) => svg('path', { d: path(shape) ?? '' })));
  const marks = svg('g', {});
  const layer = svg('g', {}, svg('path', { class: 'sea', d: path({ type: 'Sphere' }) }), svg('path', { class: 'graticule', d: path(d3.geoGraticule10()) }), land, marks);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'map', role: 'group', 'aria-label': 'Map of the events; the list of places says the same' }, layer);
  const most = places[0]?.events ?? 1;
  const drawn = places.map((place) => {
    const [x, y] = projection([place.long, place.lat]);
    const radius = radiusOf(place.events, most) * Math.max(0.6, width / WIDEST);
    const said = `${place.name}: ${counted(place.events, 'event')}`;
    const disk = svg('g', { class: 'place' }, pie(d3, place, radius), svg('circle', { r: radius, class: 'rim' }), svg('title', {}, said));
    marks.append(svg('a', { href: address('map', { ...page.params, at: short(place.iri) }), 'aria-label': said, tabindex: '-1', class: page.params.at === short(place.iri) ? 'chosen' : '' }, disk));
    return { disk, x, y };
  });
  // Names where there is room: the largest first.
  const taken = [];
  const names = [];
  places.forEach((place, i) => {
    const { x, y } = drawn[i];
    const radius = radiusOf(place.events, most) * Math.max(0.6, width / WIDEST);
    const box = [x + radius, y - 7, x + radius + 5 + place.name.length * (width < MIDDLING ? 7.4 : 6), y + 6];
    if (names.length < (width < MIDDLING ? 12 : 24) && box[2] < width && !taken.some((b) => b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1])) {
      taken.push(box);
      names.push({ element: svg('text', { class: 'place-name' }, place.name), x, y, radius });
    }
  });
  marks.append(...names.map((name) => name.element));
  const place = (k) => {
    drawn.forEach(({ disk, x, y }) => disk.setAttribute('transform', `translate(${x},${y}) scale(${1 / Math.sqrt(k) ** 1.4})`));
    names.forEach(({ element, x, y, radius }) => element.setAttribute('transform', `translate(${x},${y}) scale(${1 / Math.sqrt(k) ** 1.4}) translate(${radius + 4},4)`));
    layer.style.setProperty('--thin', String(1 / k));
  };
  place(1);
  const zoom = d3.zoom().scaleExtent([1, 16]).translateExtent([[0, 0], [width, height]]).filter((e) => e.type !== 'wheel' || e.ctrlKey || e.metaKey || document.activeElement === picture).on('zoom', ({ transform }) => {
    layer.setAttribute('transform', transform.toString());
    place(transform.k);
  });
  const view = d3.select(picture).call(zoom);
  const chosen = drawn[places.findIndex((p) => short(p.iri) === page.params.at)];
  if (chosen) {
    view.call(zoom.transform, d3.zoomIdentity.translate(width / 2, height / 2).scale(3).translate(-chosen.x, -chosen.y));
  }
  const tool = (label, title, work) => h('button', { type: 'button', 'aria-label': title, title, onclick: work }, label);
  return h(
    'div',
    { class: 'canvas map-canvas' },
    picture,
    h('div', { class: 'tools' }, tool('+', 'Nearer', () => view.call(zoom.scaleBy, 1.6)), tool('−', 'Farther', () => view.call(zoom.scaleBy, 1 / 1.6)), tool('⤢', 'The whole world', () => view.call(zoom.transform, d3.zoomIdentity))),
  );
}

function placeList(page, places, located) {
  return h(
    'ol',
    { class: 'edges', 'aria-label': 'Places' },
    places.map((place) =>
      h(
        'li',
        {},
        h(
          'a',
          { href: address('map', { ...page.params, at: short(place.iri) }), id: `at-${short(place.iri)}`, 'aria-current': page.params.at === short(place.iri) ? 'true' : undefined },
          quadMark(Object.entries(place.quads).sort((a, b) => b[1] - a[1])[0][0]),
          h('span', { class: 'edge-name' }, place.name),
          located.has(place.iri) ? '' : h('span', { class: 'edge-quad' }, 'not on the map'),
          h('span', { class: 'number' }, String(place.events)),
        ),
      ),
    ),
  );
}

export function show(page) {
  page.retitle('Map of events');
  const results = h('div', { id: 'results' });
  replace(page.body, filterForm(page, { fields: ['actor', 'recipient', 'type', 'factuality', 'from', 'to'] }), results);
  awaited(page, results, async (signal) => {
    const query = mapQuery(page.params);
    page.says(query);
    const [found, shapes] = await Promise.all([rows(query, signal), countries(signal)]);
    const places = placesOf(found);
    if (places.length === 0) {
      return nothing('No event with a place', 'Not every event says where it happened. Leave out a filter.');
    }
    const panel = h('aside', { class: 'panel', 'aria-label': 'Events at a place' });
    if (page.params.at) {
      const at = places.find((place) => short(place.iri) === page.params.at);
      const own = showEvents(page, panel, at?.name ?? page.params.at, page.params, {
        more: [`?event dem:location ${iri(full(page.params.at))} .`],
        close: address('map', { ...page.params, at: '' }),
      });
      page.says(query, own);
    }
    const total = places.reduce((sum, place) => sum + place.events, 0);
    const d3 = await library(...D3);
    const located = await onMap(d3, places, shapes, signal);
    const picture = draw(page, d3, located, shapes);
    return h(
      'div',
      { class: 'split' },
      h('section', { class: 'picture' }, legend('dots'), picture, h('p', { class: 'hint' }, 'Drag to move; the buttons, or the wheel with Ctrl, zoom. Outline: Natural Earth.')),
      h('section', { class: 'side' }, page.params.at ? panel : '', h('h2', {}, `${counted(total, 'event')} in ${counted(places.length, 'place')}`), placeList(page, places, new Set(located.map((place) => place.iri)))),
    );
  });
}
