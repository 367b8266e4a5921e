import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/time/duration.ts';
import { anEdition } from '../../support/editions.ts';
import { openNewsroom, type People, suggestions, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

test('/feed edit takes times as people write them, in the zone that the feed has already', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  await words(
    people.owner.run('/feed add', { url: people.paper.feedUrl, 'comment-period': '2 weeks' }),
  );
  const { feeds } = people.bot.ports.store;
  const [added] = await feeds.listSubscriptionsIn(people.guildId);
  const feed = added?.id ?? '';
  const edit = (options: Record<string, string>) =>
    words(people.owner.run('/feed edit', { feed, ...options }));
  expect(added?.settings.commentPeriodMs).toBe(14 * dayMs);
  expect(await edit({ 'quiet-hours': '22-7', 'poll-every': '2 hours' })).toContain(
    '- **Quiet hours: 22:00-07:00 UTC; stories are posted when they end**',
  );
  await edit({ 'quiet-hours': '10pm to 7am Europe/Berlin', digest: 'daily 8am' });
  expect((await feeds.getSubscription(feed))?.settings).toMatchObject({
    quietHours: { from: 1320, to: 420, zone: 'Europe/Berlin' },
    digest: { every: 'day', at: 480, zone: 'Europe/Berlin' },
    pollEveryMs: 2 * hourMs,
  });
  await edit({ digest: 'daily at 9' });
  expect((await feeds.getSubscription(feed))?.settings.digest).toMatchObject({
    at: 540,
    zone: 'Europe/Berlin',
  });
  const suggested = await suggestions(
    people.owner.autocomplete(
      '/feed edit',
      { feed, 'quiet-hours': '23-6 europe/par' },
      'quiet-hours',
    ),
  );
  expect(suggested.map(({ value }) => value)).toEqual(['23-6 Europe/Paris']);
});

test('an hourly digest is suggested without a time zone, which it does not take', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  await words(people.owner.run('/feed add', { url: people.paper.feedUrl }));
  const [added] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  const feed = added?.id ?? '';
  for (const typed of ['hourly', 'hour']) {
    const found = await suggestions(
      people.owner.autocomplete('/feed edit', { feed, digest: typed }, 'digest'),
    );
    expect(found.map(({ value }) => value)).toEqual(['hourly']);
  }
});
