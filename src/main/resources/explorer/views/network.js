// The network: who relates to whom, one edge for each pair and quad class.

import { address } from '../address.js';
import { CYTOSCAPE, D3, colour, library, onTheme } from '../colours.js';
import { counted, h, replace } from '../dom.js';
import { legend, quadMark } from '../events.js';
import { indent, patterns, timesIfAsked } from '../filters.js';
import { filterForm } from '../form.js';
import { QUADS, quadOf } from '../ontology.js';
import { showEvents } from '../panel.js';
import { DEM, full, iri, rows, short, tidy } from '../sparql.js';
import { awaited, nothing } from '../state.js';

const LEVELS = [
  ['states', 'states, unions'],
  ['actors', 'every actor'],
];
// A narrow window has room for fewer.
const FEW = ['30', '30 strongest'];
const SIZES = [
  ['60', '60 strongest'],
  ['150', '150 strongest'],
  ['400', '400 strongest'],
];

function sizes() {
  return matchMedia('(max-width: 600px)').matches ? [FEW, ...SIZES] : [SIZES[0], FEW, ...SIZES.slice(1)];
}

/** From an actor of an event to the one that stands for it in the network. */
function standsFor(level, actor, node) {
  return level === 'states'
    ? `?${actor} dem:affiliation* ?${node} . ?${node} a ?${node}Kind . FILTER(?${node}Kind IN (dem:State, dem:InternationalOrganization)) FILTER NOT EXISTS { ?${node} dem:affiliation ?${node}Whole }`
    : `BIND(?${actor} AS ?${node})`;
}

/** Who acts on whom; where nobody receives, the parties act together. */
const PAIRS = [
  '{ ?event dem:actor ?one ; dem:recipient ?other . BIND(false AS ?together) }',
  'UNION',
  '{ ?event dem:actor ?one, ?other . FILTER(STR(?one) < STR(?other)) FILTER NOT EXISTS { ?event dem:recipient ?any } BIND(true AS ?together) }',
];

function networkQuery(filter) {
  const level = filter.level ?? 'states';
  const choices = sizes();
  const limit = choices.some(([n]) => n === filter.size) ? filter.size : choices[0][0];
  const chosen = filter.actor ? [`FILTER(?from = ${iri(full(filter.actor))} || ?to = ${iri(full(filter.actor))})`] : [];
  const own = patterns({ type: filter.type, factuality: filter.factuality });
  return tidy(`
    SELECT ?from ?fromName ?fromKind ?to ?toName ?toKind ?together ?quad ?events WHERE {
      { SELECT ?from ?to ?together ?quad (COUNT(DISTINCT ?event) AS ?events) WHERE {
          ?top dem:quadClass ?quad . ?type rdfs:subClassOf* ?top .
${indent([...own, ...PAIRS, standsFor(level, 'one', 'from'), standsFor(level, 'other', 'to'), 'FILTER(?from != ?to)', ...chosen, ...timesIfAsked(filter)], 10)}
        } GROUP BY ?from ?to ?together ?quad ORDER BY DESC(?events) ?from ?to ?quad LIMIT ${limit} }
      ?from skos:prefLabel ?fromName ; a ?fromKind .
      ?to skos:prefLabel ?toName ; a ?toKind .
    }
    ORDER BY DESC(?events) ?from ?to ?quad`);
}

/** One edge a pair, direction and quad class; talks among parties that stand for the same pair are added up. */
function edgesOf(found) {
  const edges = new Map();
  for (const row of found) {
    const together = row.together === 'true';
    const turned = together && row.from > row.to;
    const [from, to] = turned ? [row.to, row.from] : [row.from, row.to];
    const quad = row.quad.slice(DEM.length);
    const key = [short(from), short(to), quad, together ? 'together' : ''].join('|');
    const rowKey = `${row.from}|${row.to}`;
    const edge = edges.get(key) ?? { key, from, to, quad, together, counted: new Set(), events: 0, names: {}, kinds: {} };
    edge.names[row.from] ??= row.fromName;
    edge.names[row.to] ??= row.toName;
    edge.kinds[row.from] ??= row.fromKind.slice(DEM.length);
    edge.kinds[row.to] ??= row.toKind.slice(DEM.length);
    if (!edge.counted.has(rowKey)) {
      edge.counted.add(rowKey);
      edge.events += Number(row.events);
    }
    edges.set(key, edge);
  }
  return [...edges.values()].sort((a, b) => b.events - a.events);
}

