// An article: its text with the words that events rest on, the chosen event and its triples beside it.

import { address } from '../address.js';
import { counted, h, replace, svg } from '../dom.js';
import { OPENING, articleAddress, eventAddress, factualityBadge, headline, legend, niceDate, parties, quadMark } from '../events.js';
import { eventTypes, typeOf } from '../ontology.js';
import { DEM, PREFIXES, compact, full, iri, rows, short, terms, text, tidy } from '../sparql.js';
import { awaited, nothing } from '../state.js';

const { nif: NIF, skos: SKOS, dcterms: DCTERMS, rdf: RDF, schema: SCHEMA } = PREFIXES;
const PAGE = 40;

/** How one event hangs on another. */
const LINKS = [
  { property: `${DEM}content`, name: 'what', style: 'content' },
  { property: `${DEM}condition`, name: 'if', style: 'condition' },
];

// ---------------------------------------------------------------- the list of articles

function listQuery(words, offset) {
  const filter = words
    ? `FILTER(CONTAINS(LCASE(CONCAT(COALESCE(STR(?title), ""), " ", COALESCE(STR(?publisher), ""))), ${text(words.toLowerCase())}))`
    : '';
  return tidy(`
    SELECT ?article ?id ?title ?publisher ?issued (MIN(?start) AS ?opening) (COUNT(DISTINCT ?event) AS ?events) WHERE {
      { SELECT ?article ?id ?title ?publisher ?issued WHERE {
          ?article a dem:Article ; dcterms:identifier ?id .
          OPTIONAL { ?article dcterms:title ?title }
          OPTIONAL { ?article dcterms:publisher ?publisher }
          OPTIONAL { ?article dcterms:issued ?issued }
          ${filter}
        } ORDER BY DESC(?issued) ?id LIMIT ${PAGE + 1}${offset ? ` OFFSET ${offset}` : ''} }
      OPTIONAL { ?article nif:isString ?body BIND(SUBSTR(STR(?body), 1, ${OPENING}) AS ?start) }
      OPTIONAL { ?event prov:wasDerivedFrom ?article ; dem:factuality ?real }
    }
    GROUP BY ?article ?id ?title ?publisher ?issued
    ORDER BY DESC(?issued) ?id`);
}

function showList(page, target) {
  page.retitle('Articles');
  const number = Math.max(1, Number.parseInt(page.params.page ?? '1', 10) || 1);
  const query = listQuery(page.params.q ?? '', (number - 1) * PAGE);
  page.says(query);
  const results = h('div', { id: 'results' });
  replace(
    target,
    h(
      'form',
      {
        class: 'filters',
        role: 'search',
        onsubmit: (e) => {
          e.preventDefault();
          page.go({ q: document.getElementById('f-q').value.trim() });
        },
      },
      h('div', { class: 'field wide' }, h('label', { for: 'f-q' }, 'Title or publisher contains'), h('input', { id: 'f-q', type: 'search', value: page.params.q ?? '' })),
      h('button', { type: 'submit' }, 'Find'),
    ),
    results,
  );
  awaited(page, results, async (signal) => {
    const found = await rows(query, signal);
    if (found.length === 0) {
      return nothing('No article', 'No title or publisher contains these words.');
    }
    const to = (n) => address('article', { q: page.params.q, page: n > 1 ? String(n) : '' });
    return [
      h(
        'ol',
        { class: 'articles' },
        found.slice(0, PAGE).map((row) =>
          h(
            'li',
            {},
            h('a', { href: articleAddress(row.article) }, headline(row)),
            h('span', { class: 'event-source' }, [row.issued ? niceDate(row.issued) : '', row.publisher, row.title ? '' : row.id, counted(row.events, 'event')].filter(Boolean).join(' · ')),
          ),
        ),
      ),
      number > 1 || found.length > PAGE
        ? h(
            'nav',
            { class: 'pages', 'aria-label': 'Pages' },
            number > 1 ? h('a', { class: 'button', href: to(number - 1) }, 'Newer') : '',
            h('span', {}, `page ${number}`),
            found.length > PAGE ? h('a', { class: 'button', href: to(number + 1) }, 'Older') : '',
          )
        : '',
    ];
  });
}

