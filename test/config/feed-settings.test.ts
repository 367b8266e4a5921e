import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../config/errors.ts';
import {
  defaultSubscriptionSettings,
  SubscriptionSettings,
} from '../../src/core/feed/subscription.ts';
import { harbour, load, problemsOf } from './loading.ts';
test('a feed with only an address and a channel has the default settings', async () => {
  const { feeds } = await load({ file: { feeds: [harbour] } });
  expect(feeds).toEqual([{ ...harbour, settings: defaultSubscriptionSettings }]);
  expect(SubscriptionSettings.safeParse(defaultSubscriptionSettings).success).toBe(true);
});

test('all settings of a feed are read, with durations in milliseconds', async () => {
  const { feeds } = await load({
    file: {
      feeds: [
        {
          ...harbour,
          pollEvery: '5s',
          firstRun: 0,
          mentionRoleIds: ['100000000000000004', '100000000000000005'],
          filters: {
            include: { topics: ['Harbour'], words: ['pier*'] },
            exclude: { authors: ['Bo Lind'] },
          },
          catchUp: 5,
          quietHours: { from: '22:00', to: '7:30', zone: 'europe/berlin' },
          digest: { at: '08:00', zone: 'Europe/Berlin' },
          language: 'de',
          contentTemplate: '{mentions} **{headline}** · {feed}',
          forumTagId: '100000000000000006',
          commentPeriod: '36h',
          closingWarning: '0s',
          comments: {
            mirror: false,
            source: 'page-selectors',
            selectors: { comment: 'article.comment' },
            openThread: 'at-once',
            pollEvery: '30s',
          },
        },
      ],
    },
  });
  expect(feeds[0]?.settings).toEqual({
    filters: {
      include: { words: ['pier*'], topics: ['Harbour'], authors: [] },
      exclude: { words: [], topics: [], authors: ['Bo Lind'] },
    },
    catchUp: 5,
    quietHours: { from: 1320, to: 450, zone: 'Europe/Berlin' },
    digest: { every: 'day', at: 480, zone: 'Europe/Berlin' },
    language: 'de',
    contentTemplate: '{mentions} **{headline}** · {feed}',
    forumTagId: '100000000000000006',
    pollEveryMs: 5_000,
    firstRun: 0,
    mentionRoleIds: ['100000000000000004', '100000000000000005'],
    commentPeriodMs: 36 * 3_600_000,
    closingWarningMs: 0,
    comments: {
      mirror: false,
      source: 'page-selectors',
      selectors: { comment: 'article.comment' },
      personas: false,
      backlog: 100,
      openThread: 'at-once',
      pollEveryMs: 30_000,
    },
  });
});

test('the single role of older files is read as a list, and a digest can be hourly', async () => {
  const { feeds } = await load({
    file: { feeds: [{ ...harbour, mentionRoleId: '100000000000000004', digest: 'hourly' }] },
  });
  expect(feeds[0]?.settings).toEqual({
    ...defaultSubscriptionSettings,
    mentionRoleIds: ['100000000000000004'],
    digest: { every: 'hour' },
  });
});

describe('the access settings of a feed', () => {
  const opened = (access: object, env: Record<string, string> = {}) =>
    load({ file: { feeds: [{ ...harbour, access }] }, env });

  test('access settings are read from the file or from the named environment variables', async () => {
    const { feeds } = await opened(
      { username: 'desk', password: '$LEDGER_PASSWORD', cookie: '$$id=7', userAgent: 'Reader/1' },
      { LEDGER_PASSWORD: 'pa ss:ö' },
    );
    expect(feeds[0]?.access).toEqual({
      username: 'desk',
      password: 'pa ss:ö',
      cookie: '$id=7',
      userAgent: 'Reader/1',
      ignoreCache: false,
    });
    expect((await opened({ ignoreCache: true })).feeds[0]?.access).toMatchObject({
      password: null,
      ignoreCache: true,
    });
  });

  test('a missing environment variable is reported with the name of its setting', async () => {
    await expect(opened({ password: '$LEDGER_PASSWORD' })).rejects.toThrow(
      'feeds[0].access.password names an environment variable that is not set: set it, or begin the value with "$$"',
    );
  });

  test('access settings are never shown in a problem', async () => {
    const problems = async (access: unknown, env: Record<string, string> = {}) => {
      const error: unknown = await load({ file: { feeds: [{ ...harbour, access }] }, env }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ConfigError);
      const said = (error as ConfigError).message;
      expect(said).not.toMatch(/hush/i);
      return said;
    };
    expect(await problems('desk:hush')).toContain('feeds[0].access is not usable');
    expect(await problems({ username: 'desk:hush' })).toContain('a user name without ":"');
    expect(await problems({ cookie: 'hush\u00fc' })).toContain('in plain ASCII');
    expect(await problems({ password: '$HUSH' })).toContain('access.password names');
    expect(await problems({ cookie: '$JAR' }, { JAR: 'hush\nmore' })).toContain('cannot be sent');
    expect(await problems({ pasword: 'hush' })).toContain('did you mean password?');
  });
});

