import { shownAddress } from '../../src/text/masked-url.ts';
import type { FeedDocument } from '../../src/core/story/story.ts';
import { tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { escapeMarkdown, renderStory, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';

import type { FeedSubcommand } from './subcommand.ts';

export const test: FeedSubcommand = {
  name: 'test',
  body: (subcommand) =>
    subcommand
      .setDescription('Read a feed and show its newest story to you only')
      .addStringOption((option) =>
        option
          .setName('url')
          .setDescription("The feed's address, or one of this server's feeds")
          .setRequired(true)
          .setAutocomplete(true)
          .setMaxLength(2000),
      ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const typed = interaction.options.getString('url', true);
  const subscriptions = await ports.store.feeds.listSubscriptionsIn(interaction.guildId);
  const own = subscriptions.find(({ id, url }) => id === typed || url === typed);
  const access = own && (await ports.store.access.get(own.feedId));
  const url = own?.url ?? typed;
  const document = await tryFeed(ports, { url, ...(access && { access }) }, signal);
  const newest = newestStory(document);
  const count = `${document.stories.length} ${document.stories.length === 1 ? 'story' : 'stories'}`;
  const title = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  if (!newest) {
    await interaction.editReply({
      content: `**${title}** is a feed without stories so far. It can be added: its first story is posted when it comes.`,
      allowedMentions: { parse: [] },
    });
    return;
  }
  const shown = renderStory(newest, {
    threadUrl: null,
    commentCount: newest.commentCount,
    mentionRoleIds: [],
    corrected: null,
    withdrawn: null,
    language: 'en',
    contentTemplate: null,
    feedTitle: document.title,
  });
  const intro = `**${title}** reads well: ${count}. Its newest, as it would be posted (the article's page adds more credits):`;
  await interaction.editReply({
    embeds: shown.embeds ?? [],
    components: shown.components ?? [],
    content: truncate(`${intro}\n${shown.content ?? ''}`, 2000),
    allowedMentions: { parse: [] },
  });
}

function newestStory({ stories }: FeedDocument) {
  return stories.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
}
