// The timeline: conflict and cooperation between two actors, one mark an event.

import { address } from '../address.js';
import { D3, library } from '../colours.js';
import { counted, h, replace, svg } from '../dom.js';
import { OPENING, eventAddress, eventList, events, legend, niceDate } from '../events.js';
import { indent, patterns, times } from '../filters.js';
import { filterForm } from '../form.js';
import { labelOf } from '../names.js';
import { eventTypes, typeOf } from '../ontology.js';
import { DEM, full, iri, rows, short, tidy } from '../sparql.js';
import { awaited, nothing } from '../state.js';

const MOST = 500;

/** All that belongs to an actor, found once (GROUP BY) and not anew for each event. */
function partsOf(actor) {
  return `{ SELECT ?part WHERE { ${actor} ^dem:affiliation* ?part } GROUP BY ?part }`;
}

/** What each does to the other, and what both do together. */
function between(one, other) {
  return [
    `{ ${one} ^dem:affiliation*/^dem:actor ?event . ?event dem:recipient ?part . ${partsOf(other)} BIND("forth" AS ?way) }`,
    'UNION',
    `{ ${other} ^dem:affiliation*/^dem:actor ?event . ?event dem:recipient ?part . ${partsOf(one)} BIND("back" AS ?way) }`,
    'UNION',
    `{ ${one} ^dem:affiliation*/^dem:actor ?event . ?event dem:actor ?part . ${partsOf(other)} BIND("both" AS ?way) }`,
  ];
}

function ofOne(one) {
  return [
    `{ ${one} ^dem:affiliation*/^dem:actor ?event . BIND("forth" AS ?way) }`,
    'UNION',
    `{ ${one} ^dem:affiliation*/^dem:recipient ?event . BIND("back" AS ?way) }`,
  ];
}

function timelineQuery(filter) {
  const one = iri(full(filter.actor));
  const pairs = filter.recipient ? between(one, iri(full(filter.recipient))) : ofOne(one);
  const own = patterns({ type: filter.type, factuality: filter.factuality });
  return tidy(`
    SELECT ?event ?type ?factuality ?date ?issued ?article (MIN(?direction) AS ?way)
           (GROUP_CONCAT(DISTINCT ?actorName; SEPARATOR=", ") AS ?actors)
           (GROUP_CONCAT(DISTINCT ?recipientName; SEPARATOR=", ") AS ?recipients)
           (MIN(?words) AS ?quote) (MIN(?headline) AS ?title) (MIN(?name) AS ?publisher) (MIN(?start) AS ?opening)
    WHERE {
      { SELECT ?event ?type ?factuality ?date ?issued ?article ?when (MIN(?way) AS ?direction) WHERE {
${indent([...pairs, ...own, ...times(filter)], 10)}
        } GROUP BY ?event ?type ?factuality ?date ?issued ?article ?when
          ORDER BY DESC(?when) ?event LIMIT ${MOST} }
      OPTIONAL { GRAPH ?article { ?event dem:actor/skos:prefLabel ?a } BIND(STR(?a) AS ?actorName) }
      OPTIONAL { GRAPH ?article { ?event dem:recipient/skos:prefLabel ?r } BIND(STR(?r) AS ?recipientName) }
      OPTIONAL { ?event dem:evidence/nif:anchorOf ?w BIND(STR(?w) AS ?words) }
      OPTIONAL { ?article dcterms:title ?t BIND(STR(?t) AS ?headline) }
      OPTIONAL { ?article dcterms:publisher ?n BIND(STR(?n) AS ?name) }
      OPTIONAL { ?article nif:isString ?x BIND(SUBSTR(STR(?x), 1, ${OPENING}) AS ?start) }
    }
    GROUP BY ?event ?type ?factuality ?date ?issued ?article ?when
    ORDER BY ?when ?event`);
}

/** The pairs of whom most is told, to begin with. */
const PAIRS = tidy(`
  SELECT ?one ?oneName ?other ?otherName ?events WHERE {
    { SELECT ?one ?other (COUNT(DISTINCT ?event) AS ?events) WHERE {
        ?event dem:actor/dem:affiliation* ?one ; dem:recipient/dem:affiliation* ?other .
        ?one a dem:State . ?other a dem:State .
        FILTER(?one != ?other)
      } GROUP BY ?one ?other ORDER BY DESC(?events) ?one ?other LIMIT 12 }
    ?one skos:prefLabel ?oneName . ?other skos:prefLabel ?otherName .
  } ORDER BY DESC(?events) ?one ?other`);

