import { afterEach, expect } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase, type RulingRequest } from '../../../src/newsroom/moderation/rule-case.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

// A story whose comment by Ngozi is reported, edited, deleted and ruled on.

export let newsroom: Newsroom;

/** Closes the newsroom after each test of the calling file. */
export function useNewsroom(): void {
  afterEach(() => newsroom.close());
}

export const century = 'The old pier has stood for a century.';
export const ninety = 'The old pier has stood for ninety years.';
export const ports = () => newsroom.bot.ports;
export const shown = () =>
  newsroom
    .messages(newsroom.threads()[0]?.id ?? '')
    .map(({ content }) => content)
    .join('\n');
export const caseOf = async (number: number) => ports().store.cases.get(newsroom.guildId, number);
export const card = (number: number) =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .map(({ components }) => JSON.stringify(components))
    .findLast((text) => text.includes(`### Case ${number}:`));

export async function withThread(): Promise<void> {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
}

/** Ngozi's comment, as a reader sees it now. */
export async function flaggedNow() {
  const { store } = ports();
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const comments = found ? await store.discussions.listComments(found.discussion.id) : [];
  const key = comments.find(({ comment }) => comment.author === 'Ngozi')?.key ?? '';
  return flaggedComment(ports(), newsroom.guildId, key);
}

/** A report of Ngozi's comment, by a reader of their own unless named. */
export async function flag(
  reason: 'abuse' | 'illegal' = 'abuse',
  reporterId: string = newsroom.discord.addMember(newsroom.guildId, { name: 'Pat' }).id,
) {
  const details = { reporterId, kind: 'reader', reason, details: null } as const;
  const receipt = await report(ports(), newsroom.guildId, await flaggedNow(), details);
  await newsroom.quiet();
  return receipt;
}

/** A ruling by somebody who saw the newest version, or an earlier one. */
export async function rule(
  number: number,
  action: RulingRequest['action'],
  seen?: number,
): Promise<void> {
  const { guildId, moderator } = newsroom;
  const versionSeen = seen ?? (await caseOf(number))?.version ?? 0;
  const ruling = { guildId, number, action, versionSeen };
  await ruleCase(
    ports(),
    { ...ruling, by: moderator, senior: true, reason: 'Looked at.' },
    new AbortController().signal,
  );
  await newsroom.quiet();
}

export async function edited(text: string): Promise<void> {
  newsroom.paper.editComment('pier', 'c3', text);
  await newsroom.later(6 * minuteMs);
}

export async function withdrawn(): Promise<void> {
  newsroom.paper.withdrawComment('pier', 'c3');
  await newsroom.later(6 * minuteMs);
  expect((await caseOf(1))?.state).not.toBe('dismissed');
  await newsroom.later(6 * minuteMs);
}
