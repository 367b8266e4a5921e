import { ChannelType, Events, type Client, type Guild, PermissionFlagsBits } from 'discord.js';
import type { MessageBody } from '../src/core/delivery/message-body.ts';
import { errorText } from '../src/core/errors.ts';
import { labelsFor } from '../src/render/index.ts';
import { shortHash } from '../src/text/hash.ts';
import type { CommandContext } from './command.ts';
import { nextSteps } from './next-steps.ts';

/** Says the next steps in each server that invites the bot while it runs, once. */
export function welcomeServers(client: Client, context: CommandContext): void {
  client.on(Events.GuildCreate, (guild) => {
    welcome(guild, context).catch((error: unknown) => {
      if (context.signal.aborted) return;
      context.log.warn({ guildId: guild.id, error: errorText(error) }, 'guild.not-welcomed');
    });
  });
}

/**
 * One message, in the channel where Discord itself welcomes members, or else in the first one that the
 * bot may write in; nobody is mentioned. None where the bot has been set up already.
 */
async function welcome(guild: Guild, context: CommandContext): Promise<void> {
  const { ports, log, signal } = context;
  const isSetUp =
    (await ports.store.settings.get(guild.id)) !== null ||
    (await ports.store.feeds.listSubscriptionsIn(guild.id)).length > 0;
  const channelId = welcomeChannel(guild);
  log.info({ guildId: guild.id, channelId, isSetUp }, 'guild.joined');
  if (isSetUp || channelId === null) return;
  const labels = labelsFor({ locale: guild.preferredLocale, guildLocale: null });
  const steps = await nextSteps(guild, labels, context);
  const content = [
    labels.help.welcome,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    labels.help.later,
  ].join('\n');
  const nonce = shortHash(`welcome:${guild.id}:${guild.joinedTimestamp}`);
  const body: MessageBody = {
    content,
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
  };
  await ports.discord.post(channelId, body, nonce, signal);
}

function welcomeChannel({ systemChannel, channels, members }: Guild): string | null {
  const { me } = members;
  if (!me) return null;
  const { ViewChannel, SendMessages } = PermissionFlagsBits;
  const isWritable = (channel: NonNullable<typeof systemChannel>) =>
    channel.permissionsFor(me).has([ViewChannel, SendMessages]);
  if (systemChannel && isWritable(systemChannel)) return systemChannel.id;
  const texts = channels.cache.filter((channel) => channel.type === ChannelType.GuildText);
  const [first] = texts
    .filter(isWritable)
    .sort((a, b) => a.rawPosition - b.rawPosition)
    .values();
  return first?.id ?? null;
}
