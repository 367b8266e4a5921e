import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { invitePermissions, personaPermission } from '../../../src/core/delivery/permissions.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { comments: { personas: true } },
    permissions: [...invitePermissions, personaPermission],
  });
  await newsroom.quiet();
});
afterEach(() => newsroom.close());

const threadId = () => newsroom.threads()[0]?.id ?? '';
const discussion = () => newsroom.bot.ports.store.discussions.getByThread(threadId());
const said = (event: string) => newsroom.log.filter((line) => line.event === event).length;
const isAvailable = () => newsroom.bot.client.guilds.cache.get(newsroom.guildId)?.available;

/** All calls about the server fail. */
const fail = () =>
  newsroom.discord.faults.failNext(/\/(?:channels|guilds|webhooks)\//, {
    status: 503,
    count: Infinity,
  });

async function restartInOutage(): Promise<void> {
  const { discord, guildId } = newsroom;
  await newsroom.restart(async () => discord.faults.startOutage(guildId));
  expect(isAvailable()).toBe(false);
}

async function endOutage(): Promise<void> {
  const { discord, guildId } = newsroom;
  discord.faults.clear();
  discord.faults.endOutage(guildId);
  await vi.waitUntil(() => isAvailable() === true, 60_000);
}

async function looks(): Promise<void> {
  for (let look = 0; look < 4; look += 1) await newsroom.later(10 * minuteMs);
}

test.each([
  ['answers', () => {}],
  ['fails', fail],
])(
  'a server that is in an outage at a restart, of which Discord %s, was not left: what came meanwhile is posted once',
  async (_, begin) => {
    await restartInOutage();
    begin();
    newsroom.paper.publish({ headline: 'Ferry bell found' });
    newsroom.paper.addComment('pier', { author: 'Odd', text: 'Written in the outage.' });
    await looks();
    await endOutage();
    await looks();
    const stories = newsroom.messages().filter(({ type }) => type === 0);
    expect(stories).toHaveLength(2);
    expect(stories.filter((one) => JSON.stringify(one).includes('Ferry bell'))).toHaveLength(1);
    const comments = newsroom.messages(threadId()).filter(({ type }) => type === 0);
    const late = comments.filter(({ content }) => content.includes('Written in the outage.'));
    expect(late.map(({ author }) => author.username)).toEqual(['Odd · The Merrow Lantern']);
    expect(newsroom.messages(newsroom.moderatorsChannel)).toEqual([]);
    expect(said('guild.left')).toBe(0);
  },
);

test('what a person did before an outage, in which the bot starts, is found when it is over', async () => {
  await newsroom.bot.stop();
  newsroom.discord.actor(newsroom.moderator).lockThread(threadId());
  fail();
  await restartInOutage();
  newsroom.bot.startSchedule();
  await vi.waitUntil(() => said('thread.not-compared') === 1, 60_000);
  expect((await discussion())?.override).toBeNull();
  await endOutage();
  await vi.waitUntil(async () => (await discussion())?.override?.kind === 'closed', 60_000);
  expect(said('guild.left')).toBe(0);
});

test('what a person did while the bot was not connected is found with its next connection', async () => {
  newsroom.bot.startSchedule();
  const { calls } = newsroom.discord;
  await vi.waitUntil(() => calls.count('GET /guilds/:guild/threads/active') === 1, 60_000);
  newsroom.discord.faults.dropSockets({ forgetSessions: true });
  newsroom.discord.actor(newsroom.moderator).lockThread(threadId());
  await vi.waitUntil(async () => (await discussion())?.override?.kind === 'closed', 60_000);
});
