import { afterEach, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { reconcileThreads } from '../../../src/newsroom/discussions/discord-events.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import { muteAuthor, unmuteAuthor } from '../../../src/newsroom/moderation/mute-author.ts';
import { report } from '../../../src/newsroom/moderation/report.ts';
import { ruleCase } from '../../../src/newsroom/moderation/rule-case.ts';
import type { Message } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

// Comments under the names of their authors that are hidden and come back, before and after the close.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const lantern = ' · The Merrow Lantern';
const ports = () => newsroom.bot.ports;
const thread = () => newsroom.threads()[0]?.id ?? '';
const metadata = () => newsroom.discord.thread(thread())?.thread_metadata;
const messages = () => newsroom.messages(thread());
const comments = (): Message[] =>
  messages().filter(({ components }) => JSON.stringify(components).includes('"report:'));
const names = () => comments().map(({ author }) => author.username);
const shown = (text: string) => messages().find(({ content }) => content.includes(text));
const place = (id: string | undefined) => messages().find((message) => message.id === id);

async function staged(): Promise<void> {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { comments: { personas: true } },
    permissions: [...invitePermissions, 'ManageWebhooks'],
  });
  await newsroom.quiet();
}

async function discussion() {
  const states = ['open', 'closing', 'closed'] as const;
  const [found] = await ports().store.discussions.listInGuild(newsroom.guildId, states, 1);
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

async function closed(): Promise<void> {
  const decide = ({ now }: { now: number }) => ({ kind: 'closed', at: now }) as const;
  await setOverride(ports(), (await discussion()).id, decide, newsroom.moderator);
  for (let look = 0; look < 3; look += 1) await newsroom.later(minuteMs);
  expect(metadata()?.locked).toBe(true);
}

async function keyOf(author: string): Promise<string> {
  const place = { guildId: newsroom.guildId, discussionId: null };
  const [found] = await ports().store.discussions.listAuthors(place, author.toLowerCase(), 1);
  return found?.key ?? '';
}

async function mutes(author: string): Promise<() => Promise<void>> {
  const { guildId, moderator: by } = newsroom;
  const request = { guildId, commentKey: await keyOf(author), by };
  const { author: muted } = await muteAuthor(ports(), request);
  await newsroom.quiet();
  return async () => {
    await unmuteAuthor(ports(), { ...request, author: muted });
    await newsroom.quiet();
  };
}

async function rules(author: string): Promise<(action: 'hide' | 'undo') => Promise<void>> {
  const { guildId, moderator } = newsroom;
  const flagged = await flaggedComment(ports(), guildId, await keyOf(author));
  const { caseNumber: number } = await report(ports(), guildId, flagged, {
    reporterId: moderator,
    kind: 'moderator',
    details: null,
    reason: 'abuse',
  });
  return async (action) => {
    const { version = 0 } = (await ports().store.cases.get(guildId, number)) ?? {};
    const why = { versionSeen: version, reason: 'Looked at.' };
    const ruling = { guildId, number, by: moderator, senior: true, action, ...why };
    await ruleCase(ports(), ruling, signal);
    await newsroom.quiet();
  };
}

test('a hidden comment’s name goes with it, as Discord changes no webhook’s name; undone, it is back', async () => {
  await staged();
  const rule = await rules('Ngozi');
  await rule('hide');
  expect(names()).not.toContain(`Ngozi${lantern}`);
  expect(comments()).toHaveLength(2);
  await newsroom.later(hourMs);
  expect(comments()).toHaveLength(2);
  await rule('undo');
  expect(shown('a century')?.author.username).toBe(`Ngozi${lantern}`);
  expect(comments()).toHaveLength(3);
});

test('a comment that is to be back before Discord said that it is gone is posted again, once', async () => {
  await staged();
  const rule = await rules('Ngozi');
  newsroom.discord.faults.failNext('DELETE /channels/:id/messages/:message', {
    status: 'drop',
    when: 'after',
  });
  await rule('hide');
  await rule('undo');
  await newsroom.later(hourMs);
  expect(messages().filter(({ content }) => content.includes('a century'))).toHaveLength(1);
  expect(shown('a century')?.author.username).toBe(`Ngozi${lantern}`);
});

test('a muted author’s comment goes, its replies name nobody; unmuted, they name and link it again', async () => {
  await staged();
  const unmute = await mutes('Maren');
  expect(names()).toEqual([`Odd Nilsen${lantern}`, `Ngozi${lantern}`]);
  expect(shown('In spring')?.content).not.toContain('Maren');
  await unmute();
  expect(names()).toEqual([`Odd Nilsen${lantern}`, `Ngozi${lantern}`, `Maren${lantern}`]);
  const parent = comments().at(-1);
  expect(shown('In spring')?.content).toMatch(/^-# In reply to \[Maren\]/u);
  expect(shown('In spring')?.content).toContain(`/${parent?.id}>)`);
});

test.each([
  ['locked', false],
  ['locked and archived', true],
])('in a %s thread a comment is hidden in its place, and comes back there', async (_, archived) => {
  await staged();
  const rule = await rules('Maren');
  await closed();
  if (archived) await ports().discord.setThread(thread(), { archived }, 'Idle', signal);
  const ids = comments().map(({ id }) => id);
  const state = { ...metadata() };
  const same = () => expect(metadata()).toMatchObject({ locked: true, archived });
  await rule('hide');
  expect(place(ids[0])?.content).toContain('removed by the moderators');
  same();
  await rule('undo');
  expect(place(ids[0])?.content).toContain('When will they decide');
  const unmute = await mutes('Ngozi');
  expect(place(ids[2])?.content).toContain('muted');
  await unmute();
  expect(place(ids[2])?.content).toContain('a century');
  expect(comments().map(({ id }) => id)).toEqual(ids);
  same();
  expect(state.locked).toBe(true);
  // None of it counts as a person's lock or unlock.
  await newsroom.later(hourMs);
  expect((await discussion()).state).toBe('closed');
  same();
});

test('a bot that dies while a closed thread is unlocked for an edit locks it again, and it stays closed', async () => {
  await staged();
  await closed();
  // Discord refuses the first edit: the thread is locked.
  const edit = /^PATCH \/webhooks\//u;
  const refused = newsroom.discord.faults.holdNext(edit);
  const muting = mutes('Ngozi');
  await refused.reached;
  const held = newsroom.discord.faults.holdNext(edit);
  refused.release();
  await held.reached;
  expect(metadata()?.locked).toBe(false);
  // As after a start: the stored state and Discord's are compared.
  await reconcileThreads(ports(), null, signal);
  expect((await discussion()).override?.kind).toBe('closed');
  newsroom.discord.faults.failNext('PATCH /channels/:channel', { status: 500, count: 5 });
  held.release();
  await muting;
  newsroom.discord.faults.clear();
  await newsroom.restart();
  for (let minute = 0; minute < 5; minute += 1) await newsroom.later(minuteMs);
  expect(metadata()?.locked).toBe(true);
  expect((await discussion()).state).toBe('closed');
  expect(shown('a century')).toBeUndefined();
});

test('a comment that cannot be brought back in a closed discussion is said to the moderators', async () => {
  await staged();
  await closed();
  const unmute = await mutes('Ngozi');
  newsroom.discord.deleteWebhook(newsroom.discord.webhooks(newsroom.news)[0]?.id ?? '');
  await unmute();
  const alerts = newsroom.messages(newsroom.moderatorsChannel).map(({ content }) => content);
  expect(alerts.join('\n')).toMatch(/Discord refused \[a comment\]\(<http.+Unknown Webhook/u);
  expect(shown('muted')).toBeDefined();
});

test('comments under their authors’ names are posted before the closing notice and the lock', async () => {
  await staged();
  newsroom.paper.addComment('pier', { author: 'Tove', text: 'In time, I hope.' });
  await closed();
  expect(shown('In time')?.author.username).toBe(`Tove${lantern}`);
  expect(messages().at(-1)?.content).toContain('closed');
  newsroom.paper.addComment('pier', { author: 'Tove', text: 'Too late.' });
  await newsroom.later(7 * hourMs);
  expect(shown('Too late')).toBeUndefined();
});

test('a comment of long ago, which is not stored any more, is not flagged as a member’s message', async () => {
  await staged();
  const old = comments()[0];
  await ports().store.transaction(async ({ deliveries }) => deliveries.endChannel(thread()));
  const answered = await newsroom.discord
    .actor(newsroom.moderator)
    .messageCommand('Flag message', old?.id ?? '');
  expect((await answered.settled())?.content).toContain('long ago');
});
