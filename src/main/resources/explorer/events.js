// Lists of events, in search and beside network, timeline and map.

import { counted, h } from './dom.js';
import { indent, patterns, times } from './filters.js';
import { QUADS, quadOf, typeOf } from './ontology.js';
import { DEM, BASE, rows, short, tidy } from './sparql.js';

export const PAGE = 30;
// Chars of a text that stand for a title where there is none.
export const OPENING = 90;
const BRIEF = 45;

/**
 * The query for a list of events. more: patterns beside those of the filter; count: how many rows,
 * of which the last only tells that there are more.
 */
export function eventsQuery(filter, { more = [], count = PAGE + 1, offset = 0, newestFirst = true } = {}) {
  const order = newestFirst ? 'DESC(?when)' : '?when';
  return tidy(`
    SELECT ?event ?type ?factuality ?date ?issued ?article
           (GROUP_CONCAT(DISTINCT ?actorName; SEPARATOR=", ") AS ?actors)
           (GROUP_CONCAT(DISTINCT ?recipientName; SEPARATOR=", ") AS ?recipients)
           (MIN(?placeName) AS ?place) (MIN(?words) AS ?quote) (MIN(?headline) AS ?title) (MIN(?name) AS ?publisher)
           (MIN(?start) AS ?opening)
    WHERE {
      { SELECT DISTINCT ?event ?type ?factuality ?date ?issued ?article ?when WHERE {
${indent([...more, ...patterns(filter), ...times(filter)], 10)}
        } ORDER BY ${order} ?event LIMIT ${count}${offset ? ` OFFSET ${offset}` : ''} }
      OPTIONAL { GRAPH ?article { ?event dem:actor/skos:prefLabel ?a } BIND(STR(?a) AS ?actorName) }
      OPTIONAL { GRAPH ?article { ?event dem:recipient/skos:prefLabel ?r } BIND(STR(?r) AS ?recipientName) }
      OPTIONAL { GRAPH ?article { ?event dem:location/skos:prefLabel ?p } BIND(STR(?p) AS ?placeName) }
      OPTIONAL { ?event dem:evidence/nif:anchorOf ?w BIND(STR(?w) AS ?words) }
      OPTIONAL { ?article dcterms:title ?t BIND(STR(?t) AS ?headline) }
      OPTIONAL { ?article dcterms:publisher ?n BIND(STR(?n) AS ?name) }
      OPTIONAL { ?article nif:isString ?x BIND(SUBSTR(STR(?x), 1, ${OPENING}) AS ?start) }
    }
    GROUP BY ?event ?type ?factuality ?date ?issued ?article ?when
    ORDER BY ${order} ?event`);
}

export function events(query, signal) {
  return rows(query, signal);
}

/** The address of an event in its article. */
export function eventAddress(event, article) {
  const key = event.startsWith(`${article}/event/`) ? event.slice(article.length + 7) : event;
  return `${articleAddress(article)}&event=${encodeURIComponent(key)}`;
}

export function articleAddress(article) {
  const start = `${BASE}article/`;
  const id = article.startsWith(start) ? article.slice(start.length) : article;
  return `#/article?id=${encodeURIComponent(id)}`;
}

/** "20 Jul 2023", "Jul 2023", "2023", as exact as it was given. */
export function niceDate(value) {
  const [year, month, day] = value.split('-');
  const name = month ? ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1] : '';
  return [day ? Number(day) : '', name, year].filter(Boolean).join(' ');
}

export function quadMark(quad) {
  return h('span', { class: `mark ${quadOf(quad).id}`, title: quadOf(quad).label });
}

/** What the colours say. marks: what the view draws in them: lines, dots or patches. */
export function legend(marks) {
  return h(
    'ul',
    { class: `legend ${marks}`, 'aria-label': 'Colours' },
    QUADS.map((quad) => h('li', { title: quad.example }, h('span', { class: `line ${quad.id}` }), quad.label)),
  );
}

export function factualityBadge(name) {
  const id = name.startsWith(DEM) ? name.slice(DEM.length) : name;
  return h('span', { class: `badge ${id}` }, id.toLowerCase());
}

/** "Iraq → Sweden" */
export function parties(actors, recipients) {
  return [
    actors ? h('span', { class: 'who' }, actors) : h('span', { class: 'unnamed' }, 'not named'),
    recipients ? [h('span', { class: 'arrow' }, ' → '), h('span', { class: 'who' }, recipients)] : '',
  ];
}

/** The title; without one, the first words of the text. */
export function headline({ title, opening, id }, longest = OPENING) {
  if (title || !opening) {
    return title ?? id;
  }
  const words = opening.replace(/\s+/g, ' ').trim();
  return words.length < longest && opening.length < OPENING ? words : `${words.slice(0, longest).replace(/\s\S*$/, '')}…`;
}

function item(row, types) {
  const type = typeOf(types, row.type);
  const when = row.date
    ? niceDate(row.date)
    : row.issued
      ? `in the news ${niceDate(row.issued)}`
      : 'no date';
  return h(
    'li',
    { class: `event ${type.quad ?? ''}` },
    h(
      'a',
      { href: eventAddress(row.event, row.article), 'data-type': type.id },
      h('span', { class: 'event-line' }, quadMark(type.quad), h('strong', {}, type.label), ' ', parties(row.actors, row.recipients), ' ', factualityBadge(row.factuality)),
      row.quote ? h('q', {}, row.quote) : '',
      h(
        'span',
        { class: 'event-source' },
        [when, row.place, headline({ ...row, id: short(row.article).replace(/^article\//, '') }, BRIEF), row.publisher].filter(Boolean).join(' · '),
      ),
    ),
  );
}

/** The list itself. */
export function eventList(list, types, label = 'Events') {
  return h('ol', { class: 'events', 'aria-label': label }, list.map((row) => item(row, types)));
}

/** "30 events" or "more than 30 events" */
export function howMany(list, more) {
  return more ? `the first ${counted(list.length, 'event')}` : counted(list.length, 'event');
}
