import * as make from '../bodies.ts';
import { answer, duplicated, legacy, required, wrongType } from './case.ts';
import type { Case } from './case.ts';
export const interactions: readonly Case[] = [
  ['an answer without a type', answer({}), 'type', required],
  ['an answer of an unknown type', answer({ type: 3 }), 'type', 'BASE_TYPE_CHOICES'],
  ['a message answer without a message', answer({ type: 4 }), 'data', required],
  ['a modal without anything', answer({ type: 9 }), 'data', required],
  [
    'a modal without a title',
    answer({ type: 9, data: { custom_id: 'x', components: [make.label(make.input())] } }),
    'data.title',
    required,
  ],
  [
    'a bare text input in a modal',
    answer(make.modal([make.input({ label: 'Why' })])),
    'data.components.0',
    wrongType,
  ],
  [
    'a text display wrapped in a label',
    answer(make.modal([make.label(make.display())])),
    'data.components.0.component',
    wrongType,
  ],
  [
    'a label around nothing',
    answer(make.modal([{ type: 18, label: 'Why' }])),
    'data.components.0.component',
    required,
  ],
  [
    'a button in a modal',
    answer(make.modal([make.row(make.button())])),
    'data.components.0.components.0.type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a classic text input without a label',
    answer(make.modal([make.row(make.input())])),
    'data.components.0.components.0.label',
    required,
  ],
  [
    'a modal with one custom id twice',
    answer(make.modal([make.label(make.input()), make.label(make.input())])),
    'data.components.1.component.custom_id',
    duplicated,
  ],
  [
    'a radio group with a value twice',
    answer(
      make.modal([
        make.label({ type: 21, custom_id: 'r', options: [make.choice(0), make.choice(0)] }),
      ]),
    ),
    'data.components.0.component.options.1',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'an answer with Components V2 and content',
    answer({ type: 4, data: { ...make.inV2(make.display()), content: 'x' } }),
    'data.content',
    legacy,
  ],
  [
    'an update with a container but no flag',
    answer({ type: 7, data: { components: [{ type: 17, components: [make.display()] }] } }),
    'data.components.0',
    wrongType,
  ],
];
