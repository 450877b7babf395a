// Search: who did what to whom, where and when.

import { address } from '../address.js';
import { h, replace } from '../dom.js';
import { PAGE, eventList, events, eventsQuery, howMany, legend } from '../events.js';
import { filterForm } from '../form.js';
import { eventTypes } from '../ontology.js';
import { full, iri, rows, short, tidy } from '../sparql.js';
import { awaited, nothing } from '../state.js';

/** Who the actor is: its class, its names, what it belongs to, where to go from here. */
async function card(name, params, signal) {
  const about = await rows(
    tidy(`
    SELECT ?label ?kind ?code ?office ?alias ?whole ?wholeName ?wikidata WHERE {
      ${iri(name)} skos:prefLabel ?label ; a/rdfs:label ?kind .
      OPTIONAL { ${iri(name)} dem:code ?code }
      OPTIONAL { ${iri(name)} dem:office ?office }
      OPTIONAL { ${iri(name)} skos:altLabel ?alias }
      OPTIONAL { ${iri(name)} dem:affiliation ?whole . ?whole skos:prefLabel ?wholeName }
      OPTIONAL { ${iri(name)} skos:exactMatch ?wikidata }
    } LIMIT 60`),
    signal,
  );
  if (about.length === 0) {
    return [];
  }
  const first = about[0];
  // "U. S." and "U.S" are one name to a reader.
  const bare = (name) => name.replace(/[.\s]/g, '').toLowerCase();
  const names = new Map(about.filter((row) => row.alias).map((row) => [bare(row.alias), row.alias]));
  names.delete(bare(first.label));
  const aliases = [...names.values()].slice(0, 8);
  const key = short(name);
  return h(
    'aside',
    { class: 'card', 'aria-label': `About ${first.label}` },
    h('h2', {}, first.label, ' ', h('small', {}, [first.kind, first.office, first.code].filter(Boolean).join(' · '))),
    aliases.length ? h('p', { class: 'aliases' }, 'also ', aliases.join(', ')) : '',
    h(
      'p',
      { class: 'links' },
      first.whole ? h('a', { href: address('search', { actor: short(first.whole) }) }, `part of ${first.wholeName}`) : '',
      h('a', { href: address('network', { actor: key }) }, 'in the network'),
      h('a', { href: address('timeline', { actor: key, recipient: params.recipient }) }, 'timeline'),
      h('a', { href: address('map', { actor: key }) }, 'on the map'),
      first.wikidata ? h('a', { href: first.wikidata, rel: 'noreferrer' }, 'Wikidata') : '',
    ),
  );
}

function pages(page, number, more) {
  const to = (n) => address('search', { ...page.params, page: n > 1 ? String(n) : '' });
  if (number === 1 && !more) {
    return '';
  }
  return h(
    'nav',
    { class: 'pages', 'aria-label': 'Pages' },
    number > 1 ? h('a', { class: 'button', href: to(number - 1), rel: 'prev' }, 'Newer') : '',
    h('span', {}, `page ${number}`),
    more ? h('a', { class: 'button', href: to(number + 1), rel: 'next' }, 'Older') : '',
  );
}

export function show(page) {
  page.retitle('Search');
  const about = h('div', {});
  const results = h('section', { id: 'results', 'aria-label': 'Results' });
  replace(
    page.body,
    h('p', { class: 'lead' }, 'Who threatens, condemns, meets, sanctions, supports whom; where, when, and in which words of which article.'),
    filterForm(page, { fields: ['actor', 'recipient', 'type', 'place', 'factuality', 'from', 'to'] }),
    about,
    results,
  );
  const number = Math.max(1, Number.parseInt(page.params.page ?? '1', 10) || 1);
  awaited(page, results, async (signal) => {
    const query = eventsQuery(page.params, { offset: (number - 1) * PAGE });
    page.says(query);
    const [found, types] = await Promise.all([events(query, signal), eventTypes(signal)]);
    if (found.length === 0) {
      return nothing(
        'No event of that kind',
        page.params.recipient && page.params.actor
          ? h('a', { href: address('search', { ...page.params, actor: page.params.recipient, recipient: page.params.actor }) }, 'Look the other way round')
          : 'Leave out one of the fields, or take a wider class of events.',
      );
    }
    const more = found.length > PAGE;
    const shown = found.slice(0, PAGE);
    return [
      h('h2', { class: 'count' }, page.params.page ? `Page ${number}` : howMany(shown, more), ', newest first'),
      legend('patches'),
      eventList(shown, types),
      pages(page, number, more),
    ];
  });
  if (page.params.actor) {
    try {
      card(full(page.params.actor), page.params, page.signal).then(
        (shown) => replace(about, shown),
        () => undefined,
      );
    } catch {
      // The results say what is wrong with the name.
    }
  }
}
