import {
  refusedChannelPatch,
  refusedThreadCreate,
  refusedThreadFromMessage,
} from '../../../../../src/preview/discord/rules/index.ts';
import { required, twice } from './case.ts';
import type { Case } from './case.ts';
/** Threads, forum posts and channels. */
export const threads: readonly Case[] = [
  [
    'a forum tag with the id of another',
    refusedChannelPatch(
      {
        available_tags: [
          { id: '1', name: 'a' },
          { id: '1', name: 'b' },
        ],
      },
      15,
    ),
    'available_tags.1.id',
    twice,
  ],
  ['a thread without a name', refusedThreadFromMessage({}), 'name', required],
  [
    'a thread with a blank name',
    refusedThreadFromMessage({ name: '   ' }),
    'name',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an auto-archive between the four',
    refusedThreadFromMessage({ name: 'x', auto_archive_duration: 120 }),
    'auto_archive_duration',
    'BASE_TYPE_CHOICES',
  ],
  ['a post without a message', refusedThreadCreate({ name: 'x' }, 15), 'message', required],
  [
    'a tag given twice',
    refusedThreadCreate({ name: 'x', applied_tags: ['1', '1'], message: { content: 'x' } }, 15),
    'applied_tags.1',
    twice,
  ],
  [
    'an announcement thread in a text channel',
    refusedThreadCreate({ name: 'x', type: 10 }, 0),
    'type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a public thread in an announcement channel',
    refusedThreadCreate({ name: 'x', type: 11 }, 5),
    'type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a lock that is neither on nor off',
    refusedChannelPatch({ locked: 'yes' }, 11),
    'locked',
    'BOOLEAN_TYPE_CONVERT',
  ],
  [
    'a forum tag without a name',
    refusedChannelPatch({ available_tags: [{ name: '' }] }, 15),
    'available_tags.0.name',
    'BASE_TYPE_BAD_LENGTH',
  ],
];
