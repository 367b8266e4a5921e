import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { dayMs, minuteMs, secondMs } from '../src/core/time/duration.ts';
import { duration, isWebAddress, listenAddress, oneOf, nonEmptyText, storeKeys } from './checks.ts';
import {
  Access,
  Comments,
  Criteria,
  DailyDigest,
  FeedEntry,
  Filters,
  QuietHours,
  Selectors,
} from './feed-entry.ts';
import { keySettings } from './keys.ts';

const Network = z.strictObject(
  {
    allow: z
      .array(
        nonEmptyText('a range of addresses such as "127.0.0.0/8" or "fd00::/8"', (text) =>
          ipaddr.isValidCIDR(text),
        ),
        { error: 'a list such as ["127.0.0.0/8"]' },
      )
      .optional(),
    timeout: duration(secondMs, minuteMs, '20s').optional(),
    userAgentContact: nonEmptyText(
      'an e-mail address or a page where publishers reach you, in plain ASCII, up to 200 characters',
      (text) => /^[\x20-\x7e]{1,200}$/.test(text),
    ).optional(),
  },
  { error: 'an object of settings in { }' },
);

const shared = {
  dataDir: nonEmptyText('the path of a folder').optional(),
  storeUrl: nonEmptyText(
    '"sqlite:" and the path of a file, such as "sqlite:/var/lib/wirethread/wirethread.db", or the address of a PostgreSQL database, such as "postgres://user:password@host:5432/wirethread"',
    (text) => /^(?:sqlite:.|postgres(?:ql)?:\/\/)/.test(text),
  ).optional(),
  retention: duration(7 * dayMs, 3650 * dayMs, '90d').optional(),
  readMemberMessages: z.boolean({ error: 'true or false' }).optional(),
  logLevel: oneOf(['debug', 'info', 'warn', 'error']).optional(),
  publicUrl: nonEmptyText(
    'the web address at which hubs reach Wirethread, such as "https://bot.example.org"',
    isWebAddress,
  ).optional(),
  publicListen: nonEmptyText(
    'an address and a port such as "127.0.0.1:8421"',
    (text) => listenAddress(text) !== null,
  ).optional(),
  statusListen: nonEmptyText(
    'an address and a port such as "127.0.0.1:8422"',
    (text) => listenAddress(text) !== null,
  ).optional(),
  discordApiUrl: nonEmptyText(
    'a web address such as "https://discord.com/api"',
    isWebAddress,
  ).optional(),
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
  RETENTION: shared.retention,
  LOG_LEVEL: shared.logLevel,
  READ_MEMBER_MESSAGES: oneOf(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  PUBLIC_URL: shared.publicUrl,
  PUBLIC_LISTEN: shared.publicListen,
  STATUS_LISTEN: shared.statusListen,
  DISCORD_API_URL: shared.discordApiUrl,
  SHARD_IDS: z
    .string()
    .regex(/^\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*$/, { error: 'numbers of shards such as "0,1"' })
    .transform((text) => [...new Set(text.split(',').map(Number))])
    .optional(),
  SHARD_COUNT: z
    .string()
    .regex(/^\s*[1-9]\d{0,3}\s*$/, { error: 'the number of shards in all, such as "4"' })
    .transform(Number)
    .optional(),
  STORE_KEY: nonEmptyText(
    '32 random bytes in base64, as "openssl rand -base64 32" prints them; to change it, the new one, a space, and the old one',
    (text) => storeKeys(text) !== null,
  ).optional(),
  ...keySettings,
  DISCORD_TOKEN: nonEmptyText(
    'the bot’s token alone, as the Developer Portal shows it (without "Bot" before it)',
    (text) => /^[\x21-\x7e]+$/.test(text),
  ).optional(),
});
export type ConfigEnvironment = z.infer<typeof ConfigEnvironment>;

/** The keys that each object of the file may have, by its path with "[]" for every place in a list. */
export const allowedKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(ConfigFile.shape),
  network: Object.keys(Network.shape),
  'feeds[]': Object.keys(FeedEntry.shape),
  'feeds[].filters': Object.keys(Filters.shape),
  'feeds[].filters.include': Object.keys(Criteria.shape),
  'feeds[].filters.exclude': Object.keys(Criteria.shape),
  'feeds[].quietHours': Object.keys(QuietHours.shape),
  'feeds[].digest': Object.keys(DailyDigest.shape),
  'feeds[].access': Object.keys(Access.shape),
  'feeds[].comments': Object.keys(Comments.shape),
  'feeds[].comments.selectors': Object.keys(Selectors.shape),
};
