// What to look for, as the address of a view has it, and as SPARQL.

import { Problem, full, iri } from './sparql.js';

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function day(value, name) {
  if (!DAY.test(value)) {
    throw new Problem('wrong', `"${value}" is not a day`, `${name}: write 2023, 2023-07 or 2023-07-20`);
  }
  return `"${value}"`;
}

function term(value) {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(value)) {
    throw new Problem('wrong', 'That is not a name of the ontology', `"${value}"`);
  }
  return `dem:${value}`;
}

/**
 * The patterns that choose events. An actor stands for all that belongs to it. An event without a
 * date stands where its article was published.
 */
export function patterns(filter) {
  const lines = [];
  const actor = filter.actor && iri(full(filter.actor));
  const recipient = filter.recipient && iri(full(filter.recipient));
  if (actor && recipient) {
    lines.push(`${actor} ^dem:affiliation*/^dem:actor ?event .`);
    // From the event on: all that belongs to the recipient is not listed again for each event.
    lines.push(`?event dem:recipient/dem:affiliation* ${recipient} .`);
  } else if (actor) {
    lines.push(`${actor} ^dem:affiliation*/^(${filter.role === 'acts' ? 'dem:actor' : 'dem:actor|dem:recipient'}) ?event .`);
  } else if (recipient) {
    lines.push(`${recipient} ^dem:affiliation*/^dem:recipient ?event .`);
  }
  if (filter.place) {
    // A state as the place is all places in it.
    lines.push(`?event dem:location/dem:country? ${iri(full(filter.place))} .`);
  }
  if (filter.type) {
    lines.push(`?type rdfs:subClassOf* ${term(filter.type)} .`);
  }
  lines.push('?event a ?type ; dem:factuality ?factuality ; prov:wasDerivedFrom ?article .');
  if (filter.factuality) {
    lines.push(`FILTER(?factuality = ${term(filter.factuality)})`);
  }
  return lines;
}

/** The patterns that bind ?date, ?issued and ?when, and those that choose by them. */
export function times(filter) {
  const lines = [
    'OPTIONAL { ?event dem:date ?date }',
    'OPTIONAL { ?article dcterms:issued ?issued }',
    'BIND(STR(COALESCE(?date, ?issued)) AS ?when)',
  ];
  if (filter.from) {
    lines.push(`FILTER(?when >= SUBSTR(${day(filter.from, 'From')}, 1, STRLEN(?when)))`);
  }
  if (filter.to) {
    lines.push(`FILTER(SUBSTR(?when, 1, ${filter.to.length}) <= ${day(filter.to, 'To')})`);
  }
  return lines;
}

/** The same, where the times are only needed to choose. */
export function timesIfAsked(filter) {
  return filter.from || filter.to ? times(filter) : [];
}

export function indent(lines, by = 4) {
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
