import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { changeSettings } from '../../../src/newsroom/moderation/change-settings.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase, type RulingRequest } from '../../../src/newsroom/moderation/rule-case.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const century = 'The old pier has stood for a century.';
const ninety = 'The old pier has stood for ninety years.';
const ports = () => newsroom.bot.ports;
const shown = () =>
  newsroom
    .messages(newsroom.threads()[0]?.id ?? '')
    .map(({ content }) => content)
    .join('\n');
const caseOf = async (number: number) => ports().store.cases.get(newsroom.guildId, number);
const card = (number: number) =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .map(({ components }) => JSON.stringify(components))
    .findLast((text) => text.includes(`### Case ${number}:`));

async function withThread(): Promise<void> {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
}

/** A report of Ngozi's comment, by a reader of their own unless named. */
async function flag(
  reason: 'abuse' | 'illegal' = 'abuse',
  reporterId: string = newsroom.discord.addMember(newsroom.guildId, { name: 'Pat' }).id,
) {
  const { store } = ports();
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const comments = found ? await store.discussions.listComments(found.discussion.id) : [];
  const key = comments.find(({ comment }) => comment.author === 'Ngozi')?.key ?? '';
  const told = { reporterId, kind: 'reader', reason, details: null } as const;
  const receipt = await report(ports(), newsroom.guildId, await flaggedComment(ports(), key), told);
  await newsroom.quiet();
  return receipt;
}

async function rule(number: number, action: RulingRequest['action']): Promise<void> {
  const { guildId, moderator } = newsroom;
  const ruling = { guildId, number, action, versionSeen: (await caseOf(number))?.version ?? 0 };
  await ruleCase(ports(), { ...ruling, by: moderator, senior: true, reason: 'Looked at.' });
  await newsroom.quiet();
}

async function edited(text: string): Promise<void> {
  newsroom.paper.editComment('pier', 'c3', text);
  await newsroom.later(6 * minuteMs);
}

async function withdrawn(): Promise<void> {
  newsroom.paper.withdrawComment('pier', 'c3');
  await newsroom.later(6 * minuteMs);
  expect((await caseOf(1))?.state).not.toBe('dismissed');
  await newsroom.later(6 * minuteMs);
}

test.each(['abuse', 'illegal'] as const)(
  'a case for %s is voided when its comment is deleted at its source',
  async (reason) => {
    await withThread();
    await flag(reason);
    await withdrawn();
    const voided = await caseOf(1);
    expect(voided).toMatchObject({ state: 'dismissed', version: 2 });
    expect(voided?.ruling).toMatchObject({ action: 'void', by: newsroom.botUserId });
    expect(card(1)).toMatch(/Dismissed by <@\d+> <t:\d+:R>: deleted on its site"/);
    const lines = await ports().store.audit.list(newsroom.guildId, 20);
    expect(lines.find(({ action }) => action === 'case.void')).toMatchObject({
      actor: 'wirethread',
      subject: 'case:1',
      version: 2,
    });
  },
);

test('a ruling stays in force when its comment is deleted at its source', async () => {
  await withThread();
  await flag();
  await rule(1, 'no-fault');
  newsroom.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await newsroom.later(6 * minuteMs);
  expect((await caseOf(1))?.ruling?.action).toBe('no-fault');
});

test('cases on all revisions of a comment are voided when it is deleted at its source', async () => {
  await withThread();
  await flag();
  await edited(ninety);
  await flag();
  await withdrawn();
  expect((await caseOf(1))?.ruling?.action).toBe('void');
  expect((await caseOf(2))?.ruling?.action).toBe('void');
});

test('a report on an edited comment reaches the moderators at once, whoever reports it', async () => {
  await withThread();
  await flag('abuse', newsroom.reader);
  await rule(1, 'no-fault');
  expect((await flag()).outcome).toBe('already-ruled');
  await edited(ninety);
  expect(await flag('abuse', newsroom.reader)).toEqual({ outcome: 'opened', caseNumber: 2 });
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 2 });
});

test('a comment edited back to its flagged text belongs to the case that flagged it', async () => {
  await withThread();
  await flag();
  await edited(ninety);
  await flag();
  await edited(century);
  expect(await flag()).toEqual({ outcome: 'joined', caseNumber: 1 });
});

test('a comment stays hidden while any of its cases hides it', async () => {
  await withThread();
  await changeSettings(ports(), newsroom.guildId, { hideThreshold: 2 }, newsroom.moderator);
  await flag();
  await edited(ninety);
  await flag();
  await flag();
  expect(shown()).not.toContain('ninety years');
  await edited(century);
  await flag();
  await rule(1, 'no-fault');
  expect(shown()).not.toContain('century');
  await edited(ninety);
  await rule(2, 'no-fault');
  expect(shown()).toContain('ninety years');
});

test('a report on a comment that was just deleted at its source opens no case', async () => {
  await withThread();
  const { store } = ports();
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const comments = found ? await store.discussions.listComments(found.discussion.id) : [];
  const key = comments.find(({ comment }) => comment.author === 'Ngozi')?.key ?? '';
  const flagged = await flaggedComment(ports(), key);
  newsroom.paper.withdrawComment('pier', 'c3');
  for (let look = 0; look < 2; look += 1) await newsroom.later(6 * minuteMs);
  const told = { reporterId: newsroom.reader, kind: 'reader', details: null } as const;
  await expect(
    report(ports(), newsroom.guildId, flagged, { ...told, reason: 'abuse' }),
  ).rejects.toThrow(/gone already/);
  expect(await caseOf(1)).toBeNull();
});
