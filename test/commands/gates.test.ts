import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answered } from '../../src/preview/discord/index.ts';
import { flaggedComment } from '../../src/newsroom/moderation/flagged-content.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { openNewsroom, type People, press, reportByButton, suggestions, words } from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

/** Lets Nia manage the messages of one channel. */
function overwrite(channelId: string): void {
  const { discord, nia } = people;
  discord.setOverwrite(channelId, { id: nia.id, kind: 'member', allow: ['ManageMessages'] });
}

async function story(): Promise<string> {
  const { discussions } = people.bot.ports.store;
  const [found] = await discussions.listInGuild(people.guildId, ['open'], 1);
  return found?.discussion.id ?? '';
}

const century = () => people.shown('stood for a century');
const shown = (answered: Answered, custom_id: string) => {
  if (!answered.modal) throw new Error('no modal was shown');
  return { ...answered.modal, custom_id };
};

test('Manage Messages in one channel closes no discussion of another, and shows no queue', async () => {
  const { nia, moderatorsChannel, news } = people;
  overwrite(moderatorsChannel);
  const there = nia.at(moderatorsChannel);
  const chosen = { story: await story() };
  expect(await words(there.run('/discussion close', chosen))).toContain(
    `You need the permission Manage Messages in <#${news}>`,
  );
  expect(
    await suggestions(there.autocomplete('/discussion close', { story: '' }, 'story')),
  ).toEqual([]);
  expect(await words(there.run('/flags queue'))).toContain(
    'You need the permission Manage Messages in the whole server',
  );
  await reportByButton(people.another('Odd'), century());
  await people.quiet();
  expect(await press(there, people.card(), 'Remove')).toContain('You need the permission');
  expect(await words(there.run('/flags show', { case: 1 }))).toContain('You need the permission');
});

test('Manage Messages in its own channel closes a discussion', async () => {
  const { nia, moderatorsChannel, news } = people;
  overwrite(moderatorsChannel);
  overwrite(news);
  const there = nia.at(moderatorsChannel);
  const listed = await suggestions(there.autocomplete('/discussion close', { story: '' }, 'story'));
  expect(listed.map(({ value }) => value)).toEqual([await story()]);
  expect(await words(there.run('/discussion close', { story: await story() }))).toContain(
    'The discussion is closing',
  );
});

test('a forged report opens no case on a message that the person cannot read', async () => {
  const { nia, discord, moderatorsChannel, guildId, bot } = people;
  const elsewhere = discord.addGuild({ name: 'Quay Town' });
  const quay = discord.addChannel(elsewhere.id, { name: 'quay' }).id;
  discord.inviteBot(bot.client.application.id, elsewhere.id, ['ViewChannel', 'ReadMessageHistory']);
  const theirs = discord.actor(elsewhere.ownerId).send(quay, 'The quay is ours.');
  discord.setOverwrite(moderatorsChannel, { id: nia.id, kind: 'member', deny: ['ViewChannel'] });
  const secret = people.owner.send(moderatorsChannel, 'Nobody tells.');
  for (const message of [theirs, secret]) {
    const asked = await nia.click(century()?.id ?? '', 'Report as abuse');
    const forged = shown(asked, `report:message:${message.channel_id}:${message.id}:reader`);
    expect(await words(nia.submitModal(forged, { reason: 'spam' }))).toBe(
      'This message does not exist, or you cannot see its channel.',
    );
  }
  expect(await bot.ports.store.cases.listQueue(guildId, 5)).toEqual([]);
});

test('a comment of another server cannot be reported', async () => {
  const { nia, discord, bot } = people;
  const elsewhere = discord.addGuild({ name: 'Quay Town' });
  const asked = await nia.click(century()?.id ?? '', 'Report as abuse');
  const [, key = ''] = asked.modal?.custom_id.split(':') ?? [];
  expect((await flaggedComment(bot.ports, people.guildId, key)).subject.kind).toBe('comment');
  await expect(flaggedComment(bot.ports, elsewhere.id, key)).rejects.toThrow('takes no reports');
});
