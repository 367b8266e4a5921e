import { commands } from './commands.ts';
import { components } from './components.ts';
import type { Limit } from './limit.ts';
import { messages } from './messages.ts';
import { modals } from './modals.ts';
import { threads } from './threads.ts';
/** Every limit there is a number for, by what is limited. */
export const limits: readonly (readonly [string, readonly Limit[]])[] = [
  ['messages', messages],
  ['components', components],
  ['modals', modals],
  ['threads and channels', threads],
  ['commands', commands],
];
