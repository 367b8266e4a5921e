import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase, type RulingRequest } from '../../../src/newsroom/moderation/rule-case.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const ports = () => newsroom.bot.ports;
const shown = () =>
  newsroom.messages(newsroom.threads()[0]?.id ?? '').map(({ content }) => content);
const card = () => JSON.stringify(newsroom.messages(newsroom.moderatorsChannel).at(-1)?.components);

/** The key of the comment by its author. */
async function commentBy(author: string): Promise<string> {
  const { store } = ports();
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const comments = found ? await store.discussions.listComments(found.discussion.id) : [];
  return comments.find(({ comment }) => comment.author === author)?.key ?? '';
}

async function flag(key: string, reporterId = newsroom.reader): Promise<void> {
  const told = { reporterId, kind: 'reader', reason: 'abuse', details: null } as const;
  await report(ports(), newsroom.guildId, await flaggedComment(ports(), key), told);
}

async function rule(number: number, action: RulingRequest['action']): Promise<void> {
  const { guildId, moderator } = newsroom;
  const found = await ports().store.cases.get(guildId, number);
  const ruling = { guildId, number, action, versionSeen: found?.version ?? 0 };
  await ruleCase(ports(), { ...ruling, by: moderator, senior: true, reason: null });
  await newsroom.quiet();
}

async function withThread(): Promise<void> {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
}

test('a comment removed by one case stays removed when another case on it is dismissed', async () => {
  await withThread();
  const key = await commentBy('Ngozi');
  await flag(key);
  newsroom.paper.editComment('pier', 'c3', 'The old pier is a disgrace.');
  await newsroom.later(6 * minuteMs);
  await flag(key);
  await rule(2, 'remove');
  expect(shown().join()).not.toContain('disgrace');
  await rule(1, 'no-fault').catch(() => {});
  expect(shown().join()).not.toContain('disgrace');

  await rule(2, 'undo');
  expect(shown().join()).toContain('disgrace');
});

test('a ruling on a comment edited since is not carried out, and the case card shows both texts', async () => {
  await withThread();
  await flag(await commentBy('Ngozi'));
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await newsroom.later(6 * minuteMs);
  await expect(rule(1, 'remove')).rejects.toThrow(/edited/);
  await newsroom.quiet();
  expect(shown().join()).toContain('ninety years');
  expect(card()).toContain('stood for a century');
  expect(card()).toContain('ninety years');

  await rule(1, 'remove');
  expect(shown().join()).not.toContain('ninety years');
});
