import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { observeCalls } from '../../../../src/preview/discord/observe.ts';
import { checkedAnswer } from './description.ts';
import type { Tally } from './tally.ts';

/** In every test file: compares each successful answer of a local Discord with Discord's description. */

const folder = inject('answerTallies');
const tally: Tally = { checked: 0, mismatches: [] };
// The files of a run share its modules: each listens for itself alone.
const leave = observeCalls((call) => {
  if (call.phase !== 'after') return;
  const found = checkedAnswer(call);
  if (!found) return;
  tally.checked += 1;
  tally.mismatches.push(...found);
});
afterAll(() => {
  leave();
  if (tally.checked === 0) return;
  writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(tally));
  if (tally.mismatches.length > 0) {
    throw new Error(
      `Answers differ from Discord's description:\n${[...new Set(tally.mismatches)].join('\n')}`,
    );
  }
});
