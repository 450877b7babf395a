// Questions: the saved queries as forms, and any SPARQL.

import { address } from '../address.js';
import { counted, h, replace } from '../dom.js';
import { editor } from '../editor.js';
import { articleAddress, eventAddress } from '../events.js';
import { eventTypes } from '../ontology.js';
import { BASE, compact, fetchFrom, send, short, tidy } from '../sparql.js';
import { awaited, nothing, problem } from '../state.js';

const MOST_SHOWN = 1000;
const FIRST = tidy(`
  # Threats that were made, and what they hang on
  SELECT ?threat ?actor ?recipient ?condition WHERE {
    ?class rdfs:subClassOf* dem:Threat .
    ?threat a ?class ; dem:factuality dem:Asserted ; dem:actor/skos:prefLabel ?actor .
    OPTIONAL { ?threat dem:recipient/skos:prefLabel ?recipient }
    OPTIONAL { ?threat dem:condition/dem:evidence/nif:anchorOf ?condition }
  }
  ORDER BY ?actor
  LIMIT 50`);

let saved;

function savedQueries(signal) {
  saved ??= fetchFrom('queries', { headers: { Accept: 'application/json' }, signal })
    .then((response) => response.json())
    .then((json) => json.queries)
    .catch((e) => {
      saved = undefined;
      throw e;
    });
  return saved;
}

// ---------------------------------------------------------------- answers

function cell(term) {
  if (!term) {
    return '';
  }
  if (term.type === 'uri') {
    const name = term.value;
    const event = /^(.*\/article\/.+)\/event\/[^/]+$/.exec(name);
    if (event) {
      return h('a', { href: eventAddress(name, event[1]), title: name }, compact(name));
    }
    if (name.startsWith(`${BASE}article/`) && !/\/(actor|place|thing|event)\//.test(name)) {
      return h('a', { href: articleAddress(name), title: name }, compact(name));
    }
    if (name.startsWith(BASE) && /^(state|org|person|group|mission)|\/actor\//.test(short(name))) {
      return h('a', { href: address('search', { actor: short(name) }), title: name }, compact(name));
    }
    return h('span', { class: 'iri', title: name }, compact(name));
  }
  return term.type === 'bnode' ? `_:${term.value}` : term.value;
}

function isNumber(term) {
  return term?.type === 'literal' && /#(integer|double|decimal|float|int|long)$/.test(term.datatype ?? '');
}

/** What a column's cells are like: numbers stand to the right, a day stays whole, long text has room. */
function styleOf(term) {
  if (isNumber(term)) {
    return 'number';
  }
  if (term?.type === 'literal' && /^\d{4}(-\d{2}){0,2}$/.test(term.value)) {
    return 'day';
  }
  return term?.type === 'literal' && term.value.length > 60 ? 'long' : '';
}

function table(answer) {
  const { vars } = answer.head;
  const { bindings } = answer.results;
  return h(
    'div',
    { class: 'scroll wide', tabindex: '0', role: 'region', 'aria-label': 'Answer' },
    h(
      'table',
      { class: 'answer' },
      h('thead', {}, h('tr', {}, vars.map((name) => h('th', { scope: 'col', class: bindings.some((row) => isNumber(row[name])) ? 'number' : '' }, name)))),
      h('tbody', {}, bindings.slice(0, MOST_SHOWN).map((row) => h('tr', {}, vars.map((name) => h('td', { class: styleOf(row[name]) }, cell(row[name])))))),
    ),
  );
}

/** An answer in whatever form it came. */
async function shown(response, start) {
  const took = () => `${((performance.now() - start) / 1000).toFixed(2)} s`;
  if (!/json/.test(response.headers.get('Content-Type') ?? '') || /ld\+json/.test(response.headers.get('Content-Type'))) {
    const said = await response.text();
    return said.trim() === ''
      ? nothing('No triple', 'The query found nothing.')
      : [h('p', { class: 'count' }, took()), h('pre', { class: 'scroll turtle', tabindex: '0' }, said.length > 400_000 ? `${said.slice(0, 400_000)}\n…` : said)];
  }
  const answer = await response.json();
  if ('boolean' in answer) {
    return h('p', { class: 'yes-no' }, answer.boolean ? 'Yes' : 'No');
  }
  const n = answer.results.bindings.length;
  if (n === 0) {
    return nothing('No row', 'The query found nothing.');
  }
  return [h('p', { class: 'count' }, `${counted(n, 'row')}${n > MOST_SHOWN ? `, the first ${MOST_SHOWN} are shown` : ''}, ${took()}`), table(answer)];
}

