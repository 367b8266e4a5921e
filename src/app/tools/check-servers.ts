import type { Finding } from '../../core/health/finding.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { DiscordToRead } from '../../edge/discord/without-gateway.ts';
import { serverHealth } from '../../newsroom/health/server-health.ts';
import { findingText, labelsIn } from '../../render/index.ts';
import { plural } from '../../text/plural.ts';
import { type Check, note, ok, problem } from './check.ts';

/** Checks each server that has feeds, as `/health` does. */
export async function checkServers(
  store: Ledger,
  bot: DiscordToRead,
  signal: AbortSignal,
): Promise<Check[]> {
  const subscriptions = await store.feeds.listSubscriptionsIn(null);
  if (subscriptions.length === 0)
    return [note('No feed is subscribed to: use /feed add in a server.')];
  const checks: Check[] = [];
  for (const guildId of new Set(subscriptions.map((one) => one.guildId))) {
    checks.push(...(await checkServer(store, bot, guildId, signal)));
  }
  return checks;
}

async function checkServer(
  store: Ledger,
  bot: DiscordToRead,
  guildId: string,
  signal: AbortSignal,
): Promise<Check[]> {
  if (!(await bot.read(guildId))) {
    return [
      problem(
        `The bot is not in the server ${guildId}, which has feeds: invite it again, or its data is deleted in time.`,
      ),
    ];
  }
  const { discord } = bot;
  const name = discord.serverName(guildId) ?? guildId;
  const findings = await serverHealth({ store, discord }, guildId, signal);
  if (findings.length === 0) {
    const feeds = (await store.feeds.listSubscriptionsIn(guildId)).length;
    return [ok(`${name}: ${plural(feeds, 'feed')}, permissions, channels and threads are fine.`)];
  }
  const checks: Check[] = [];
  for (const finding of findings) {
    const channel = await channelName(bot, finding, signal);
    const style = {
      channel: () => channel,
      time: (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' '),
      quoted: (text: string) => text,
    };
    checks.push(problem(`${name}: ${findingText(finding, labelsIn('en'), style)}`));
  }
  return checks;
}

async function channelName({ discord }: DiscordToRead, finding: Finding, signal: AbortSignal) {
  if (!('channelId' in finding)) return '';
  const { channelId } = finding;
  const channel = await discord.channel(channelId, signal);
  return channel ? `#${channel.name} (${channelId})` : channelId;
}
