import * as make from '../bodies.ts';
import { text, times } from '../bodies.ts';
import { answer } from './judges.ts';
import { between, highest, most } from './limit.ts';
import type { Limit } from './limit.ts';

/** Modals, and the choices of an autocompletion. */
export const modals: readonly Limit[] = [
  [
    'text input value at least',
    answer,
    (n) => make.modal([make.label(make.input({ min_length: 5, value: text(n) }))]),
    5,
    4,
    'data.components.0.component.value',
    between,
  ],
  [
    'modal title',
    answer,
    (n) => make.modal([make.label(make.input())], { title: text(n) }),
    45,
    46,
    'data.title',
    between,
  ],
  [
    'modal custom_id',
    answer,
    (n) => make.modal([make.label(make.input())], { custom_id: text(n) }),
    100,
    101,
    'data.custom_id',
    between,
  ],
  [
    'modal components',
    answer,
    (n) => make.modal(times(n, (at) => make.label(make.input({ custom_id: `w${at}` })))),
    5,
    6,
    'data.components',
    between,
  ],
  [
    'modal components at least',
    answer,
    (n) => make.modal(times(n, () => make.label(make.input()))),
    1,
    0,
    'data.components',
    between,
  ],
  [
    'label',
    answer,
    (n) => make.modal([make.label(make.input(), { label: text(n) })]),
    45,
    46,
    'data.components.0.label',
    between,
  ],
  [
    'label description',
    answer,
    (n) => make.modal([make.label(make.input(), { description: text(n) })]),
    100,
    101,
    'data.components.0.description',
    between,
  ],
  [
    'text input',
    answer,
    (n) => make.modal([make.label(make.input({ max_length: n }))]),
    4000,
    4001,
    'data.components.0.component.max_length',
    highest,
  ],
  [
    'text input value',
    answer,
    (n) => make.modal([make.label(make.input({ value: text(n) }))]),
    4000,
    4001,
    'data.components.0.component.value',
    between,
  ],
  [
    'text input placeholder',
    answer,
    (n) => make.modal([make.label(make.input({ placeholder: text(n) }))]),
    100,
    101,
    'data.components.0.component.placeholder',
    most,
  ],
  [
    'text input min_length',
    answer,
    (n) => make.modal([make.label(make.input({ min_length: n, max_length: 10 }))]),
    10,
    11,
    'data.components.0.component.min_length',
    highest,
  ],
  [
    'radio group',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: times(n, (at) => make.choice(at)) }),
      ]),
    10,
    11,
    'data.components.0.component.options',
    between,
  ],
  [
    'radio group at least',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: times(n, (at) => make.choice(at)) }),
      ]),
    2,
    1,
    'data.components.0.component.options',
    between,
  ],
  [
    'checkbox group',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 22, custom_id: 'c', options: times(n, (at) => make.choice(at)) }),
      ]),
    10,
    11,
    'data.components.0.component.options',
    between,
  ],
  [
    'checkbox group at least',
    answer,
    (n) =>
      make.modal([
        make.label({ type: 22, custom_id: 'c', options: times(n, (at) => make.choice(at)) }),
      ]),
    1,
    0,
    'data.components.0.component.options',
    between,
  ],
  [
    'text inputs in a classic row',
    answer,
    (n) =>
      make.modal([
        make.row(...times(n, (at) => make.input({ custom_id: `w${at}`, label: 'Why' }))),
      ]),
    1,
    2,
    'data.components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'autocomplete choices',
    answer,
    (n) => ({
      type: 8,
      data: { choices: times(n, (at) => ({ name: `Feed ${at}`, value: `f${at}` })) },
    }),
    25,
    26,
    'data.choices',
    most,
  ],
];