// ---------------------------------------------------------------- a saved query

function input(parameter, value, types) {
  const id = `p-${parameter.name}`;
  const common = { id, name: parameter.name, required: parameter.required, 'aria-describedby': `${id}-says` };
  if (parameter.choices?.length) {
    return h(
      'select',
      common,
      parameter.required ? '' : h('option', { value: '' }, 'any'),
      parameter.choices.map((choice) => h('option', { value: choice, selected: choice === (value ?? parameter.default) }, choice)),
    );
  }
  if (parameter.kind === 'type') {
    const list = h('datalist', { id: `${id}-list` }, [...types.values()].map((type) => h('option', { value: type.id }, type.label)));
    return [h('input', { ...common, type: 'text', value: value ?? parameter.default ?? '', list: `${id}-list`, placeholder: parameter.example ?? '' }), list];
  }
  return h('input', {
    ...common,
    type: parameter.kind === 'integer' || parameter.kind === 'number' ? 'number' : 'text',
    step: parameter.kind === 'number' ? 'any' : undefined,
    value: value ?? parameter.default ?? '',
    placeholder: parameter.example ?? '',
    autocomplete: 'off',
  });
}

function given(params) {
  return Object.fromEntries(Object.entries(params).filter(([key]) => key.startsWith('p.')).map(([key, value]) => [key.slice(2), value]));
}

function savedForm(page, query, types) {
  const values = given(page.params);
  return h(
    'form',
    {
      class: 'saved-form',
      onsubmit: (e) => {
        e.preventDefault();
        const filled = [...new FormData(e.target)].filter(([, value]) => value.trim() !== '').map(([key, value]) => [`p.${key}`, value.trim()]);
        const next = { saved: query.name, run: 'yes', ...Object.fromEntries(filled) };
        if (location.hash === address('query', next)) {
          page.again();
        } else {
          page.go(next);
        }
      },
    },
    query.parameters.map((parameter) =>
      h(
        'div',
        { class: 'field' },
        h('label', { for: `p-${parameter.name}` }, parameter.name, parameter.required ? h('span', { class: 'required' }, ' needed') : ''),
        input(parameter, values[parameter.name], types),
        h('small', { id: `p-${parameter.name}-says` }, parameter.description || parameter.says),
      ),
    ),
    h('div', { class: 'run' }, h('button', { type: 'submit', id: 'run' }, 'Run')),
  );
}

function searchOf(page, extra = {}) {
  const values = new URLSearchParams({ ...given(page.params), ...extra }).toString();
  return values ? `?${values}` : '';
}

function showSaved(page, target, query, types) {
  page.retitle(query.summary);
  const results = h('section', { id: 'results', 'aria-label': 'Answer' });
  const formats = query.formats ?? [];
  replace(
    target,
    h('div', { class: 'saved-head' }, query.description ? h('p', { class: 'lead' }, query.description.trim()) : '', savedForm(page, query, types)),
    results,
  );
  const known = given(page.params);
  const ready = page.params.run || query.parameters.every((parameter) => !parameter.required || known[parameter.name]);
  if (!ready) {
    replace(results, nothing('Fill in what is needed', 'and run the query.'));
    return;
  }
  fetchFrom(`queries/${query.name}.rq${searchOf(page)}`, { signal: page.signal })
    .then((response) => response.text())
    .then((said) => page.says(said), () => undefined);
  awaited(page, results, async (signal) => {
    const start = performance.now();
    const number = Math.max(1, Number.parseInt(page.params.page ?? '1', 10) || 1);
    const rowsWanted = formats.includes('json');
    const paged = query.pageSize === undefined ? {} : { page: String(number) };
    const response = await fetchFrom(`queries/${query.name}.${rowsWanted ? 'json' : 'ttl'}${searchOf(page, paged)}`, { signal });
    const more = /rel="?next"?/.test(response.headers.get('Link') ?? '');
    const to = (n) => address('query', { ...page.params, page: n > 1 ? String(n) : '' });
    return [
      await shown(response, start),
      number > 1 || more
        ? h(
            'nav',
            { class: 'pages', 'aria-label': 'Pages' },
            number > 1 ? h('a', { class: 'button', href: to(number - 1) }, 'Previous') : '',
            h('span', {}, `page ${number}`),
            more ? h('a', { class: 'button', href: to(number + 1) }, 'Next') : '',
          )
        : '',
      h('p', { class: 'downloads' }, 'As ', formats.map((format, i) => [i ? ', ' : '', h('a', { href: `queries/${query.name}.${format}${searchOf(page, paged)}` }, format)])),
    ];
  });
}

