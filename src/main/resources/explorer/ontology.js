// The event classes: their names, their tree, words or deeds, for or against.

import { DEM, rows, tidy } from './sparql.js';

export const QUADS = [
  { id: 'VerbalCooperation', label: 'Verbal cooperation', example: 'praises, meets, agrees' },
  { id: 'MaterialCooperation', label: 'Material cooperation', example: 'aids, trades, releases' },
  { id: 'VerbalConflict', label: 'Verbal conflict', example: 'threatens, accuses, rejects' },
  { id: 'MaterialConflict', label: 'Material conflict', example: 'sanctions, attacks, arrests' },
];

export const FACTUALITIES = [
  { id: 'Asserted', label: 'asserted', says: 'told as happened or happening' },
  { id: 'Planned', label: 'planned', says: 'announced, intended or offered' },
  { id: 'Possible', label: 'possible', says: 'threatened, conditional, alleged or demanded' },
  { id: 'Denied', label: 'denied', says: 'told as not happened, or denied' },
];

const QUERY = tidy(`
  SELECT ?class ?label ?super ?quad ?score ?comment WHERE {
    ?class rdfs:subClassOf+ dem:Event ; rdfs:subClassOf ?super ; rdfs:label ?label .
    OPTIONAL { ?class dem:quadClass ?quad }
    OPTIONAL { ?class dem:score ?score }
    OPTIONAL { ?class rdfs:comment ?comment }
  }
  ORDER BY ?label`);

let known;

/** All event classes by their local names; asked once. */
export function eventTypes(signal) {
  known ??= rows(QUERY, signal)
    .then(tree)
    .catch((e) => {
      known = undefined;
      throw e;
    });
  return known;
}

function tree(all) {
  const types = new Map();
  for (const row of all) {
    const id = row.class.slice(DEM.length);
    if (row.class.startsWith(DEM) && !types.has(id)) {
      types.set(id, {
        id,
        label: row.label,
        comment: row.comment ?? '',
        above: row.super.startsWith(DEM) ? row.super.slice(DEM.length) : '',
        quad: row.quad?.slice(DEM.length),
        score: row.score === undefined ? undefined : Number(row.score),
      });
    }
  }
  for (const type of types.values()) {
    for (let up = types.get(type.above); up && (!type.quad || type.score === undefined); up = types.get(up.above)) {
      type.quad ??= up.quad;
      type.score ??= up.score;
    }
  }
  return types;
}

/** The class of an event, also where the ontology in the store does not know it. */
export function typeOf(types, name) {
  const id = name.startsWith(DEM) ? name.slice(DEM.length) : name;
  return types.get(id) ?? { id, label: id, comment: '', above: '', quad: undefined, score: 0 };
}

export function quadOf(id) {
  return QUADS.find((quad) => quad.id === id) ?? { id: 'None', label: 'No quad class', example: '' };
}
