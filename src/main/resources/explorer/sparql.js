// Asking the server: SPARQL in, rows out, and what can go wrong on the way.

export const BASE = 'https://w3id.org/demarche/id/';
export const DEM = 'https://w3id.org/demarche/ontology#';

export const PREFIXES = {
  dem: DEM,
  id: BASE,
  mode: 'https://w3id.org/demarche/mode#',
  context: 'https://w3id.org/demarche/context#',
  dcterms: 'http://purl.org/dc/terms/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  wd: 'http://www.wikidata.org/entity/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Why there is no answer. kind: lost, timeout, busy, refused, wrong, failed. */
export class Problem extends Error {
  constructor(kind, title, detail) {
    super(title);
    this.kind = kind;
    this.detail = detail;
  }
}

/** A name in angle brackets; one that could end them early is refused. */
export function iri(value) {
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(value)) {
    throw new Problem('wrong', 'That is not a name of the graph', `"${value}" is not an IRI`);
  }
  return `<${value}>`;
}

/** A string in quotes. */
export function text(value) {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** "state/IRQ" for https://w3id.org/demarche/id/state/IRQ; other names stay whole. */
export function short(name) {
  return name.startsWith(BASE) ? name.slice(BASE.length) : name;
}

export function full(name) {
  return /^[a-z][a-z0-9+.-]*:/i.test(name) ? name : BASE + name;
}

/** dem:actor for the whole name, where a prefix is known. */
export function compact(name) {
  const known = Object.entries(PREFIXES)
    .filter(([, start]) => name.startsWith(start))
    .sort((a, b) => b[1].length - a[1].length);
  return known.length ? `${known[0][0]}:${name.slice(known[0][1].length)}` : name;
}

/** The query with the prefixes that it uses, its lines moved to the margin. */
export function tidy(query) {
  const lines = query.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  const body = lines.map((line) => line.slice(indent)).join('\n');
  const used = Object.entries(PREFIXES).filter(([name]) =>
    new RegExp(`(^|[^\\w<:])${name}:`).test(body),
  );
  return used.map(([name, start]) => `PREFIX ${name}: <${start}>\n`).join('') + body;
}

async function problemOf(response) {
  let title = response.statusText || `Error ${response.status}`;
  let detail = '';
  let type = '';
  const said = await response.text().catch(() => '');
  try {
    const json = JSON.parse(said);
    title = json.title ?? title;
    detail = json.detail ?? '';
    type = json.type ?? '';
  } catch {
    detail = said.slice(0, 2000);
  }
  if (type.endsWith('#query-timeout')) {
    return new Problem('timeout', title, detail);
  }
  if (response.status === 503 || response.status === 429) {
    return new Problem('busy', title, detail);
  }
  if (response.status === 401 || response.status === 403) {
    return new Problem('refused', title, detail);
  }
  return new Problem(response.status < 500 ? 'wrong' : 'failed', title, detail);
}

/** Fetches from this server; throws a Problem for anything but a good answer. */
export async function fetchFrom(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    throw new Problem('lost', 'The server does not answer', 'It may have been stopped.');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

/** Sends any query; accept says in which form the answer is wanted. */
export function send(query, signal, accept = 'application/sparql-results+json') {
  return fetchFrom('demarche/sparql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/sparql-query', Accept: accept },
    body: query,
    signal,
  });
}

async function json(response) {
  try {
    return await response.json();
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    throw new Problem('lost', 'The answer broke off', 'The server may have been stopped.');
  }
}

/** The rows of a SELECT as objects of plain strings. */
export async function rows(query, signal) {
  const answer = await json(await send(query, signal));
  return answer.results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, term.value])),
  );
}

/** The rows of a SELECT with their terms as SPARQL's JSON has them. */
export async function terms(query, signal) {
  return (await json(await send(query, signal))).results.bindings;
}
