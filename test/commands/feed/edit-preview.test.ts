import { afterEach, beforeEach, expect, test } from 'vitest';
import { hourMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import { buttons, openNewsroom, type People, words } from '../people.ts';

let people: People;
let feed: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [] });
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  await people.quiet();
  feed = (await subscription())?.id ?? '';
});
afterEach(() => people.close());

const subscription = async () =>
  (await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId))[0];
const audit = async () =>
  (await people.bot.ports.store.audit.list(people.guildId, 50)).map(({ action }) => action);

async function preview(options: Record<string, string>) {
  const shown = await people.owner.run('/feed edit', { feed, preview: true, ...options });
  return shown.settled();
}

test('a preview of /feed edit is saved by its button, and not before', async () => {
  const shown = await preview({ digest: 'hourly', language: 'de' });
  expect(shown?.content).toContain('Nothing is saved before you press Save.');
  expect(buttons(shown ?? undefined)).toEqual(expect.arrayContaining(['Save', 'Discard']));
  expect((await subscription())?.settings).toMatchObject({ digest: null, language: 'en' });
  expect(await audit()).not.toContain('feed.edited');
  const saved = await (await people.owner.click(shown?.id ?? '', 'Save')).settled();
  expect(saved?.content).toContain('changed `digest`, `language`. This applies from the next');
  expect(buttons(saved ?? undefined)).not.toContain('Save');
  expect((await subscription())?.settings).toMatchObject({
    digest: { every: 'hour' },
    language: 'de',
  });
  expect(await audit()).toContain('feed.edited');
});

test('a preview that is discarded changes nothing', async () => {
  const shown = await preview({ digest: 'hourly' });
  const after = await (await people.owner.click(shown?.id ?? '', 'Discard')).settled();
  expect(after?.content).toBe('Discarded. Nothing is changed.');
  expect(buttons(after ?? undefined)).toEqual([]);
  expect(after?.embeds).toEqual([]);
  expect((await subscription())?.settings.digest).toBeNull();
});

test('a preview of a move is saved as the move', async () => {
  const other = people.discord.addChannel(people.guildId, { name: 'other' }).id;
  const shown = await preview({ channel: other });
  expect((await subscription())?.channelId).toBe(people.news);
  expect(await words(people.owner.click(shown?.id ?? '', 'Save'))).toContain(
    `is moved from <#${people.news}> to <#${other}>`,
  );
  expect((await subscription())?.channelId).toBe(other);
});

test('what others changed meanwhile stays when a preview is saved', async () => {
  const shown = await preview({ language: 'fr' });
  await words(people.owner.run('/feed edit', { feed, digest: 'hourly' }));
  await words(people.owner.click(shown?.id ?? '', 'Save'));
  expect((await subscription())?.settings).toMatchObject({
    digest: { every: 'hour' },
    language: 'fr',
  });
});

test('an old preview saves nothing and says what to do', async () => {
  const shown = await preview({ digest: 'hourly' });
  people.clock.advance(2 * hourMs);
  expect(await words(people.owner.click(shown?.id ?? '', 'Save'))).toContain(
    'This preview has expired. Use `/feed edit` again.',
  );
  expect((await subscription())?.settings.digest).toBeNull();
});

test('a preview of nothing has no buttons', async () => {
  expect(buttons((await preview({})) ?? undefined)).not.toContain('Save');
});
