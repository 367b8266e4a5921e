import { Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { buttons, openNewsroom, type People, words } from './people.ts';

let people: People;
afterEach(() => people.close());

async function withFeed(): Promise<string> {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    feedUrls: () => [],
  });
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  await people.quiet();
  return (await subscription())?.id ?? '';
}

const subscription = async () =>
  (await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId))[0];

/** The last form that was shown, by its field's preset. */
const preset = (answered: Awaited<ReturnType<People['owner']['click']>>) =>
  answered.modal?.fields.map(({ value }) => value);

test('a refused /feed edit shows what was typed, and its option can be corrected in a form', async () => {
  const feed = await withFeed();
  const typed = { feed, digest: 'dayly 8', 'comment-period': '3 days', language: 'de' };
  const refused = await (await people.owner.run('/feed edit', typed)).settled();
  expect(refused?.content).toContain('`digest` cannot be “dayly 8”');
  expect(refused?.content).toContain(
    `/feed edit feed:${feed} digest:dayly 8 language:de comment-period:3 days`,
  );
  const form = await people.owner.click(refused?.id ?? '', 'Correct digest');
  expect(preset(form)).toEqual(['dayly 8']);
  const saved = await words(people.owner.submitModal(form, { value: 'daily 8' }));
  expect(saved).toContain('changed `digest`, `language`, `comment-period`');
  expect((await subscription())?.settings).toMatchObject({
    digest: { every: 'day', at: 480 },
    commentPeriodMs: 3 * dayMs,
    language: 'de',
  });
});

test('a correction that is refused again keeps everything, with the new text', async () => {
  const feed = await withFeed();
  const typed = { feed, 'quiet-hours': 'at night', 'poll-every': 'rarely' };
  const first = await (await people.owner.run('/feed edit', typed)).settled();
  const form = await people.owner.click(first?.id ?? '', 'Correct quiet-hours');
  const second = await (await people.owner.submitModal(form, { value: '22-7' })).settled();
  expect(second?.content).toContain('`poll-every` cannot be “rarely”');
  expect(second?.content).toContain('quiet-hours:22-7');
  const again = await people.owner.click(second?.id ?? '', 'Correct poll-every');
  await words(people.owner.submitModal(again, { value: '2 hours' }));
  expect((await subscription())?.settings).toMatchObject({
    quietHours: { from: 1320, to: 420 },
    pollEveryMs: 2 * hourMs,
  });
});

test('an address that cannot be read is corrected in a form, and the other options stay', async () => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [] });
  const url = `${people.paper.feedUrl}.nowhere`;
  const refused = await (
    await people.owner.run('/feed add', { url, 'first-run': 0, channel: people.moderatorsChannel })
  ).settled();
  expect(refused?.content).toContain('channel:#moderators first-run:0');
  const form = await people.owner.click(refused?.id ?? '', 'Correct url');
  expect(preset(form)).toEqual([url]);
  await words(people.owner.submitModal(form, { value: people.paper.feedUrl }));
  expect(await subscription()).toMatchObject({
    channelId: people.moderatorsChannel,
    settings: { firstRun: 0 },
  });
});

test('what only needs something done elsewhere is tried again by a button', async () => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [] });
  const { discord, owner, botUserId } = people;
  const closed = discord.addChannel(people.guildId, { name: 'closed' }).id;
  discord.setOverwrite(closed, { id: botUserId, kind: 'member', deny: ['SendMessages'] });
  const refused = await (
    await owner.run('/feed add', { url: people.paper.feedUrl, channel: closed })
  ).settled();
  expect(refused?.content).toContain('Send Messages');
  expect(buttons(refused ?? undefined)).toEqual(['Try again']);
  discord.setOverwrite(closed, { id: botUserId, kind: 'member', allow: ['SendMessages'] });
  expect(await words(owner.click(refused?.id ?? '', 'Try again'))).toContain(
    `now posts in <#${closed}>`,
  );
});

test('a command without options is refused without a button', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const refused = await (await people.owner.run('/discussion status')).settled();
  expect(refused?.content).toContain('There is no discussion here');
  expect(buttons(refused ?? undefined)).toEqual([]);
});

test('a form that is refused opens again with what was typed', async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await words(people.owner.run('/settings set', { 'reports-per-hour': 1 }));
  const [, first, second] = people.said();
  const report = async (id: string | undefined) => people.nia.click(id ?? '', 'Report as abuse');
  await words(people.nia.submitModal(await report(first?.id), { reason: 'spam' }));
  const values = { reason: 'abuse', details: 'He calls her a liar.' };
  const refused = await (await people.nia.submitModal(await report(second?.id), values)).settled();
  expect(refused?.content).toContain('You have reported 1 message within the hour');
  people.clock.advance(2 * hourMs);
  const expired = await words(people.nia.click(refused?.id ?? '', 'Open the form again'));
  expect(expired).toContain('This has expired');
});

test('a form that was refused has the reason and the details again, and can be sent', async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await words(people.owner.run('/settings set', { 'reports-per-hour': 1 }));
  const [, first, second] = people.said();
  const report = async (id: string | undefined) => people.nia.click(id ?? '', 'Report as abuse');
  await words(people.nia.submitModal(await report(first?.id), { reason: 'spam' }));
  people.clock.advance(hourMs / 2);
  const values = { reason: 'abuse', details: 'He calls her a liar.' };
  const refused = await (await people.nia.submitModal(await report(second?.id), values)).settled();
  people.clock.advance(hourMs / 2 + 1);
  const form = await people.nia.click(refused?.id ?? '', 'Open the form again');
  expect(preset(form)?.at(-1)).toBe('He calls her a liar.');
  expect(await words(people.nia.submitModal(form, {}))).toContain('as case 2');
});

test('a refused command that is corrected too late is not carried out', async () => {
  const feed = await withFeed();
  const refused = await (
    await people.owner.run('/feed edit', { feed, digest: 'dayly 8' })
  ).settled();
  people.clock.advance(2 * hourMs);
  expect(await words(people.owner.click(refused?.id ?? '', 'Correct digest'))).toContain(
    'This has expired',
  );
});

test('what a person typed is shown to nobody else, also by a forged button', async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await words(people.owner.run('/settings set', { 'reports-per-hour': 1 }));
  const [, first, second] = people.said();
  const report = async (id: string | undefined) => people.nia.click(id ?? '', 'Report as abuse');
  await words(people.nia.submitModal(await report(first?.id), { reason: 'spam' }));
  const values = { reason: 'abuse', details: 'He calls her a liar.' };
  const refused = await (await people.nia.submitModal(await report(second?.id), values)).settled();
  const [, customId] = /"custom_id":"(again:\d+)"/u.exec(JSON.stringify(refused)) ?? [];
  const sent = await people.bot.client.rest.post(Routes.channelMessages(people.news), {
    body: {
      content: 'Press this.',
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Again', custom_id: customId }] },
      ],
    },
  });
  const form = await people.sam.at(people.news).click((sent as { id: string }).id, 'Again');
  expect(form.modal).toBeNull();
  expect(await words(Promise.resolve(form))).toContain('This has expired');
});