// ---------------------------------------------------------------- any SPARQL

function showFree(page, target) {
  page.retitle('Ask in SPARQL');
  const results = h('section', { id: 'results', 'aria-label': 'Answer' });
  const run = (query) => {
    if (page.params.sparql === query) {
      page.again();
    } else {
      page.go({ sparql: query });
    }
  };
  const field = editor('sparql', page.params.sparql ?? FIRST, run);
  replace(
    target,
    field.element,
    h('p', { class: 'run' }, h('button', { type: 'button', id: 'run', onclick: () => run(field.text()) }, 'Run'), h('span', { class: 'hint' }, ' or Ctrl+Enter. The usual prefixes need not be declared; the data cannot be changed.')),
    results,
  );
  if (!page.params.sparql) {
    return;
  }
  awaited(page, results, async (signal) => {
    const start = performance.now();
    try {
      return await shown(await send(page.params.sparql, signal, 'application/sparql-results+json, text/turtle;q=0.9'), start);
    } catch (e) {
      const line = /(?:^|[:\s])line:? (\d+)|:(\d+):\d+:/i.exec(e.detail ?? '');
      if (e.kind === 'wrong' && line) {
        field.mark(Number(line[1] ?? line[2]));
      }
      throw e;
    }
  });
}

export function show(page) {
  page.retitle('Query');
  const list = h('nav', { class: 'saved', 'aria-label': 'Saved queries' });
  const target = h('div', { class: 'query' });
  replace(page.body, h('div', { class: 'split queries' }, list, target));
  const free = page.params.sparql !== undefined || !page.params.saved;
  const fillList = (queries) =>
    replace(
      list,
      h('a', { href: '#/query', 'aria-current': free ? 'true' : undefined }, 'Your own SPARQL'),
      h('h2', {}, 'Saved queries'),
      h(
        'ul',
        {},
        queries.map((query) =>
          h('li', {}, h('a', { href: address('query', { saved: query.name }), id: `saved-${query.name}`, 'aria-current': !free && query.name === page.params.saved ? 'true' : undefined }, query.summary, h('small', {}, query.name))),
        ),
      ),
    );
  if (free) {
    showFree(page, target);
  }
  Promise.all([savedQueries(), eventTypes(page.signal).catch(() => new Map())]).then(
    ([queries, types]) => {
      if (page.signal.aborted) {
        return;
      }
      fillList(queries);
      // In a narrow window the list scrolls; the page stays where it is.
      const scrolling = list.querySelector('ul');
      const chosen = list.querySelector('li [aria-current]');
      if (chosen) {
        scrolling.scrollTop += chosen.getBoundingClientRect().top - scrolling.getBoundingClientRect().top - 8;
      }
      if (!free) {
        const query = queries.find((each) => each.name === page.params.saved);
        if (query) {
          showSaved(page, target, query, types);
        } else {
          replace(target, nothing('No such saved query', `"${page.params.saved}" is not among them.`));
        }
      }
    },
    (error) => {
      if (!page.signal.aborted && error.name !== 'AbortError') {
        if (error.kind === 'lost') {
          page.lost();
        }
        replace(free ? list : target, problem(error, page.again));
      }
    },
  );
}
