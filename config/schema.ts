import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { mostMentionedRoles, type PageSelectors } from '../src/core/feed.ts';
import { Snowflake } from '../src/core/ids.ts';
import { dayMs, durationMs, durationText, minuteMs, secondMs } from '../src/core/time.ts';

/** A newspaper's server is not asked more often, whatever the file says. */
const shortestPollMs = 5 * secondMs;
const longestPeriodMs = 365 * dayMs;

// The message of every check in this file is what was wanted: it follows "it should be".

function words(wanted: string, fits: (text: string) => boolean = () => true) {
  return z
    .string({ error: wanted })
    .trim()
    .refine((text) => text !== '' && text.length <= 2_000 && fits(text), { error: wanted });
}

function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices, { error: `one of ${choices.map((choice) => `"${choice}"`).join(', ')}` });
}

function lengthOfTime(shortestMs: number, longestMs: number, example: string) {
  const wanted = `a duration such as "${example}", from ${durationText(shortestMs)} to ${durationText(longestMs)} (s, m, h or d)`;
  return { wanted, read: (text: string) => within(durationMs(text), shortestMs, longestMs) };
}

function within(ms: number | null, shortestMs: number, longestMs: number): number | null {
  return ms !== null && ms >= shortestMs && ms <= longestMs ? ms : null;
}

function duration(shortestMs: number, longestMs: number, example: string) {
  const { wanted, read } = lengthOfTime(shortestMs, longestMs, example);
  return z.string({ error: wanted }).transform((text, context) => {
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
}

/** A duration, or "never", which is `null`. */
function durationOrNever(shortestMs: number, longestMs: number, example: string) {
  const { wanted: length, read } = lengthOfTime(shortestMs, longestMs, example);
  const wanted = `${length}, or "never"`;
  return z.string({ error: wanted }).transform((text, context) => {
    if (text.trim().toLowerCase() === 'never') return null;
    const ms = read(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const discordId = words(
  'a Discord id in quotes, 15 to 20 digits (turn on Developer Mode, right-click, Copy ID)',
  (text) => Snowflake.safeParse(text).success,
);

const yesOrNo = z.boolean({ error: 'true or false' });
const selector = words('a CSS selector such as "article.comment"');

const Selectors = z.strictObject(
  {
    comment: selector,
    author: selector.optional(),
    text: selector.optional(),
    time: selector.optional(),
    permalink: selector.optional(),
    closed: selector.optional(),
    count: selector.optional(),
  },
  { error: 'an object of CSS selectors, at least { "comment": "…" }' },
) satisfies z.ZodType<PageSelectors>;

const Comments = z.strictObject(
  {
    mirror: yesOrNo.optional(),
    source: oneOf(['auto', 'comment-feed', 'page-selectors']).optional(),
    selectors: Selectors.optional(),
    openThread: oneOf(['first-comment', 'at-once']).optional(),
    pollEvery: duration(shortestPollMs, dayMs, '2m').optional(),
  },
  { error: 'an object of settings in { }' },
);

const upToFiveRoles = `a list of at most ${mostMentionedRoles} role ids in quotes`;
const roleIds = z
  .array(discordId, { error: upToFiveRoles })
  .max(mostMentionedRoles, { error: upToFiveRoles });

const firstRun = 'a whole number from 0 to 25';

const FeedEntry = z.strictObject(
  {
    url: words('the address of a feed, beginning with https:// or http://', isWebAddress),
    guildId: discordId,
    channelId: discordId,
    pollEvery: duration(shortestPollMs, dayMs, '5m').optional(),
    firstRun: z
      .int({ error: firstRun })
      .min(0, { error: firstRun })
      .max(25, { error: firstRun })
      .optional(),
    mentionRoleIds: roleIds.optional(),
    mentionRoleId: discordId.optional(),
    comments: Comments.optional(),
    commentPeriod: durationOrNever(minuteMs / 2, longestPeriodMs, '7d').optional(),
    closingWarning: duration(0, longestPeriodMs, '1h').optional(),
  },
  { error: 'an object with "url", "guildId" and "channelId"' },
);
export type FeedEntry = z.infer<typeof FeedEntry>;

const Network = z.strictObject(
  {
    allow: z
      .array(
        words('a range of addresses such as "127.0.0.0/8" or "fd00::/8"', (text) =>
          ipaddr.isValidCIDR(text),
        ),
        { error: 'a list such as ["127.0.0.0/8"]' },
      )
      .optional(),
    timeout: duration(secondMs, minuteMs, '20s').optional(),
    userAgentContact: words(
      'an e-mail address or a page where publishers reach you, in plain ASCII, up to 200 characters',
      (text) => /^[\x20-\x7e]{1,200}$/.test(text),
    ).optional(),
  },
  { error: 'an object of settings in { }' },
);

const shared = {
  dataDir: words('the path of a folder').optional(),
  storeUrl: words(
    '"sqlite:" and a path, or the address of a PostgreSQL database ("postgres://…")',
    (text) => /^sqlite:./.test(text) || (/^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text)),
  ).optional(),
  logLevel: oneOf(['debug', 'info', 'warn', 'error']).optional(),
  discordApiUrl: words('a web address such as "https://discord.com/api"', isWebAddress).optional(),
};

/** What the configuration file may hold. Durations are read to milliseconds. */
export const ConfigFile = z.strictObject(
  {
    ...shared,
    network: Network.optional(),
    feeds: z.array(FeedEntry, { error: 'a list of feeds in [ ]' }).optional(),
  },
  { error: 'one object of settings in { }' },
);
export type ConfigFile = z.infer<typeof ConfigFile>;

/** What of the environment is read. */
export const ConfigEnvironment = z.object({
  DATA_DIR: shared.dataDir,
  STORE_URL: shared.storeUrl,
  LOG_LEVEL: shared.logLevel,
  DISCORD_API_URL: shared.discordApiUrl,
  DISCORD_TOKEN: words(
    'the bot’s token alone, as the Developer Portal shows it (without "Bot" before it)',
    (text) => /^[\x21-\x7e]+$/.test(text),
  ).optional(),
});
export type ConfigEnvironment = z.infer<typeof ConfigEnvironment>;

/** The keys that each object of the file may have, by its path with "[]" for every place in a list. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(ConfigFile.shape),
  network: Object.keys(Network.shape),
  'feeds[]': Object.keys(FeedEntry.shape),
  'feeds[].comments': Object.keys(Comments.shape),
  'feeds[].comments.selectors': Object.keys(Selectors.shape),
};
