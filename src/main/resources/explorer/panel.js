// The events behind something that was clicked: an edge, a place.

import { h, replace } from './dom.js';
import { PAGE, eventList, events, eventsQuery, howMany } from './events.js';
import { eventTypes } from './ontology.js';
import { awaited, nothing } from './state.js';

/** Fills the panel with the events of the filter; close is the address without it. */
export function showEvents(page, target, title, filter, { more, close } = {}) {
  const list = h('div', {});
  replace(
    target,
    h('header', {}, h('h2', { tabindex: '-1' }, title), close ? h('a', { href: close, class: 'button quiet', id: 'close-panel' }, 'Close') : ''),
    list,
  );
  const query = eventsQuery(filter, { more });
  awaited(page, list, async (signal) => {
    const [found, types] = await Promise.all([events(query, signal), eventTypes(signal)]);
    if (found.length === 0) {
      return nothing('No event');
    }
    const shown = found.slice(0, PAGE);
    return [h('p', { class: 'count' }, howMany(shown, found.length > PAGE)), eventList(shown, types)];
  });
  return query;
}
