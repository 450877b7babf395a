// What a view says while there is nothing to show, or nothing will come.

import { h, replace } from './dom.js';

const SLOW = 2500;

function note(kind, title, ...more) {
  return h('div', { class: `note ${kind}`, role: kind === 'problem' ? 'alert' : 'status' }, h('h2', {}, title), more);
}

export function nothing(title, ...hints) {
  return note('nothing', title, hints.map((hint) => h('p', {}, hint)));
}

export function emptyStore() {
  return note(
    'empty',
    'The store is empty',
    h('p', {}, 'No article has been read into it. Stop the server, read some, and start it again:'),
    h('pre', {}, 'java -jar demarche.jar build --store DIR articles/\njava -jar demarche.jar serve --store DIR'),
    h('p', {}, 'One that runs with --watch or --accept-articles takes them as they come.'),
  );
}

const ADVICE = {
  lost: 'Start the server again; the page goes on by itself once it answers.',
  timeout: 'Ask for less: choose an actor, a class of events or a shorter time.',
  busy: 'Wait a moment and ask again.',
  refused: 'The server wants a name and a password for this.',
  wrong: 'Change what is asked and try again.',
  failed: 'Something went wrong in the server; its log may say more.',
};

export function problem(error, again) {
  return note(
    'problem',
    error.message,
    error.detail ? h('pre', {}, error.detail) : '',
    h('p', {}, ADVICE[error.kind] ?? 'This should not have happened; reload the page.'),
    again ? h('button', { type: 'button', onclick: again }, 'Ask again') : '',
  );
}

/**
 * Shows that an answer is awaited, and after a while for how long; then what work gives, or what
 * went wrong. Nothing is touched once the view has been left.
 */
export async function awaited(page, target, work) {
  const seconds = h('span', {});
  const stop = h('button', { type: 'button', class: 'quiet', hidden: true }, 'Stop');
  const own = new AbortController();
  const leave = () => own.abort();
  page.signal.addEventListener('abort', leave);
  stop.addEventListener('click', leave);
  replace(target, h('div', { class: 'note waiting', role: 'status' }, h('span', { class: 'spinner' }), ' Asking the graph… ', seconds, stop));
  target.setAttribute('aria-busy', 'true');
  const start = performance.now();
  const tick = setInterval(() => {
    const passed = performance.now() - start;
    if (passed > SLOW) {
      seconds.textContent = `this is a slow one: ${Math.round(passed / 1000)} s `;
      stop.hidden = false;
    }
  }, 500);
  try {
    const shown = await work(own.signal);
    if (!page.signal.aborted) {
      replace(target, shown);
    }
  } catch (error) {
    if (page.signal.aborted) {
      return;
    }
    if (error.name === 'AbortError') {
      replace(target, nothing('Stopped', 'The question was given up.'));
      return;
    }
    if (error.kind === 'lost') {
      page.lost();
    }
    if (error.kind === undefined) {
      console.error(error);
    }
    replace(target, problem(error, () => page.again()));
  } finally {
    clearInterval(tick);
    target.removeAttribute('aria-busy');
    page.signal.removeEventListener('abort', leave);
  }
}
