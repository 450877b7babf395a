// Names of actors and places: looked up for an address, suggested while one types.

import { iri, rows, short, text, tidy } from './sparql.js';

const labels = new Map();

export function remember(name, label) {
  labels.set(short(name), label);
}

/** The label that is known by now. */
export function knownLabel(name) {
  return labels.get(short(name));
}

/** The label of an actor or place, or the end of its IRI where it has none. */
export async function labelOf(name, signal) {
  const key = short(name);
  if (!labels.has(key)) {
    const found = await rows(tidy(`SELECT ?label WHERE { ${iri(name)} skos:prefLabel ?label } LIMIT 1`), signal);
    labels.set(key, found[0]?.label ?? decodeURIComponent(key.split(/[/#]/).pop()));
  }
  return labels.get(key);
}

const KINDS = {
  actor: {
    choose: '?thing a ?class . ?class rdfs:subClassOf* dem:Actor .',
    events: '{ ?event dem:actor ?thing } UNION { ?event dem:recipient ?thing }',
  },
  place: {
    choose: '?thing a ?class . FILTER(?class IN (dem:Place, dem:State))',
    events: '{ ?event dem:location ?thing } UNION { ?event dem:location/dem:country ?thing }',
  },
};

/** Actors or places some name of which contains the words; those in the news come first. */
export async function suggest(kind, words, signal) {
  const wanted = text(words.trim().toLowerCase());
  const query = tidy(`
    SELECT ?thing (SAMPLE(?class) AS ?kind) (MIN(STR(?label)) AS ?name) (MIN(STR(?other)) AS ?alias) (COUNT(DISTINCT ?event) AS ?events)
    WHERE {
      { SELECT DISTINCT ?thing ?class ?other WHERE {
          { ?thing skos:prefLabel ?other } UNION { ?thing skos:altLabel ?other } UNION { ?thing dem:code ?other }
          FILTER(CONTAINS(LCASE(STR(?other)), ${wanted}))
          ${KINDS[kind].choose}
          BIND(IF(LCASE(STR(?other)) = ${wanted}, 0, IF(STRSTARTS(LCASE(STR(?other)), ${wanted}), 1, 2)) AS ?rank)
        } ORDER BY ?rank STRLEN(STR(?other)) ?thing LIMIT 40 }
      ?thing skos:prefLabel ?label .
      OPTIONAL { ${KINDS[kind].events} }
    }
    GROUP BY ?thing`);
  const found = await rows(query, signal);
  const low = words.trim().toLowerCase();
  const rank = (row) => {
    const names = [row.name, row.alias].map((name) => name.toLowerCase());
    return names.includes(low) ? 0 : names.some((name) => name.startsWith(low)) ? 1 : 2;
  };
  return found
    .map((row) => ({ ...row, rank: rank(row), events: Number(row.events) }))
    .sort((a, b) => a.rank - b.rank || b.events - a.events || a.name.localeCompare(b.name))
    .slice(0, 12)
    .map((row) => ({
      value: short(row.thing),
      label: row.name,
      alias: row.alias === row.name ? '' : row.alias,
      kind: row.kind.split('#').pop().replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(),
      events: row.events,
    }));
}