test.each([
  [
    { filters: { include: { words: 'pier' } } },
    'filters.include.words is "pier": it should be a list',
  ],
  [{ filters: { includes: {} } }, 'filters.includes is unknown: did you mean include?'],
  [
    { filters: { include: { topic: [] } } },
    'filters.include.topic is unknown: did you mean topics?',
  ],
  [{ filters: { exclude: { words: ['a'.repeat(101)] } } }, 'at most 100 characters'],
  [{ catchUp: 0 }, 'catchUp is 0: it should be a whole number from 1 to 100'],
  [
    { quietHours: { from: '10 at night', to: '07:00', zone: 'UTC' } },
    'quietHours.from is "10 at night": it should be a time of day such as "22:00"',
  ],
  [
    { quietHours: { from: '22:00', to: '07:00' } },
    'quietHours.zone is missing: it should be the name of a time zone',
  ],
  [{ quietHours: { from: '22:00', to: '22:00', zone: 'UTC' } }, 'quietHours ends when it begins'],
  [{ digest: 'weekly' }, 'digest is "weekly": it should be "hourly", or an object with "at"'],
  [{ digest: { at: '8', zone: 'Mars' } }, 'digest is an object: it should be "hourly", or'],
  [{ language: 'xx' }, 'language is "xx": it should be one of "en", "de"'],
  [{ contentTemplate: '{author}' }, '{author} is not a placeholder; use {headline}'],
  [{ forumTagId: 7 }, 'forumTagId is 7'],
  [{ mentionRoleIds: ['1'] }, 'mentionRoleIds[0] is "1": it should be a Discord id'],
  [{ mentionRoleIds: Array(6).fill('100000000000000004') }, 'a list of at most 5 role ids'],
  [
    { mentionRoleIds: [], mentionRoleId: '100000000000000004' },
    'mentionRoleId repeats mentionRoleIds',
  ],
])('the invalid feed setting %j is refused with %j', async (setting, said) => {
  await expect(load({ file: { feeds: [{ ...harbour, ...setting }] } })).rejects.toThrow(said);
});

test('a comment period can be "never" or short, and a short one shortens the warning', async () => {
  const { feeds } = await load({
    file: {
      feeds: [
        { ...harbour, commentPeriod: 'never' },
        { ...harbour, url: 'https://harbour.example/sport.xml', commentPeriod: '2m' },
      ],
    },
  });
  expect(
    feeds.map(({ settings }) => [settings.commentPeriodMs, settings.closingWarningMs]),
  ).toEqual([
    [null, 3_600_000],
    [120_000, 30_000],
  ]);
});

test.each<[string, object, RegExp]>([
  [
    'pollEvery',
    { pollEvery: 'five minutes' },
    /is "five minutes": it should be a duration such as "5m"/,
  ],
  ['pollEvery', { pollEvery: '4s' }, /is "4s": .* from 5s to 1d/],
  ['pollEvery', { pollEvery: 300 }, /is 300: it should be a duration/],
  ['pollEvery', { pollEvery: null }, /is null: it should be a duration/],
  ['commentPeriod', { commentPeriod: 'forever' }, /is "forever": .* or "never"$/],
  ['closingWarning', { closingWarning: '8d' }, /is as long as the comment period/],
  ['firstRun', { firstRun: 26 }, /is 26: it should be a whole number from 0 to 25$/],
  ['firstRun', { firstRun: 2.5 }, /is 2\.5: it should be a whole number/],
  ['guildId', { guildId: 'harbour' }, /is "harbour": it should be a Discord id/],
  ['guildId', { guildId: 100000000000000000 }, /is 100000000000000000: .*needs the quotes/],
  ['url', { url: 'harbour.example/feed' }, /is "harbour\.example\/feed": .* https:\/\//],
  ['url', { url: 'ftp://ed:pw@x.example/?k=1' }, /is "ftp:\/\/…@x\.example\/\?…":/],
  ['url', { url: '  ' }, /is empty: it should be the address/],
  ['comments', { comments: [] }, /is a list: it should be an object/],
  ['comments.source', { comments: { source: 'rss' } }, /is "rss": it should be one of "auto", /],
  ['comments.mirror', { comments: { mirror: 'yes' } }, /is "yes": it should be true or false$/],
  ['comments.selectors', { comments: { source: 'page-selectors' } }, /is missing/],
  ['comments.selectors.comment', { comments: { selectors: {} } }, /is missing: .* a CSS selector/],
])(
  'an invalid %s is reported with its value and what is expected: %j',
  async (key, part, words) => {
    const problems = await problemsOf({
      file: { feeds: [harbour, { ...harbour, channelId: '100000000000000003', ...part }] },
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    expect(problems[0]).toContain(`wirethread.json: feeds[1].${key} `);
  },
);

test('the same feed twice in one channel is refused, but in two channels it is accepted', async () => {
  expect(await problemsOf({ file: { feeds: [harbour, harbour] } })).toEqual([
    expect.stringContaining('feeds[1] repeats feeds[0]'),
  ]);
  const elsewhere = { ...harbour, channelId: '100000000000000003' };
  expect((await load({ file: { feeds: [harbour, elsewhere] } })).feeds).toHaveLength(2);
});
