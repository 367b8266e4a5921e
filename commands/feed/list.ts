import { shownAddress } from '../../src/text/masked-url.ts';
import { intervalInWords } from '../../src/core/time/duration.ts';
import { escapeMarkdown, timestamp, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { withinMessage } from '../options.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const list: FeedSubcommand = {
  name: 'list',
  body: (subcommand) => subcommand.setDescription('List the feeds of this server'),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const subscriptions = await ports.store.feeds.listSubscriptionsIn(interaction.guildId);
  const lines = await Promise.all(
    subscriptions.map(async ({ feedId, url, channelId, settings, origin }) => {
      const feed = await ports.store.feeds.getFeed(feedId);
      const title = feed?.title ? `**${escapeMarkdown(truncate(feed.title, 80))}** ` : '';
      const health = feed?.state.paused
        ? `paused: ${escapeMarkdown(truncate(feed.lastError ?? '', 90))}`
        : feed?.lastError
          ? `failing: ${escapeMarkdown(truncate(feed.lastError, 90))}`
          : feed?.lastPolledAt
            ? `last read ${timestamp(feed.lastPolledAt, 'R')}`
            : 'not read yet';
      const declared = origin === 'config' ? ' · from the configuration file' : '';
      return `- ${title}<${truncate(shownAddress(url), 300)}> → <#${channelId}>, ${intervalInWords(settings.pollEveryMs)} · ${health}${declared}`;
    }),
  );
  const none = 'This server has no feeds yet. Add one with `/feed add url:https://…`.';
  await interaction.editReply({
    content:
      lines.length === 0
        ? none
        : withinMessage(lines, ' `/feed show` shows one feed, `/feed export` lists all.'),
    allowedMentions: { parse: [] },
  });
}
