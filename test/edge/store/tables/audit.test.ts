import { expect, test } from 'vitest';
import { StoryId } from '../../../../src/core/ids.ts';
import type { AuditFilter } from '../../../../src/core/moderation/audit.ts';
import { minuteMs } from '../../../../src/core/time/duration.ts';
import { guild, harbour, newStore, noon, reader } from '../stores.ts';

const neighbour = '300000000000000002';
const pier = StoryId.parse('pier');

async function filled() {
  const { store } = await newStore();
  const ofCase = (number: number) => ({ guildId: guild, subject: `case:${number}`, actor: reader });
  const { audit } = store;
  await audit.append({ ...ofCase(1), at: noon, action: 'case.opened', version: 1, storyId: pier });
  await audit.append({ ...ofCase(2), at: noon, action: 'case.opened', version: 1 });
  await audit.append({ ...ofCase(1), at: noon + 1, action: 'case.remove', channelId: harbour });
  await audit.append({
    ...ofCase(1),
    at: noon + minuteMs,
    action: 'case.undo',
    actor: 'wirethread',
  });
  const line = { guildId: guild, at: noon + 2 * minuteMs, actor: reader, subject: guild };
  await audit.append({ ...line, action: 'settings.changed' });
  await audit.append({ ...line, guildId: neighbour, action: 'settings.changed' });
  return audit;
}

test('each filter of the audit leaves only its lines, newest first', async () => {
  const audit = await filled();
  const found = async (filter: AuditFilter) =>
    (await audit.list(guild, 9, filter)).map(({ action }) => action);
  expect(await found({})).toEqual([
    'settings.changed',
    'case.undo',
    'case.remove',
    'case.opened',
    'case.opened',
  ]);
  expect(await found({ caseNumber: 1 })).toEqual(['case.undo', 'case.remove', 'case.opened']);
  expect(await found({ actor: 'wirethread' })).toEqual(['case.undo']);
  expect(await found({ area: 'settings' })).toEqual(['settings.changed']);
  expect(await found({ channelId: harbour })).toEqual(['case.remove']);
  expect(await found({ storyId: pier })).toEqual(['case.opened']);
  expect(await found({ since: noon + 1, until: noon + minuteMs })).toEqual(['case.remove']);
  expect(await found({ area: 'case', actor: reader, caseNumber: 2 })).toEqual(['case.opened']);
});

test('the audit is paged from any line in both directions, also among lines of one instant', async () => {
  const audit = await filled();
  const all = await audit.list(guild, 9);
  const [, , third, fourth] = all;
  if (!third || !fourth) throw new Error('there are five lines');
  const seqs = (lines: readonly { seq: number }[]) => lines.map(({ seq }) => seq);
  expect(seqs(await audit.list(guild, 9, {}, { before: fourth }))).toEqual(seqs(all.slice(4)));
  expect(seqs(await audit.list(guild, 1, {}, { before: third }))).toEqual(seqs(all.slice(3, 4)));
  expect(seqs(await audit.list(guild, 2, {}, { after: fourth }))).toEqual(seqs(all.slice(1, 3)));
  expect(await audit.placeOf(guild, third.seq)).toEqual({ at: third.at, seq: third.seq });
  expect(await audit.placeOf(neighbour, third.seq)).toBeNull();
});

test('a case was last opened by its report, or by the ruling on it that was undone', async () => {
  const audit = await filled();
  expect(await audit.openedBefore(guild, [1, 2, 3], noon + 2 * minuteMs)).toEqual(
    new Map([
      [1, noon + minuteMs],
      [2, noon],
    ]),
  );
  expect((await audit.openedBefore(guild, [1], noon + minuteMs)).get(1)).toBe(noon);
});

test('of the planned summaries the one that has been due for longest is given, one for each server', async () => {
  const { store } = await newStore();
  const { summaries } = store;
  await summaries.save({ guildId: guild, month: '2026-10', dueAt: noon });
  await summaries.save({ guildId: neighbour, month: '2026-10', dueAt: noon - 1 });
  expect((await summaries.getDue(noon))?.guildId).toBe(neighbour);
  await summaries.save({ guildId: neighbour, month: '2026-11', dueAt: noon + 1 });
  expect((await summaries.getDue(noon))?.guildId).toBe(guild);
  await summaries.delete(guild);
  expect(await summaries.getDue(noon)).toBeNull();
  expect(await summaries.get(neighbour)).toEqual({
    guildId: neighbour,
    month: '2026-11',
    dueAt: noon + 1,
  });
});
