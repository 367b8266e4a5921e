import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { openNewsroom, type People, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';

let people: People;
afterEach(() => people.close());

async function open(): Promise<string> {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  const { paper, discord, guildId, owner } = people;
  const evening = discord.addChannel(guildId, { name: 'evening' }).id;
  await words(owner.run('/feed add', { url: paper.feedUrl, channel: evening }));
  await people.quiet();
  return evening;
}

const alerts = (channel = people.moderatorsChannel) =>
  people.messages(channel).flatMap(({ content }) => (content.startsWith('⚠️') ? [content] : []));

test('a deleted channel ends with a sentence that names it and says what to do, and its discussions with it', async () => {
  const evening = await open();
  people.discord.faults.deleteChannel(evening);
  await people.heard('detached');
  await people.quiet();
  const said =
    /^⚠️ The channel #evening was deleted, so its stories wait\. Have each of its feeds posted in another channel with `\/feed edit`, option `channel`, or remove it with `\/feed remove`\.$/u;
  expect(alerts()).toEqual([expect.stringMatching(said)]);
  // It is said once, and what waits is posted in the channel that the feed is moved to.
  people.paper.publish({ headline: 'Ferry bell found in the mud' });
  await people.later(11 * minuteMs);
  await people.later(3 * hourMs);
  expect(alerts()).toHaveLength(1);
  const [feed] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  await words(people.owner.run('/feed edit', { feed: feed?.id ?? '', channel: people.news }));
  await people.quiet();
  expect(people.said(people.news).map(({ content }) => content)).toEqual([
    expect.stringContaining('Ferry bell'),
  ]);
});

test('a channel without feeds that is deleted is nothing to say', async () => {
  await open();
  const other = people.discord.addChannel(people.guildId, { name: 'chat' }).id;
  people.discord.faults.deleteChannel(other);
  await words(people.sam.run('/flags queue'));
  await people.quiet();
  expect(alerts()).toEqual([]);
});

test('an alert while no moderators’ channel is chosen is said in /settings show, and posted once one is', async () => {
  const evening = await open();
  await words(people.owner.run('/settings clear', { setting: 'moderators-channel' }));
  people.discord.faults.deleteChannel(evening);
  await people.heard('detached');
  await people.quiet();
  const shown = await words(people.owner.run('/settings show'));
  expect(shown).toContain('\n- 1 alert waits until you choose a channel\n');
  await words(
    people.owner.run('/settings set', { 'moderators-channel': people.moderatorsChannel }),
  );
  await people.quiet();
  expect(alerts()).toEqual([expect.stringContaining('The channel #evening was deleted')]);
  expect(await words(people.owner.run('/settings show'))).not.toContain('waits');
});