function style() {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'background-color': colour('node'),
        'border-color': colour('node-line'),
        'border-width': 1.5,
        width: 'data(size)',
        height: 'data(size)',
        color: colour('ink'),
        'font-size': 'data(letters)',
        // The busiest actors' names lie above the others.
        'z-index': 'data(rank)',
        'font-family': 'system-ui, sans-serif',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': 105,
        'text-background-color': colour('sheet'),
        'text-background-opacity': 0.75,
        'text-background-padding': 1,
      },
    },
    { selector: 'node[kind != "State"]', style: { shape: 'round-rectangle' } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-color': colour('accent') } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'bezier',
        'control-point-step-size': 26,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        opacity: 0.85,
      },
    },
    { selector: 'edge[?together]', style: { 'target-arrow-shape': 'none' } },
    ...QUADS.map((quad) => ({
      selector: `edge[quad = "${quad.id}"]`,
      style: {
        'line-color': colour(quad.id),
        'target-arrow-color': colour(quad.id),
        'line-style': quad.id.startsWith('Verbal') ? 'dashed' : 'solid',
      },
    })),
    { selector: 'edge:selected', style: { opacity: 1, 'underlay-color': colour('accent'), 'underlay-opacity': 0.35, 'underlay-padding': 5 } },
    { selector: '.faded', style: { opacity: 0.15 } },
  ];
}

function elements(edges) {
  const most = Math.max(...edges.map((edge) => edge.events));
  const weights = new Map();
  const nodes = new Map();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      weights.set(end, (weights.get(end) ?? 0) + edge.events);
      nodes.set(end, { id: end, label: edge.names[end], kind: edge.kinds[end] });
    }
  }
  const heaviest = Math.max(...weights.values());
  const many = nodes.size > 50;
  const node = (data) => {
    const share = Math.sqrt(weights.get(data.id) / heaviest);
    // Among many, an actor of few events is small, so that the others can be read.
    return { data: { ...data, size: (many ? 8 : 16) + (many ? 38 : 34) * share, letters: many ? 9 + 6 * share : 12, rank: Math.round(100 * share) } };
  };
  return [
    ...[...nodes.values()].map(node),
    ...edges.map((edge) => ({
      data: {
        id: edge.key,
        source: edge.from,
        target: edge.to,
        quad: edge.quad,
        together: edge.together,
        width: 1.5 + 5.5 * Math.sqrt(edge.events / most),
      },
    })),
  ];
}

/** Where the nodes stand: pulled together by their edges, kept apart by their names, all within the frame. */
function layout(d3, all, box) {
  const width = box.clientWidth;
  const height = box.clientHeight;
  const nodes = all.filter(({ data }) => !data.source).map(({ data }) => ({ id: data.id, size: data.size, room: Math.max(data.size / 2 + 12, Math.min(data.label.length * 3.4, 46)) }));
  const links = all.filter(({ data }) => data.source).map(({ data }) => ({ source: data.source, target: data.target }));
  const crowd = Math.sqrt((width * height) / Math.max(nodes.length, 4));
  const spread = Math.max(1, (46 * Math.sqrt(nodes.length)) / Math.sqrt(width * height) * 1.6);
  const simulation = d3
    .forceSimulation(nodes)
    .force('link', d3.forceLink(links).id((node) => node.id).distance(Math.min(110, crowd * 0.8)).strength(0.25))
    .force('charge', d3.forceManyBody().strength(-Math.min(520, crowd * 4)).distanceMax(420))
    .force('collide', d3.forceCollide((node) => node.room))
    .force('x', d3.forceX(0).strength(0.07 * (height / width)))
    .force('y', d3.forceY(0).strength(height > width ? 0.03 : 0.09))
    .stop();
  // What is pushed out of the frame would make all of it smaller: at its edge there is room.
  const edge = { x: Math.max(60, (width * spread) / 2 - 48), y: Math.max(60, (height * spread) / 2 - 34) };
  for (let i = 0; i < 320; i++) {
    simulation.tick();
    for (const node of nodes) {
      node.x = Math.max(-edge.x, Math.min(edge.x, node.x));
      node.y = Math.max(-edge.y, Math.min(edge.y, node.y));
    }
  }
  const reach = (axis, room) => Math.max(...nodes.map((node) => Math.abs(node[axis]) + room));
  const stretch = { x: (width / 2 - 10) / reach('x', 40), y: (height / 2 - 10) / reach('y', 30) };
  const fit = (by) => Math.min(1.5, Math.max(by, 1 / spread));
  return Object.fromEntries(nodes.map((node) => [node.id, { x: node.x * fit(stretch.x), y: node.y * fit(stretch.y) }]));
}

async function draw(page, box, edges, open) {
  const [cytoscape, d3] = await Promise.all([library(...CYTOSCAPE), library(...D3)]);
  if (page.signal.aborted) {
    return undefined;
  }
  const all = elements(edges);
  const places = layout(d3, all, box);
  const graph = cytoscape({
    container: box,
    elements: all,
    style: style(),
    minZoom: 0.2,
    maxZoom: 4,
    layout: { name: 'preset', positions: (node) => places[node.id()], fit: true, padding: 26 },
  });
  // A few actors are not blown up to fill the frame.
  const fit = () => {
    graph.fit(undefined, 26);
    if (graph.zoom() > 1.25) {
      graph.zoom(1.25);
      graph.center();
    }
  };
  fit();
  page.signal.addEventListener('abort', () => graph.destroy());
  graph.on('tap', 'edge', (e) => open(e.target.id()));
  graph.on('tap', 'node', (e) => {
    const near = e.target.closedNeighborhood();
    graph.elements().removeClass('faded').difference(near).addClass('faded');
  });
  graph.on('tap', (e) => e.target === graph && graph.elements().removeClass('faded'));
  graph.on('dbltap', 'node', (e) => page.go({ ...page.params, actor: short(e.target.id()), edge: '' }));
  if (page.params.edge) {
    graph.getElementById(page.params.edge).select();
  }
  onTheme(page, () => graph.style(style()));
  box.dataset.edges = String(graph.edges().length);
  // For tests and for the curious: where an edge is on the screen.
  box.middleOf = (key) => graph.getElementById(key).renderedMidpoint();
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  return { zoom, fit };
}

