// A field that suggests names while one types; arrows, Enter and Escape work as in the ARIA pattern.

import { h, replace } from './dom.js';
import { knownLabel, labelOf, remember, suggest } from './names.js';
import { full } from './sparql.js';

const WAIT = 180;

/**
 * kind is actor or place, value the short name that is chosen now; chosen(value) is called with a
 * new one, or with '' when the field is emptied.
 */
export function combobox({ id, label, kind, value, placeholder, chosen, signal }) {
  const listId = `${id}-list`;
  let options = [];
  let active = -1;
  let timer;
  let asking;

  const list = h('ul', { id: listId, role: 'listbox', 'aria-label': label, hidden: true });
  const status = h('span', { class: 'visually-hidden', role: 'status' });
  const input = h('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  });
  if (value) {
    input.value = knownLabel(value) ?? value;
    labelOf(full(value), signal).then((name) => {
      if (document.activeElement !== input || input.value === value) {
        input.value = name;
      }
    }, () => undefined);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(option) {
    remember(option.value, option.label);
    input.value = option.label;
    close();
    chosen(option.value);
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', `${listId}-${index}`);
      list.children[index].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(found) {
    options = found;
    active = -1;
    replace(
      list,
      found.map((option, i) =>
        h(
          'li',
          {
            id: `${listId}-${i}`,
            role: 'option',
            'aria-selected': 'false',
            // The field keeps the focus.
            onmousedown: (e) => e.preventDefault(),
            onclick: () => choose(option),
          },
          h('span', { class: 'option-name' }, option.label, option.alias ? h('small', {}, ` ${option.alias}`) : ''),
          h('span', { class: 'option-kind' }, option.kind, option.events ? ` · ${option.events}` : ''),
        ),
      ),
      found.length === 0 ? h('li', { class: 'nothing', role: 'presentation' }, `No ${kind} has such a name`) : false,
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = found.length ? `${found.length} suggestions` : `no ${kind} has such a name`;
  }

  async function look() {
    asking?.abort();
    asking = new AbortController();
    const own = asking.signal;
    try {
      const found = await suggest(kind, input.value, own);
      if (!own.aborted && !signal.aborted) {
        show(found);
        return found;
      }
    } catch (e) {
      if (e.name !== 'AbortError') {
        replace(list, h('li', { class: 'nothing', role: 'presentation' }, e.message));
        list.hidden = false;
      }
    }
    return [];
  }

  async function enter() {
    if (active >= 0) {
      choose(options[active]);
      return;
    }
    if (input.value.trim() === '') {
      close();
      if (value) {
        chosen('');
      }
      return;
    }
    clearTimeout(timer);
    const found = await look();
    if (found.length > 0) {
      choose(found[0]);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < 2) {
      close();
    } else {
      timer = setTimeout(look, WAIT);
    }
  });
  input.addEventListener('change', () => {
    if (input.value.trim() === '' && value) {
      chosen('');
    }
  });
  input.addEventListener('keydown', (e) => {
    const open = !list.hidden && options.length > 0;
    if (e.key === 'ArrowDown' && open) {
      mark((active + 1) % options.length);
    } else if (e.key === 'ArrowUp' && open) {
      mark((active - 1 + options.length) % options.length);
    } else if (e.key === 'Enter') {
      enter();
    } else if (e.key === 'Escape' && !list.hidden) {
      close();
    } else {
      return;
    }
    e.preventDefault();
  });
  input.addEventListener('blur', () => {
    close();
    if (value && input.value.trim() !== '') {
      input.value = knownLabel(value) ?? input.value;
    }
  });
  input.addEventListener('focus', () => input.select());

  return h('div', { class: 'field combo' }, h('label', { for: id }, label), input, list, status);
}
