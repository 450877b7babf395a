// The row of fields above a view; every change is a new address.

import { combobox } from './combobox.js';
import { h } from './dom.js';
import { FACTUALITIES, eventTypes } from './ontology.js';

function select(id, label, value, choices, changed) {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, onchange: (e) => changed(e.target.value) },
      choices.map(([key, name]) => h('option', { value: key, selected: key === value }, name)),
    ),
  );
}

function dayField(id, label, value, changed) {
  return h(
    'div',
    { class: 'field day' },
    h('label', { for: id }, label),
    h('input', {
      id,
      type: 'text',
      value: value ?? '',
      placeholder: '2023-07-20',
      pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
      title: 'a day, month or year: 2023-07-20, 2023-07 or 2023',
      inputmode: 'numeric',
      autocomplete: 'off',
      onchange: (e) => e.target.reportValidity() && changed(e.target.value.trim()),
    }),
  );
}

/** The classes as a tree in a list: the sixteen at the top, indented what is under them. */
function typeField(page, changed) {
  const value = page.params.type ?? '';
  const field = select('f-type', 'What', value, [['', 'any event'], ...(value ? [[value, value]] : [])], changed);
  eventTypes(page.signal).then((types) => {
    const box = field.querySelector('select');
    const add = (above, depth) => {
      for (const type of types.values()) {
        if (type.above === above) {
          if (type.id !== value || !box.querySelector(`option[value="${value}"]`)) {
            box.append(h('option', { value: type.id }, '\u00a0\u00a0\u00a0'.repeat(depth) + type.label));
          }
          add(type.id, depth + 1);
        }
      }
    };
    box.replaceChildren(h('option', { value: '' }, 'any event'));
    add('Event', 0);
    if (value && !types.has(value)) {
      box.append(h('option', { value }, `${value}: no such class`));
    }
    box.value = value;
  }, () => undefined);
  return field;
}

/**
 * The form of a view.
 *
 * fields: which of actor, recipient, type, place, factuality, from, to it has, in that order;
 * names: what actor and recipient are called here; extra: selects of the view's own.
 */
export function filterForm(page, { fields, names = {}, extra = [] }) {
  const set = (key) => (value) => page.go({ ...page.params, [key]: value, page: '', edge: '', at: '' });
  const combo = (key, label, kind, placeholder) =>
    combobox({
      id: `f-${key}`,
      label,
      kind,
      placeholder,
      value: page.params[key],
      chosen: set(key),
      signal: page.signal,
    });
  const make = {
    actor: () => combo('actor', names.actor ?? 'Who', 'actor', 'Iraq, NATO, a minister…'),
    recipient: () => combo('recipient', names.recipient ?? 'To whom', 'actor', 'Sweden…'),
    place: () => combo('place', 'Where', 'place', 'Baghdad…'),
    type: () => typeField(page, set('type')),
    factuality: () =>
      select(
        'f-factuality',
        'How real',
        page.params.factuality ?? '',
        [['', 'any'], ...FACTUALITIES.map((f) => [f.id, f.label])],
        set('factuality'),
      ),
    from: () => dayField('f-from', 'From', page.params.from, set('from')),
    to: () => dayField('f-to', 'To', page.params.to, set('to')),
  };
  const used = Object.entries(page.params).some(([key, value]) => value && key !== 'page');
  return h(
    'form',
    { class: 'filters', role: 'search', onsubmit: (e) => e.preventDefault() },
    fields.map((field) => make[field]()),
    extra.map(({ key, label, choices }) =>
      select(`f-${key}`, label, page.params[key] ?? choices[0][0], choices, set(key)),
    ),
    used && h('button', { type: 'button', class: 'quiet', id: 'f-clear', onclick: () => page.go({}) }, 'Clear'),
  );
}