function edgeTable(page, edges) {
  return h(
    'ol',
    { class: 'edges', 'aria-label': 'Relations' },
    edges.map((edge) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: address('network', { ...page.params, edge: edge.key }),
            'data-edge': edge.key,
            id: `edge-${edge.key}`,
            'aria-current': page.params.edge === edge.key ? 'true' : undefined,
          },
          quadMark(edge.quad),
          h('span', { class: 'edge-name' }, edge.names[edge.from], h('span', { class: 'arrow' }, edge.together ? ' ↔ ' : ' → '), edge.names[edge.to]),
          h('span', { class: 'edge-quad' }, quadOf(edge.quad).label.toLowerCase()),
          h('span', { class: 'number' }, String(edge.events)),
        ),
      ),
    ),
  );
}

/** The events of an edge, which its key describes. */
function openEdge(page, target, edge) {
  const level = page.params.level ?? 'states';
  const { from, to } = edge;
  const quad = [`?type rdfs:subClassOf*/dem:quadClass dem:${edge.quad} .`];
  const end = (node, actor) => [`${standsFor(level, actor, node)} FILTER(?${node} = ${iri(node === 'from' ? from : to)})`];
  const more = edge.together
    ? ['?event dem:actor ?one, ?other . FILTER NOT EXISTS { ?event dem:recipient ?any }', ...end('from', 'one'), ...end('to', 'other'), ...quad]
    : ['?event dem:actor ?one ; dem:recipient ?other .', ...end('from', 'one'), ...end('to', 'other'), ...quad];
  const filter = { type: page.params.type, factuality: page.params.factuality, from: page.params.from, to: page.params.to };
  return showEvents(
    page,
    target,
    `${edge.names[from]} ${edge.together ? '↔' : '→'} ${edge.names[to]}: ${quadOf(edge.quad).label.toLowerCase()}`,
    filter,
    { more, close: address('network', { ...page.params, edge: '' }) },
  );
}

export function show(page) {
  page.retitle('Actor network');
  const results = h('div', { id: 'results' });
  replace(
    page.body,
    filterForm(page, {
      fields: ['actor', 'type', 'factuality', 'from', 'to'],
      names: { actor: 'Around' },
      extra: [
        { key: 'level', label: 'Actors', choices: LEVELS },
        { key: 'size', label: 'Relations', choices: sizes() },
      ],
    }),
    results,
  );
  awaited(page, results, async (signal) => {
    const query = networkQuery(page.params);
    page.says(query);
    const edges = edgesOf(await rows(query, signal));
    if (edges.length === 0) {
      return nothing('No relation of that kind', 'Take a wider class of events or a longer time, or show every actor.');
    }
    const panel = h('aside', { class: 'panel', 'aria-label': 'Events of a relation' });
    const box = h('div', { class: 'graph', id: 'graph', role: 'img', 'aria-label': 'The network as a picture; the list of relations says the same' });
    const open = (key) => page.go({ ...page.params, edge: key });
    const tools = h('div', { class: 'tools' });
    const chosen = edges.find((edge) => edge.key === page.params.edge);
    setTimeout(async () => {
      if (page.signal.aborted) {
        return;
      }
      if (chosen) {
        page.says(query, openEdge(page, panel, chosen));
      } else if (page.params.edge) {
        replace(panel, nothing('That relation is not in the picture', 'The filter leaves it out.'));
      }
      const drawn = await draw(page, box, edges, open);
      if (drawn) {
        const tool = (label, title, work) => h('button', { type: 'button', 'aria-label': title, title, onclick: work }, label);
        replace(tools, tool('+', 'Nearer', () => drawn.zoom(1.3)), tool('−', 'Farther', () => drawn.zoom(1 / 1.3)), tool('⤢', 'Show all', drawn.fit));
      }
    });
    return h(
      'div',
      { class: page.params.edge ? 'split with-panel' : 'split' },
      h('section', { class: 'picture' }, legend('lines'), h('div', { class: 'canvas' }, box, tools)),
      h(
        'section',
        { class: 'side' },
        page.params.edge ? panel : '',
        h('h2', {}, counted(edges.length, 'relation')),
        h('p', { class: 'hint' }, 'A line is what one does to the other; click it for its events. Dashed are words, solid are deeds.'),
        edgeTable(page, edges),
      ),
    );
  });
}
