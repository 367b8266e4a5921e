import { shownAddress } from '../../src/text/masked-url.ts';
import {
  escapeMarkdown,
  intervalIn,
  labelsFor,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { withinMessage } from '../options.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const list: FeedSubcommand = {
  name: 'list',
  body: (subcommand) => described(subcommand, (labels) => labels.commands.feed.list.description),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const labels = labelsFor(interaction);
  const label = labels.feed.list;
  const subscriptions = await ports.store.feeds.listSubscriptionsIn(interaction.guildId);
  const lines = await Promise.all(
    subscriptions.map(async ({ feedId, url, channelId, settings, origin }) => {
      const feed = await ports.store.feeds.getFeed(feedId);
      const title = feed?.title ? `**${escapeMarkdown(truncate(feed.title, 80))}** ` : '';
      const health = feed?.state.paused
        ? label.paused({ error: escapeMarkdown(truncate(feed.lastError ?? '', 90)) })
        : feed?.lastError
          ? label.failing({ error: escapeMarkdown(truncate(feed.lastError, 90)) })
          : feed?.lastPolledAt
            ? label.lastRead({ time: timestamp(feed.lastPolledAt, 'R') })
            : label.notRead;
      const declared = origin === 'config' ? ` · ${label.declared}` : '';
      return `- ${title}<${truncate(shownAddress(url), 300)}> → <#${channelId}>, ${intervalIn(labels, settings.pollEveryMs)} · ${health}${declared}`;
    }),
  );
  await interaction.editReply({
    content: lines.length === 0 ? label.none : withinMessage(lines, labels, label.remedy),
    allowedMentions: { parse: [] },
  });
}
