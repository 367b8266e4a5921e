import { expect, test } from 'vitest';
import {
  hoursPass,
  newsroom,
  numbered,
  openAndPoll,
  own,
  posting,
  reads,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';
import { siteStories } from '../../support/feed-site.ts';

usePrintedFeeds();

test('fault 3: stories that Discord fails to accept are posted when it works again', async () => {
  await openAndPoll();
  newsroom.discord.faults.failNext(posting, { status: 503, count: 3 });
  await reads(...siteStories(4));
  expect(own().length).toBeLessThan(4);
  await hoursPass(3);
  expect(titles()).toEqual(numbered(1, 2, 3, 4));
});

test.each([
  ['of 15 minutes', 'user', 900],
  ['for the whole bot', 'global', 1],
] as const)('fault 4: a rate limit %s delays stories and drops none', async (_, scope, seconds) => {
  await openAndPoll();
  newsroom.discord.faults.rateLimitNext(posting, seconds, scope);
  await reads(...siteStories(5));
  await hoursPass(2);
  expect(titles()).toEqual(numbered(1, 2, 3, 4, 5));
});

test('fault 6: a 403 pauses the channel with one alert to the moderators, and all its stories are posted later', async () => {
  await openAndPoll();
  const { discord, news, moderatorsChannel } = newsroom;
  const denied = { code: 50013, message: 'Missing Permissions' };
  const inNews = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path.endsWith(`/channels/${news}/messages`);
  discord.faults.failNext(inNews, { status: 403, body: denied, count: 4 });
  await reads(...siteStories(3));
  await reads({ slug: 's4', headline: 'Story 4', at: 9 }, ...siteStories(3));
  expect(own()).toHaveLength(0);
  await hoursPass(4);
  expect(titles()).toEqual(numbered(1, 2, 3, 4));
  expect(
    own(moderatorsChannel).filter(({ content }) => content.includes(`<#${news}>`)),
  ).toHaveLength(1);
});
