import { z } from 'zod';
import { Language } from '../src/core/feed/channel-options.ts';
import { templateProblem } from '../src/core/feed/content-template.ts';
import { mostBacklog, mostMentionedRoles, mostOneByOne } from '../src/core/feed/subscription.ts';
import type { PageSelectors } from '../src/core/feed/subscription.ts';
import { Snowflake } from '../src/core/ids.ts';
import { parseTimeOfDay, parseZone } from '../src/core/feed/option-text.ts';
import { dayMs, minuteMs, secondMs } from '../src/core/time/duration.ts';
import { commentSources } from '../src/sources/index.ts';
import { duration, durationOrNever, isWebAddress, oneOf, nonEmptyText } from './checks.ts';

/** A newspaper's server is not asked more often, whatever the file says. */
const shortestPollMs = 5 * secondMs;
const longestPeriodMs = 365 * dayMs;

const discordId = nonEmptyText(
  'a Discord id in quotes, 15 to 20 digits (turn on Developer Mode, right-click, Copy ID)',
  (text) => Snowflake.safeParse(text).success,
);

const yesOrNo = z.boolean({ error: 'true or false' });
const selector = nonEmptyText('a CSS selector such as "article.comment"');

export const Selectors = z.strictObject(
  {
    comment: selector,
    author: selector.optional(),
    text: selector.optional(),
    time: selector.optional(),
    permalink: selector.optional(),
    closed: selector.optional(),
    count: selector.optional(),
    parent: selector.optional(),
    zone: nonEmptyText('a time zone such as "EDT" or "+02:00"').optional(),
  },
  { error: 'an object of CSS selectors, at least { "comment": "…" }' },
) satisfies z.ZodType<PageSelectors>;

export const Comments = z.strictObject(
  {
    mirror: yesOrNo.optional(),
    source: oneOf(['auto', ...commentSources.map(({ name }) => name)]).optional(),
    selectors: Selectors.optional(),
    openThread: oneOf(['first-comment', 'at-once']).optional(),
    personas: yesOrNo.optional(),
    pollEvery: duration(shortestPollMs, dayMs, '2m').optional(),
    backlog: z
      .union([z.literal('all'), z.int().min(mostOneByOne).max(mostBacklog)], {
        error: `"all", or a whole number from ${mostOneByOne} to ${mostBacklog}`,
      })
      .optional(),
  },
  { error: 'an object of settings in { }' },
);

const upToFiveRoles = `a list of at most ${mostMentionedRoles} role ids in quotes`;
const roleIds = z
  .array(discordId, { error: upToFiveRoles })
  .max(mostMentionedRoles, { error: upToFiveRoles });

function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const mostEntries = 50;
const entryList = `a list of at most ${mostEntries} words or phrases in quotes`;
const entries = z
  .array(
    nonEmptyText('a word or phrase of at most 100 characters', (text) => text.length <= 100),
    {
      error: entryList,
    },
  )
  .max(mostEntries, { error: entryList });

export const Criteria = z.strictObject(
  { words: entries.optional(), topics: entries.optional(), authors: entries.optional() },
  { error: 'an object with lists of "words", "topics" or "authors"' },
);

export const Filters = z.strictObject(
  { include: Criteria.optional(), exclude: Criteria.optional() },
  { error: 'an object with "include", "exclude" or both' },
);

function readAs<T>(expected: string, read: (text: string) => T | null) {
  return z.string({ error: expected }).transform((text, context): T => {
    const found = read(text);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

const timeOfDay = readAs('a time of day such as "22:00"', parseTimeOfDay);
const zone = readAs('the name of a time zone such as "Europe/Berlin" or "UTC"', parseZone);

export const QuietHours = z.strictObject(
  { from: timeOfDay, to: timeOfDay, zone },
  { error: 'an object with "from", "to" and "zone"' },
);

const eitherDigest =
  '"hourly", or an object with "at" (such as "08:00") and "zone" (such as "Europe/Berlin")';

export const DailyDigest = z.strictObject({ at: timeOfDay, zone }, { error: eitherDigest });

/** Hourly is a string, so the problems of an object are those of the daily digest. */
const Digest = z.preprocess(
  (given) => (given === 'hourly' ? { every: 'hour' } : given),
  z.union([z.strictObject({ every: z.literal('hour') }), DailyDigest], { error: eitherDigest }),
);

const contentTemplate = z
  .string({ error: 'a line of text such as "{mentions} **{headline}** · {feed}"' })
  .superRefine((template, context) => {
    const problem = templateProblem(template);
    if (problem === null) return;
    const message = `a line of text such as "{mentions} **{headline}** · {feed}"; ${problem}`;
    context.addIssue({ code: 'custom', message });
  });

const headerText = /^[\x20-\x7e]{1,4000}$/;

/** What opens a feed; "$NAME" is read from the environment, "$$" begins a text with "$". */
export const Access = z.strictObject(
  {
    username: nonEmptyText('a user name without ":"', (text) => !text.includes(':')).optional(),
    password: nonEmptyText('a password, or "$NAME" for an environment variable').optional(),
    cookie: nonEmptyText('a whole Cookie header in plain ASCII', (text) =>
      headerText.test(text),
    ).optional(),
    userAgent: nonEmptyText('a User-Agent header in plain ASCII', (text) =>
      headerText.test(text),
    ).optional(),
    ignoreCache: yesOrNo.optional(),
  },
  { error: 'an object with "username", "password", "cookie", "userAgent" or "ignoreCache"' },
);
export type Access = z.infer<typeof Access>;

export const FeedEntry = z.strictObject(
  {
    url: nonEmptyText('the address of a feed, beginning with https:// or http://', isWebAddress),
    guildId: discordId,
    channelId: discordId,
    pollEvery: duration(shortestPollMs, dayMs, '5m').optional(),
    firstRun: wholeNumber(0, 25).optional(),
    mentionRoleIds: roleIds.optional(),
    mentionRoleId: discordId.optional(),
    filters: Filters.optional(),
    catchUp: wholeNumber(1, 100).optional(),
    quietHours: QuietHours.optional(),
    digest: Digest.optional(),
    language: oneOf(Language.options).optional(),
    contentTemplate: contentTemplate.optional(),
    forumTagId: discordId.optional(),
    access: Access.optional(),
    comments: Comments.optional(),
    commentPeriod: durationOrNever(minuteMs / 2, longestPeriodMs, '7d').optional(),
    closingWarning: duration(0, longestPeriodMs, '1h').optional(),
  },
  { error: 'an object with "url", "guildId" and "channelId"' },
);
export type FeedEntry = z.infer<typeof FeedEntry>;
