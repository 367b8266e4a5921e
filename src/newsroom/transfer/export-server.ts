import { RequestError } from '../../core/errors.ts';
import type { FeedAccess } from '../../core/feed/feed.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { mostMuted } from '../moderation/mute-author.ts';
import { fileVersion, ServerFile, type TransferredFeed } from './server-file.ts';

/** @throws RequestError when nothing is stored of the server */
export async function exportServer(
  ledger: Ledger,
  guildId: Snowflake,
  { withSecrets, now }: { withSecrets: boolean; now: UnixMs },
): Promise<ServerFile> {
  const feeds: TransferredFeed[] = [];
  for (const subscription of await ledger.feeds.listSubscriptionsIn(guildId)) {
    const { feedId, url, channelId, addedBy, addedAt, settings } = subscription;
    const access = await ledger.access.get(feedId);
    const isLeftOut = access !== null && !withSecrets && isSecret(access);
    const transferred = isLeftOut ? 'left-out' : access;
    feeds.push({ url, channelId, addedBy, addedAt, settings, access: transferred });
  }
  const banned = await ledger.readers.listBanned(guildId);
  const file: ServerFile = {
    kind: 'wirethread-server',
    version: fileVersion,
    guildId,
    exportedAt: now,
    settings: await ledger.settings.get(guildId),
    feeds,
    rules: await ledger.rules.get(guildId),
    mutes: await ledger.mutes.list(guildId, mostMuted),
    bans: banned.flatMap(({ userId, reportBan }) => (reportBan ? [{ userId, ...reportBan }] : [])),
  };
  const { settings, rules, mutes, bans } = file;
  if (!settings && !rules && feeds.length + mutes.length + bans.length === 0) {
    const known = await ledger.guilds.list();
    const servers =
      known.length === 0
        ? 'No server has feeds in it.'
        : `Servers with feeds: ${known.join(', ')}.`;
    throw new RequestError(`The database has nothing of server ${guildId}. ${servers}`);
  }
  // Without what belongs to the stored row only.
  return ServerFile.parse(file);
}

/** Everything but a switch. */
function isSecret({ username, password, cookie, userAgent }: FeedAccess): boolean {
  return (username ?? password ?? cookie ?? userAgent) !== null;
}
