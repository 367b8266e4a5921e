import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../../src/core/feed/subscription.ts';
import { FeedState } from '../../../../src/core/feed/feed.ts';
import { FeedId, StoryId } from '../../../../src/core/ids.ts';
import { hourMs, minuteMs } from '../../../../src/core/time/duration.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { migrate } from '../../../../src/edge/store/migrations/index.ts';
import { newsroom } from '../../../../src/edge/store/migrations/1-newsroom.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { guild, harbour, noon, reader, silent, tempFolder } from '../stores.ts';

/** As the first version wrote them: one role to mention, seven roles of credit. */
const settings = {
  pollEveryMs: 600_000,
  firstRun: 3,
  mentionRoleId: reader,
  comments: {
    mirror: true,
    source: 'auto',
    selectors: null,
    openThread: 'first-comment',
    pollEveryMs: 120_000,
  },
  commentPeriodMs: null,
  closingWarningMs: 3_600_000,
};
const story = {
  headline: 'Pier opens',
  url: 'https://ledger.example/pier',
  summary: null,
  publishedAt: noon,
  updatedAt: null,
  dateline: null,
  photo: null,
  topics: ['Harbour'],
  credits: {
    byline: [{ name: 'Ines Okafor', place: null }],
    reporting: [],
    additionalReporting: [],
    writing: [],
    editing: [],
    photography: [],
    compiling: [],
    verbatim: ['Graphics by Ana Ruiz'],
  },
  commentPolicy: null,
  commentCount: null,
  commentLinks: { feed: null, page: null },
};

async function firstVersion(): Promise<string> {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, [newsroom]);
  await sql.run(
    `INSERT INTO feed (id, url, title, initialised, next_poll, last_polled_at, errors, last_error)
      VALUES ('feed', 'https://ledger.example/feed', 'Harbour Ledger', 1, ?, ?, 0, NULL)`,
    noon,
    noon - 10 * minuteMs,
  );
  await sql.run(
    `INSERT INTO subscription VALUES ('sub', 'feed', 'https://ledger.example/feed', ?, ?,
      'command', ?, ?, 1, ?)`,
    guild,
    harbour,
    reader,
    noon - hourMs,
    JSON.stringify(settings),
  );
  await sql.run(
    `INSERT INTO story VALUES ('story', 'feed', 'pier', 'hash', ?, NULL, ?, NULL, 1)`,
    JSON.stringify(story),
    noon - hourMs,
  );
  await sql.run(
    `INSERT INTO delivery (key, kind, guild_id, channel_id, subject, ordinal, wanted_revision,
      shown_revision, message_id, shown_hash, not_before)
      VALUES ('story:story:${harbour}', 'story', ?, ?, 'story', 1, 1, 1, '400000000000000001', 'h', ?)`,
    guild,
    harbour,
    noon,
  );
  await sql.run(
    `INSERT INTO document VALUES ('validators', 'feed', ?, NULL)`,
    JSON.stringify({ value: { etag: '"a"', lastModified: null } }),
  );
  database.close();
  return file;
}

test('the feeds, settings, stories and messages of a first-version database are all read', async () => {
  const file = await firstVersion();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  const id = FeedId.parse('feed');
  const { mentionRoleId: _, ...kept } = settings;
  expect(await store.feeds.listSubscriptionsIn(guild)).toMatchObject([
    { settings: { ...defaultSubscriptionSettings, ...kept, mentionRoleIds: [reader] } },
  ]);
  expect(await store.feeds.getFeed(id)).toMatchObject({
    initialised: true,
    state: FeedState.parse({}),
  });
  expect(await store.feeds.getStory(StoryId.parse('story'))).toMatchObject({
    story: { ...story, credits: { ...story.credits, graphics: [], translation: [] } },
    fromFeed: null,
    withdrawnAt: null,
    correctedAt: null,
  });
  expect(await store.feeds.listTrackedStories(id, ['pier'])).toMatchObject([{ missing: null }]);
  expect(await store.validators.get(id)).toEqual({
    etag: '"a"',
    lastModified: null,
    bodyHash: null,
  });
  expect(await store.deliveries.claimChannel(noon + hourMs, minuteMs, 10)).toBeNull();
  expect(await store.feeds.claimDueFeed(noon, minuteMs)).toMatchObject({ feed: { id } });
});