function day(row) {
  const [year, month = '07', date = '15'] = (row.date ?? row.issued ?? '').split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
}

const SHAPES = { forth: 'M-5,-6L7,0L-5,6Z', back: 'M5,-6L-7,0L5,6Z', both: 'M0,-6.5L6.5,0L0,6.5L-6.5,0Z' };

/** Marks of the same day and height stand side by side around their place. */
function placed(found, types, x, y) {
  const stacks = new Map();
  for (const row of found) {
    const type = typeOf(types, row.type);
    const px = Math.round(x(day(row)) / 13);
    const key = `${px}|${type.score}`;
    const stack = stacks.get(key) ?? [];
    stack.push({ row, type, px: x(day(row)), py: y(type.score ?? 0) });
    stacks.set(key, stack);
  }
  return [...stacks.values()].flatMap((stack) =>
    stack.map((mark, i) => {
      const step = Math.min(13, 46 / stack.length);
      return { ...mark, py: mark.py + (i - (stack.length - 1) / 2) * step };
    }),
  );
}

/** The mean score of what happened, by week, month or year as the time is long; broken where nothing is told for long. */
function means(d3, found, types, span) {
  const [floor, days] = span < 400 * 864e5 ? [d3.utcWeek, 7] : span < 2500 * 864e5 ? [d3.utcMonth, 30] : [d3.utcYear, 365];
  const asserted = found.filter((row) => row.factuality === `${DEM}Asserted`);
  const points = d3
    .rollups(asserted, (list) => d3.mean(list, (row) => typeOf(types, row.type).score ?? 0), (row) => Number(floor(day(row))))
    .map(([time, mean]) => [time + (days / 2) * 864e5, mean])
    .sort((a, b) => a[0] - b[0]);
  const runs = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point[0] - run.at(-1)[0] <= 3.5 * days * 864e5) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  }
  return runs.filter((run) => run.length > 1);
}

async function chart(page, found, types, names) {
  const d3 = await library(...D3);
  const width = Math.max(320, Math.min(1180, page.body.clientWidth || 900));
  const height = 380;
  const edge = { top: 26, right: 16, bottom: 30, left: 44 };
  const days = found.map(day);
  const [first, last] = d3.extent(days);
  const pad = Math.max(864e5 * 2, (last - first) * 0.04);
  const x = d3.scaleUtc([new Date(first - pad), new Date(Number(last) + pad)], [edge.left, width - edge.right]);
  const y = d3.scaleLinear([-10.8, 10.8], [height - edge.bottom, edge.top]);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'group', 'aria-label': 'Events in time; above the line cooperation, below it conflict' });
  const root = d3.select(picture);
  picture.append(
    svg('rect', { class: 'zone cooperation', x: edge.left, y: edge.top, width: width - edge.left - edge.right, height: y(0) - edge.top }),
    svg('rect', { class: 'zone conflict', x: edge.left, y: y(0), width: width - edge.left - edge.right, height: height - edge.bottom - y(0) }),
    svg('line', { class: 'zero', x1: edge.left, x2: width - edge.right, y1: y(0), y2: y(0) }),
    svg('text', { x: edge.left + 6, y: edge.top + 14, class: 'zone-name' }, 'cooperation'),
    svg('text', { x: edge.left + 6, y: height - edge.bottom - 8, class: 'zone-name' }, 'conflict'),
  );
  const nice = (date) => (last - first < 864e5 * 120 ? d3.utcFormat('%-d %b')(date) : d3.utcFormat('%b %Y')(date));
  root.append('g').attr('class', 'axis').attr('transform', `translate(0,${height - edge.bottom})`).call(d3.axisBottom(x).ticks(Math.max(3, Math.floor(width / 130))).tickFormat(nice).tickSizeOuter(0));
  root.append('g').attr('class', 'axis').attr('transform', `translate(${edge.left},0)`).call(d3.axisLeft(y).ticks(5).tickFormat((v) => (v > 0 ? `+${v}` : String(v))));
  const line = d3.line((d) => x(d[0]), (d) => y(d[1])).curve(d3.curveMonotoneX);
  for (const run of means(d3, found, types, last - first)) {
    root.append('path').attr('class', 'mean').attr('d', line(run));
  }
  for (const { row, type, px, py } of placed(found, types, x, y)) {
    const fact = row.factuality.slice(DEM.length);
    const who = row.way === 'forth' ? names[0] : row.way === 'back' ? names[1] : 'both';
    const said = `${niceDate(row.date ?? row.issued ?? '')}: ${row.actors || who} – ${type.label}${row.recipients ? ` – ${row.recipients}` : ''}, ${fact.toLowerCase()}`;
    const path = svg('path', { d: SHAPES[row.way] ?? SHAPES.both, transform: `translate(${px.toFixed(1)},${py.toFixed(1)})`, class: `event-mark ${type.quad ?? 'None'} ${fact}` });
    path.append(svg('title', {}, said));
    picture.append(svg('a', { href: eventAddress(row.event, row.article), 'aria-label': said }, path));
  }
  return h('div', { class: 'chart-box' }, picture);
}

