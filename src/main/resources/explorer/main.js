// The frame of the page: addresses, navigation, the SPARQL below each view, a lost server.

import { address } from './address.js';
import { h, replace } from './dom.js';
import { Problem, fetchFrom, rows, tidy } from './sparql.js';
import { emptyStore, problem } from './state.js';

const VIEWS = {
  search: 'Search',
  network: 'Network',
  timeline: 'Timeline',
  map: 'Map',
  article: 'Articles',
  query: 'Query',
};

let failures = 0;

/** The code of a view. A browser may remember that an address gave nothing: it is asked at another then. */
async function load(name) {
  try {
    return await import(`./views/${name}.js${failures ? `?try=${failures}` : ''}`);
  } catch (e) {
    if (e instanceof SyntaxError) {
      throw e;
    }
    failures++;
    throw new Problem('lost', 'The server does not answer', 'It may have been stopped.');
  }
}

const main = document.getElementById('main');
const lostBar = document.getElementById('lost');
let current = { name: '', controller: new AbortController() };
let articles;

/** The view and the parameters of an address: #/network?type=Threat */
function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { name: Object.hasOwn(VIEWS, path) ? path : 'search', params: Object.fromEntries(new URLSearchParams(query)) };
}

function sparqlBox(query) {
  const copied = h('span', { role: 'status' });
  return h(
    'details',
    { class: 'sparql' },
    h('summary', {}, 'SPARQL of this view'),
    h('pre', { tabindex: '0', 'aria-label': 'SPARQL' }, query),
    h(
      'p',
      {},
      h('a', { class: 'button', href: address('query', { sparql: query }) }, 'Open in the editor'),
      ' ',
      h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: () =>
            navigator.clipboard.writeText(query).then(
              () => (copied.textContent = 'copied'),
              () => (copied.textContent = 'the browser did not allow it'),
            ),
        },
        'Copy',
      ),
      ' ',
      copied,
    ),
  );
}

const COUNT = tidy('SELECT (COUNT(DISTINCT ?article) AS ?articles) WHERE { ?article a dem:Article }');

async function countArticles() {
  articles ??= rows(COUNT).then(
    ([row]) => {
      const n = Number(row.articles);
      document.getElementById('counts').textContent = `${n.toLocaleString('en')} article${n === 1 ? '' : 's'} in the store`;
      // An empty store may be filled at any time.
      articles = n === 0 ? undefined : articles;
      return n;
    },
    (e) => {
      articles = undefined;
      throw e;
    },
  );
  return articles;
}

function pageOf(name, params, controller) {
  const sparql = h('div', {});
  const body = h('div', { class: 'body' });
  const title = h('h1', { tabindex: '-1' }, VIEWS[name]);
  return {
    name,
    params,
    signal: controller.signal,
    body,
    title,
    sparql,
    /** Other parameters for this view. */
    go: (more) => {
      location.hash = address(name, more);
    },
    /** The same without a new entry in the history. */
    retitle: (said) => {
      title.textContent = said;
      document.title = `${said} · Demarche`;
    },
    says: (...queries) => replace(sparql, queries.map(sparqlBox)),
    again: () => show(),
    lost,
  };
}

async function show() {
  const { name, params } = parse(location.hash);
  const sameView = current.name === name;
  const focused = sameView ? document.activeElement?.id : '';
  current.controller.abort();
  const controller = new AbortController();
  current = { name, controller };
  for (const link of document.querySelectorAll('#nav a')) {
    link.toggleAttribute('aria-current', false);
    if (link.dataset.view === name) {
      link.setAttribute('aria-current', 'page');
    }
  }
  const page = pageOf(name, params, controller);
  page.retitle(VIEWS[name]);
  try {
    const view = await load(name);
    if (controller.signal.aborted) {
      return;
    }
    replace(main, page.title, page.body, page.sparql);
    main.className = `view-${name}`;
    view.show(page);
    const before = focused && document.getElementById(focused);
    if (before) {
      before.focus();
    } else if (!sameView && document.body.dataset.started) {
      page.title.focus();
    }
    document.body.dataset.started = 'yes';
    document.body.dataset.shown = location.hash;
    if ((await countArticles()) === 0 && !controller.signal.aborted && name !== 'query') {
      replace(page.body, emptyStore());
    }
  } catch (e) {
    if (!controller.signal.aborted && e.name !== 'AbortError') {
      if (e.kind === 'lost') {
        lost();
      }
      // A view that stands says itself what it misses.
      if (e.kind !== 'lost' || !page.body.isConnected) {
        replace(page.body, problem(e, show));
        replace(main, page.title, page.body);
      }
    }
  }
}

let watching = false;

/** Says that the server is gone, and goes on once it is back. */
function lost() {
  replace(lostBar, 'The connection to the server is lost. Trying again…');
  lostBar.hidden = false;
  if (!watching) {
    watching = true;
    setTimeout(retry, 2000);
  }
}

async function retry() {
  try {
    await fetchFrom('$/ping', { cache: 'no-store' });
    watching = false;
    lostBar.hidden = true;
    show();
  } catch {
    setTimeout(retry, 2000);
  }
}

function theme() {
  const button = document.getElementById('theme');
  const dark = () =>
    (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const label = () => {
    button.textContent = dark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Use ${dark() ? 'light' : 'dark'} colours`);
  };
  const changed = () => {
    label();
    document.dispatchEvent(new Event('themechange'));
  };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    try {
      localStorage.setItem('demarche-theme', document.documentElement.dataset.theme);
    } catch {
      // It holds for this visit only.
    }
    changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  label();
}

replace(
  document.getElementById('nav'),
  Object.entries(VIEWS).map(([name, label]) => h('a', { href: `#/${name}`, 'data-view': name }, label)),
);
document.getElementById('skip').addEventListener('click', (e) => {
  // The address belongs to the views.
  e.preventDefault();
  main.focus();
});
theme();
addEventListener('hashchange', show);
show();
