import { shownAddress } from '../../src/text/masked-url.ts';
import { durationText } from '../../src/core/time/duration.ts';
import { escapeMarkdown, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { withinMessage } from '../options.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const list: FeedSubcommand = {
  name: 'list',
  body: (subcommand) => subcommand.setDescription('The feeds of this server'),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const subscriptions = await ports.store.feeds.listSubscriptionsIn(interaction.guildId);
  const lines = await Promise.all(
    subscriptions.map(async ({ feedId, url, channelId, settings, origin }) => {
      const known = await ports.store.feeds.getFeed(feedId);
      const title = known?.title ? `**${escapeMarkdown(truncate(known.title, 80))}** ` : '';
      const health = known?.state.paused
        ? `paused, \`/feed show\` tells why: ${escapeMarkdown(truncate(known.lastError ?? '', 90))}`
        : known?.lastError
          ? `failing: ${escapeMarkdown(truncate(known.lastError, 90))}`
          : known?.lastPolledAt
            ? `read <t:${Math.floor(known.lastPolledAt / 1000)}:R>`
            : 'not read yet';
      const declared = origin === 'config' ? ' · declared in the configuration file' : '';
      return `- ${title}<${truncate(shownAddress(url), 300)}> → <#${channelId}>, every ${durationText(settings.pollEveryMs)} · ${health}${declared}`;
    }),
  );
  const none = 'No feeds yet. `/feed add url:https://…` brings one into a channel.';
  await interaction.editReply({
    content:
      lines.length === 0
        ? none
        : withinMessage(lines, ' `/feed show` tells of each, `/feed export` lists all.'),
    allowedMentions: { parse: [] },
  });
}