function key(names, two) {
  const mark = (shape, extra = '') => svg('svg', { viewBox: '-8 -8 16 16', width: '14', height: '14', 'aria-hidden': 'true' }, svg('path', { d: SHAPES[shape], class: `event-mark plain ${extra}` }));
  return h(
    'ul',
    { class: 'legend', 'aria-label': 'Marks' },
    h('li', {}, mark('forth'), two ? `${names[0]} to ${names[1]}` : `${names[0]} acts`),
    h('li', {}, mark('back'), two ? `${names[1]} to ${names[0]}` : `${names[0]} receives`),
    two ? h('li', {}, mark('both'), 'both together') : '',
    h('li', {}, mark('forth', 'Possible'), 'hollow: planned, possible or denied'),
    h('li', {}, h('span', { class: 'line mean-line' }), 'mean of what happened'),
  );
}

async function suggestions(page, signal) {
  page.says(PAIRS);
  const found = await rows(PAIRS, signal);
  const seen = new Set();
  const pairs = found.filter((row) => {
    const pair = [row.one, row.other].sort().join('|');
    return !seen.has(pair) && seen.add(pair);
  });
  return [
    h('h2', {}, 'Choose two actors'),
    pairs.length
      ? [
          h('p', {}, 'Most is told of these:'),
          h(
            'ul',
            { class: 'choices' },
            pairs.map((row) => h('li', {}, h('a', { href: address('timeline', { actor: short(row.one), recipient: short(row.other) }) }, `${row.oneName} and ${row.otherName}`), h('span', { class: 'number' }, counted(row.events, 'event')))),
          ),
        ]
      : '',
  ];
}

export function show(page) {
  page.retitle('Timeline');
  const results = h('div', { id: 'results' });
  replace(
    page.body,
    filterForm(page, { fields: ['actor', 'recipient', 'type', 'factuality', 'from', 'to'], names: { actor: 'One', recipient: 'The other' } }),
    results,
  );
  awaited(page, results, async (signal) => {
    if (!page.params.actor) {
      return suggestions(page, signal);
    }
    const query = timelineQuery(page.params);
    page.says(query);
    const two = Boolean(page.params.recipient);
    const [found, types, one, other] = await Promise.all([
      events(query, signal),
      eventTypes(signal),
      labelOf(full(page.params.actor), signal),
      two ? labelOf(full(page.params.recipient), signal) : 'others',
    ]);
    page.retitle(two ? `${one} and ${other}` : one);
    if (found.length === 0) {
      return nothing(two ? `Nothing is told of ${one} and ${other}` : `Nothing is told of ${one}`, 'Leave out a filter, or choose others.');
    }
    const dated = found.filter((row) => row.date || row.issued);
    return [
      legend('dots'),
      key([one, other], two),
      dated.length ? await chart(page, dated, types, [one, other]) : nothing('None of the events has a date'),
      h('h2', { class: 'count' }, found.length === MOST ? `The last ${counted(MOST, 'event')}` : counted(found.length, 'event'), ', oldest first'),
      eventList(found, types),
    ];
  });
}
