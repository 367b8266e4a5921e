import { z } from 'zod';
import { ReadError } from '../../core/errors.ts';
import { FeedAccess } from '../../core/feed/feed.ts';
import { parseZone } from '../../core/feed/option-text.ts';
import { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { Snowflake } from '../../core/ids.ts';
import { GuildSettings } from '../../core/moderation/guild-settings.ts';
import { MutedAuthor } from '../../core/moderation/muted-author.ts';
import { ModerationRules } from '../../core/moderation/rules.ts';
import { UnixMs } from '../../core/time/duration.ts';
import { longestAddress } from '../feeds/feed-address.ts';

const kind = 'wirethread-server';
/** Files with a higher number are refused. */
export const fileVersion = 1;

const TransferredFeed = z.object({
  url: z.string().max(longestAddress),
  channelId: Snowflake,
  addedBy: Snowflake.nullable(),
  addedAt: UnixMs,
  settings: SubscriptionSettings,
  /** `null` for a public feed. */
  access: z.union([FeedAccess, z.literal('left-out')]).nullable(),
});
export type TransferredFeed = z.infer<typeof TransferredFeed>;

const TransferredSettings = GuildSettings.omit({
  version: true,
  formerModeratorsChannelIds: true,
}).extend({
  timeZone: z.string().refine((zone) => parseZone(zone) !== null, 'no time zone has this name'),
});

/** What people set up in a server, without messages and cases. */
export const ServerFile = z.object({
  kind: z.literal(kind),
  version: z.literal(fileVersion),
  guildId: Snowflake,
  exportedAt: UnixMs,
  /** `null` for a server that set nothing. */
  settings: TransferredSettings.nullable(),
  /** Oldest first. */
  feeds: z.array(TransferredFeed),
  rules: ModerationRules.nullable(),
  mutes: z.array(MutedAuthor.omit({ guildId: true })),
  /** Members who may not report. */
  bans: z.array(
    z.object({ userId: Snowflake, by: Snowflake, at: UnixMs, reason: z.string().nullable() }),
  ),
});
export type ServerFile = z.infer<typeof ServerFile>;

const Begun = z.object({ kind: z.literal(kind), version: z.number() });
const mostProblems = 5;

/** @throws ReadError with what is wrong, without the values of the file */
export function readServerFile(text: string): ServerFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ReadError('it is not JSON, or damaged: export the server again');
  }
  const begun = Begun.safeParse(document);
  if (!begun.success) throw new ReadError('wirethread export did not write it');
  if (begun.data.version > fileVersion) {
    throw new ReadError(
      `a newer Wirethread wrote it (version ${begun.data.version} of the format, this one reads ${fileVersion}): update this one`,
    );
  }
  const read = ServerFile.safeParse(document);
  if (read.success) return read.data;
  const { issues } = read.error;
  const lines = issues
    .slice(0, mostProblems)
    .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const more = issues.length > mostProblems ? ['…'] : [];
  throw new ReadError(`it is damaged: ${[...lines, ...more].join('; ')}`);
}

export const serverFileText = (file: ServerFile): string => `${JSON.stringify(file, null, 2)}\n`;
