import { expect, test } from 'vitest';
import { type SeenCall } from '../../../src/preview/discord/calls.ts';
import { siteStories } from '../../support/feed-site.ts';
import { hoursPass, newsroom, openAndPoll, own, reads, usePrintedFeeds } from '../printed-feeds.ts';

usePrintedFeeds();

test('fault 7: a title with mentions notifies nobody', async () => {
  const bodies: SeenCall['body'][] = [];
  await openAndPoll({ catchUp: 2 });
  newsroom.discord.faults.onCall(({ phase, method, path, body }) => {
    const isSent = method === 'POST' || method === 'PATCH';
    if (phase === 'before' && isSent && path.includes('/messages')) bodies.push(body);
  });
  const crying = siteStories(4).map((story) => ({
    ...story,
    headline: `@everyone @here <@&123456789012345678> ${story.headline}`,
    author: '@everyone',
  }));
  await reads(...crying);
  const [newest] = crying;
  if (newest) await reads({ ...newest, summary: '@everyone, it is corrected.' });
  const feeds = newsroom.bot.ports.store.feeds;
  const [declared] = await feeds.listSubscriptionsIn(newsroom.guildId);
  if (!declared) throw new Error('the feed is declared');
  const settings = { ...declared.settings, digest: { every: 'hour' } as const };
  await feeds.saveSubscription({ ...declared, settings });
  await reads({ slug: 's9', headline: '@everyone again', at: 9 });
  await hoursPass(1);
  // Two stories, the word about the rest, an edit, a digest.
  expect(bodies).toHaveLength(5);
  for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  for (const message of own()) {
    expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
  }
});
