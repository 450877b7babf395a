// A field for SPARQL with line numbers and colours: a plain text area above a coloured copy of it.

import { h, replace } from './dom.js';

const TOKENS =
  /(#[^\n]*)|("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(<[^<>"{}|^`\\\s]*>)|([?$]\w+)|(\b[a-z][\w.-]*:[\w./-]*|:\w+)|(\b(?:SELECT|CONSTRUCT|DESCRIBE|ASK|WHERE|PREFIX|BASE|FROM|NAMED|GRAPH|OPTIONAL|UNION|MINUS|FILTER|BIND|VALUES|AS|DISTINCT|REDUCED|ORDER|GROUP|BY|HAVING|LIMIT|OFFSET|ASC|DESC|NOT|EXISTS|IN|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|SEPARATOR|IF|COALESCE|BOUND|STR|LANG|DATATYPE|IRI|REGEX|CONTAINS|STRSTARTS|STRLEN|SUBSTR|LCASE|UCASE|CONCAT|YEAR|MONTH|DAY|NOW|true|false|a)\b)|(\b\d[\d.]*\b)/gi;
const CLASSES = ['comment', 'string', 'iri', 'variable', 'name', 'keyword', 'number'];

function coloured(query) {
  const parts = [];
  let end = 0;
  for (const match of query.matchAll(TOKENS)) {
    parts.push(query.slice(end, match.index));
    const kind = match.slice(1).findIndex((group) => group !== undefined);
    parts.push(h('span', { class: `t-${CLASSES[kind]}` }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, query.slice(end), '\n'];
}

/** An editor; run is called on Ctrl+Enter. */
export function editor(id, query, run) {
  const copy = h('pre', { class: 'coloured', 'aria-hidden': 'true' });
  const numbers = h('pre', { class: 'lines', 'aria-hidden': 'true' });
  const area = h('textarea', { id, spellcheck: 'false', wrap: 'off', autocapitalize: 'off', autocomplete: 'off', 'aria-label': 'SPARQL query' });
  let wrong = 0;
  area.value = query;
  const draw = () => {
    replace(copy, coloured(area.value));
    const lines = area.value.split('\n').length;
    replace(
      numbers,
      Array.from({ length: lines }, (_, i) => h('span', { class: i + 1 === wrong ? 'wrong' : '' }, `${i + 1}\n`)),
    );
    area.rows = Math.min(28, Math.max(8, lines + 1));
  };
  area.addEventListener('input', () => {
    wrong = 0;
    draw();
  });
  area.addEventListener('scroll', () => {
    copy.scrollTop = area.scrollTop;
    copy.scrollLeft = area.scrollLeft;
    numbers.scrollTop = area.scrollTop;
  });
  area.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      run(area.value);
    }
  });
  draw();
  return {
    element: h('div', { class: 'editor' }, numbers, h('div', { class: 'pane' }, copy, area)),
    text: () => area.value,
    /** Marks the line where something is wrong. */
    mark: (line) => {
      wrong = line;
      draw();
    },
  };
}