// ---------------------------------------------------------------- the graph of one article

/** A graph that can be asked for what a thing has of a property. */
class Graph {
  constructor(triples) {
    this.subjects = new Map();
    for (const { s, p, o } of triples) {
      const own = this.subjects.get(s.value) ?? new Map();
      own.set(p.value, [...(own.get(p.value) ?? []), o]);
      this.subjects.set(s.value, own);
    }
  }

  all(subject, property) {
    return (this.subjects.get(subject)?.get(property) ?? []).map((o) => o.value);
  }

  one(subject, property) {
    return this.all(subject, property)[0];
  }

  label(thing) {
    return this.one(thing, `${SKOS}prefLabel`) ?? decodeURIComponent(short(thing).split(/[/#]/).pop());
  }

  labels(subject, property) {
    return this.all(subject, property).map((o) => this.label(o)).sort().join(', ');
  }
}

function eventsOf(graph, types) {
  return [...graph.subjects.keys()]
    .filter((s) => graph.one(s, `${DEM}factuality`))
    .map((s) => {
      const evidence = graph
        .all(s, `${DEM}evidence`)
        .map((e) => ({
          begin: Number(graph.one(e, `${NIF}beginIndex`)),
          end: Number(graph.one(e, `${NIF}endIndex`)),
          quote: graph.one(e, `${NIF}anchorOf`) ?? '',
          trigger: graph.one(e, `${DEM}trigger`) ?? '',
          triggerAt: Number(graph.one(e, `${DEM}triggerIndex`) ?? NaN),
        }))
        .filter((e) => e.end > e.begin)
        .sort((a, b) => a.begin - b.begin || a.end - b.end);
      const attributions = graph
        .all(s, `${DEM}attribution`)
        .map((a) => ({
          rank: Number(graph.one(a, `${DEM}rank`)),
          source: graph.one(a, `${DEM}source`),
          role: graph.one(a, `${DEM}sourceRole`) === `${DEM}reportedBy` ? 'reports' : 'says',
        }))
        .filter((a) => a.source)
        .sort((a, b) => a.rank - b.rank);
      return {
        iri: s,
        type: typeOf(types, graph.one(s, `${RDF}type`)),
        factuality: graph.one(s, `${DEM}factuality`),
        evidence,
        attributions,
        links: LINKS.flatMap((link) => graph.all(s, link.property).map((to) => ({ ...link, to }))),
      };
    })
    .sort((a, b) => (a.evidence[0]?.begin ?? 0) - (b.evidence[0]?.begin ?? 0) || (a.evidence[0]?.triggerAt ?? 0) - (b.evidence[0]?.triggerAt ?? 0) || a.iri.localeCompare(b.iri));
}

// ---------------------------------------------------------------- its text

/** Where the trigger stands: its words need not be next to each other. */
function triggerSpan(evidence, body) {
  if (Number.isNaN(evidence.triggerAt)) {
    return undefined;
  }
  const words = evidence.trigger.split(' ');
  const whole = evidence.triggerAt + evidence.trigger.length;
  const end = body.slice(evidence.triggerAt, whole) === evidence.trigger ? whole : evidence.triggerAt + words[0].length;
  return { begin: evidence.triggerAt, end };
}

/** The text cut wherever something begins or ends. */
function pieces(body, events) {
  const spans = events.flatMap((event) => event.evidence.map((e) => ({ event, begin: e.begin, end: e.end, trigger: triggerSpan(e, body) })));
  const cuts = new Set([0, body.length]);
  for (const span of spans) {
    [span.begin, span.end, span.trigger?.begin, span.trigger?.end].filter((c) => c >= 0 && c <= body.length).forEach((c) => cuts.add(c));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((begin, i) => {
    const end = sorted[i + 1];
    const over = spans.filter((s) => s.begin <= begin && s.end >= end).sort((a, b) => a.end - a.begin - (b.end - b.begin));
    const triggers = spans.filter((s) => s.trigger && s.trigger.begin <= begin && s.trigger.end >= end);
    return { words: body.slice(begin, end), over, triggers };
  });
}

function textOf(body, events, chosen, article) {
  const related = new Map((chosen?.links ?? []).map((link) => [link.to, link.style]));
  return h(
    'div',
    { class: 'text', id: 'text', lang: 'en' },
    pieces(body, events).map(({ words, over, triggers }) => {
      if (over.length === 0) {
        return words;
      }
      const own = over.some((s) => s.event === chosen);
      const role = over.map((s) => related.get(s.event.iri)).find(Boolean);
      const classes = ['evidence', over[0].event.type.quad ?? 'None', own ? 'chosen' : '', role ?? ''].filter(Boolean).join(' ');
      if (triggers.length === 0) {
        return h('mark', { class: classes }, words);
      }
      const first = triggers.find((t) => t.event === chosen) ?? triggers[0];
      return h(
        'mark',
        { class: classes },
        h(
          'a',
          {
            href: eventAddress(first.event.iri, article),
            class: `trigger${first.event === chosen ? ' chosen' : ''}`,
            'data-event': first.event.iri,
            title: `${first.event.type.label}, ${short(first.event.factuality.replace(DEM, '')).toLowerCase()}`,
            'aria-current': first.event === chosen ? 'true' : undefined,
          },
          words,
        ),
      );
    }),
  );
}

/** A curve over the words of one line. */
function above(start, end) {
  const top = start.y - 14;
  return { path: `M${start.x},${start.y}C${start.x},${top} ${end.x},${top} ${end.x},${end.y}`, from: top, tip: end.y, name: top + 1 };
}

/** A way to another line: along the space beside the line of the start, then straight across the lines between. */
function between(start, end, index) {
  const down = start.y < end.y;
  const sign = down ? 1 : -1;
  const from = down ? start.below : start.y;
  const tip = down ? end.y : end.below;
  const along = from + sign * Math.min(4 + 4 * index, Math.abs(tip - from) - 1);
  const side = start.x < end.x ? 1 : -1;
  const bend = Math.min(6, Math.abs(end.x - start.x) / 2);
  const path = `M${start.x},${from}Q${start.x},${along} ${start.x + side * bend},${along}L${end.x - side * bend},${along}Q${end.x},${along} ${end.x},${along + sign * Math.min(bend, Math.abs(tip - along))}L${end.x},${tip}`;
  return { path, from, tip, name: along + 4 };
}

/** Curves from the chosen event's word to the words of what it hangs on. */
function drawCurves(sheet, chosen) {
  sheet.querySelector('.curves')?.remove();
  if (!chosen) {
    return;
  }
  const at = (name) => {
    const word = [...sheet.querySelectorAll('.trigger')].find((t) => t.dataset.event === name);
    if (!word) {
      return undefined;
    }
    const box = word.getClientRects()[0];
    const frame = sheet.getBoundingClientRect();
    return { x: box.left - frame.left + box.width / 2, y: box.top - frame.top, below: box.bottom - frame.top };
  };
  const start = at(chosen.iri);
  const curves = svg('svg', { class: 'curves', 'aria-hidden': 'true', width: String(sheet.clientWidth), height: String(sheet.clientHeight) });
  chosen.links.forEach((link, index) => {
    const end = at(link.to);
    if (!start || !end) {
      return;
    }
    const sameLine = Math.abs(start.y - end.y) < 4;
    const route = sameLine ? above(start, end) : between(start, end, index);
    const back = route.tip < route.from ? 6 : -6;
    curves.append(
      svg('path', { d: route.path, class: `curve ${link.style}` }),
      svg('path', { d: `M${end.x - 4},${route.tip + back}L${end.x},${route.tip}L${end.x + 4},${route.tip + back}`, class: `curve ${link.style}` }),
      svg('text', { x: 0.4 * start.x + 0.6 * end.x, y: route.name, class: `curve-name ${link.style}` }, link.name),
    );
  });
  sheet.append(curves);
}

// ---------------------------------------------------------------- an event

function summary(graph, event) {
  const where = graph.labels(event.iri, `${DEM}location`);
  const object = graph.labels(event.iri, `${DEM}object`);
  const date = graph.one(event.iri, `${DEM}date`);
  return [
    h('span', { class: 'event-line' }, quadMark(event.type.quad), h('strong', {}, event.type.label), ' ', factualityBadge(event.factuality)),
    h(
      'span',
      { class: 'event-parties' },
      parties(graph.labels(event.iri, `${DEM}actor`), graph.labels(event.iri, `${DEM}recipient`)),
      object ? h('span', { class: 'object' }, ` · ${object}`) : '',
    ),
    where || date ? h('span', { class: 'event-source' }, [where ? `in ${where}` : '', date ? niceDate(date) : ''].filter(Boolean).join(' · ')) : '',
  ];
}

/** The sources from the article back to the event: the last link of the chain stands first. */
function chain(graph, event) {
  return event.attributions.length
    ? h(
        'ol',
        { class: 'chain', 'aria-label': 'Who says so' },
        [...event.attributions].reverse().map((a) =>
          h('li', {}, h('a', { href: address('search', { actor: short(a.source) }) }, graph.label(a.source)), ` ${a.role}`),
        ),
      )
    : '';
}

/** The event with what hangs on it, as a tree. */
function diagram(graph, event, byIri, article, path = []) {
  const inner = [...path, event.iri];
  return h(
    'div',
    { class: 'tree' },
    path.length === 0 ? chain(graph, event) : '',
    path.length === 0
      ? h('div', { class: `node ${event.type.quad ?? ''} root` }, summary(graph, event))
      : h('a', { href: eventAddress(event.iri, article), class: `node ${event.type.quad ?? ''}` }, summary(graph, event)),
    event.links.length
      ? h(
          'ul',
          {},
          event.links
            .filter((link) => byIri.has(link.to) && !inner.includes(link.to))
            .map((link) =>
              h('li', { class: link.style, 'data-link': link.style }, h('span', { class: 'link-name' }, link.name), diagram(graph, byIri.get(link.to), byIri, article, inner)),
            ),
        )
      : '',
  );
}

function termCell(graph, term) {
  if (term.type !== 'uri') {
    const kind = term['xml:lang'] ? `@${term['xml:lang']}` : term.datatype && !term.datatype.endsWith('#string') ? compact(term.datatype) : '';
    return [h('span', { class: 'literal' }, `"${term.value}"`), kind ? h('small', {}, ` ${kind}`) : ''];
  }
  const name = graph.one(term.value, `${SKOS}prefLabel`);
  return [h('span', { class: 'iri', title: term.value }, compact(term.value)), name ? h('small', {}, ` ${name}`) : ''];
}

/** The triples of an event, with those of its evidence and its sources. */
function triples(graph, event) {
  const parts = [event.iri, ...graph.all(event.iri, `${DEM}attribution`), ...graph.all(event.iri, `${DEM}evidence`)];
  let count = 0;
  const bodies = parts.map((part) => {
    const lines = [...(graph.subjects.get(part) ?? new Map())].sort(([a], [b]) => (a === `${RDF}type` ? -1 : b === `${RDF}type` ? 1 : compact(a).localeCompare(compact(b))));
    return h(
      'tbody',
      {},
      h('tr', { class: 'subject' }, h('th', { colspan: '2', scope: 'rowgroup', title: part }, compact(part))),
      lines.flatMap(([property, values]) =>
        values.map((value) => {
          count += 1;
          return h('tr', {}, h('td', {}, property === `${RDF}type` ? 'a' : compact(property)), h('td', {}, termCell(graph, value)));
        }),
      ),
    );
  });
  return h('details', { class: 'triples', open: true }, h('summary', {}, `Its ${counted(count, 'triple')}`), h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Triples' }, h('table', {}, bodies)));
}

function detail(graph, event, byIri, article, all) {
  const from = all.filter((other) => other.links.some((link) => link.to === event.iri));
  const also = [
    ['ordinal', graph.one(event.iri, `${DEM}ordinal`)],
    ['date in words', graph.one(event.iri, `${DEM}dateText`)],
    ['killed', graph.one(event.iri, `${DEM}killed`)],
    ['injured', graph.one(event.iri, `${DEM}injured`)],
    ['confidence', graph.one(event.iri, `${DEM}confidence`)].map((v, i) => (i && v !== undefined ? String(Number(v)) : v)),
  ].filter(([, value]) => value !== undefined);
  return h(
    'section',
    { class: 'detail', 'aria-label': 'The chosen event' },
    diagram(graph, event, byIri, article),
    from.length
      ? h('p', { class: 'from' }, 'Hangs on: ', from.map((other, i) => [i ? ', ' : '', h('a', { href: eventAddress(other.iri, article) }, `${other.type.label} (${other.links.find((l) => l.to === event.iri).name})`)]))
      : '',
    event.type.comment ? h('p', { class: 'hint' }, event.type.comment) : '',
    also.length ? h('dl', { class: 'facts' }, also.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))) : '',
    triples(graph, event),
  );
}

function showArticle(page, target, name) {
  awaited(page, target, async (signal) => {
    const query = tidy(`SELECT ?s ?p ?o WHERE { GRAPH ${iri(name)} { ?s ?p ?o } }`);
    page.says(query);
    const [found, types] = await Promise.all([terms(query, signal), eventTypes(signal)]);
    const graph = new Graph(found);
    if (!graph.subjects.has(name)) {
      return nothing('No such article', `${short(name)} is not in the store.`, h('a', { href: '#/article' }, 'All articles'));
    }
    const body = graph.one(name, `${NIF}isString`) ?? '';
    const id = graph.one(name, `${DCTERMS}identifier`) ?? short(name);
    const title = graph.one(name, `${DCTERMS}title`);
    page.retitle(headline({ title, opening: body.slice(0, OPENING), id }));
    const all = eventsOf(graph, types);
    const byIri = new Map(all.map((event) => [event.iri, event]));
    const chosen = page.params.event ? (byIri.get(`${name}/event/${page.params.event}`) ?? byIri.get(full(page.params.event))) : undefined;
    const url = graph.one(name, `${SCHEMA}url`);
    const issued = graph.one(name, `${DCTERMS}issued`);
    const facts = [graph.one(name, `${DCTERMS}publisher`), issued && niceDate(issued)].filter(Boolean);
    const named = title ? '' : [' · ', id];
    const sheet = h('div', { class: 'sheet' }, all.length ? legend('patches') : '', body ? textOf(body, all, chosen, name) : nothing('The text is not in the store'));
    const list = h(
      'section',
      { 'aria-label': 'Events of the article' },
      h('h2', {}, counted(all.length, 'event'), chosen ? h('a', { class: 'quiet button', href: articleAddress(name) }, 'Show none') : ''),
      all.length === 0 ? nothing('No event was found in this article') : '',
      h(
        'ol',
        { class: 'events compact' },
        all.map((event) =>
          h('li', { class: `event ${event.type.quad ?? ''}` }, h('a', { href: eventAddress(event.iri, name), id: `event-${short(event.iri)}`, 'data-type': event.type.id, 'aria-current': event === chosen ? 'true' : undefined }, summary(graph, event))),
        ),
      ),
    );
    setTimeout(() => {
      if (page.signal.aborted) {
        return;
      }
      drawCurves(sheet, chosen);
      sheet.querySelector('.trigger.chosen')?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const observer = new ResizeObserver(() => drawCurves(sheet, chosen));
      observer.observe(sheet);
      page.signal.addEventListener('abort', () => observer.disconnect());
    });
    return [
      h('p', { class: 'byline' }, facts.join(' · '), url && /^https?:/.test(url) ? [' · ', h('a', { href: url, rel: 'noreferrer' }, 'source')] : '', facts.length ? named : named.slice(1), facts.length || named ? ' · ' : '', h('a', { href: '#/article' }, 'all articles')),
      h('div', { class: 'split reading' }, sheet, h('div', { class: 'side' }, chosen ? detail(graph, chosen, byIri, name, all) : '', list)),
    ];
  });
}

export function show(page) {
  const target = h('div', { id: 'article' });
  replace(page.body, target);
  if (!page.params.id) {
    showList(page, target);
    return;
  }
  page.retitle('Article');
  const id = page.params.id;
  showArticle(page, target, /^[a-z][a-z0-9+.-]*:\/\//i.test(id) ? id : full(`article/${id}`));
}
