import { shownAddress } from '../../src/text/masked-url.ts';
import { subscriptionsMeant } from '../../src/newsroom/subscriptions/own-subscription.ts';
import { tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { escapeMarkdown, renderStory, truncate } from '../../src/render/index.ts';
import { plural } from '../../src/text/plural.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import { aboutOption } from '../refusals.ts';
import { commentTrialLines, newestStory } from './comment-lines.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const test: FeedSubcommand = {
  name: 'test',
  body: (subcommand) =>
    subcommand
      .setDescription('Read a feed and show its newest story, only to you')
      .addStringOption((option) =>
        option
          .setName('url')
          .setDescription("Address of a feed, or one of this server's feeds")
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
  const address = interaction.options.getString('url', true);
  const own = (await subscriptionsMeant(ports.store, interaction.guildId, address))[0];
  const access = own && (await ports.store.access.get(own.feedId));
  const url = own?.url ?? address;
  const document = await aboutOption('url', () =>
    tryFeed(ports, { url, ...(access && { access }) }, signal),
  );
  const newest = newestStory(document.stories);
  const count = plural(document.stories.length, 'story', 'stories');
  const title = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  if (!newest) {
    await interaction.editReply({
      content: `**${title}** is a feed without stories. You can add it now: its first story will be posted when it appears.`,
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
    inForum: false,
    feedTitle: document.title,
  });
  const { leftOut } = document;
  const others =
    leftOut === 0
      ? ''
      : ` ${plural(leftOut, 'item', 'items')} more than Wirethread reads were left out.`;
  const { comments } = own?.settings ?? defaultSubscriptionSettings;
  const intro = [
    `**${title}** can be read: ${count}.${others}`,
    ...commentTrialLines(await tryComments(ports, newest, comments, signal)),
    "Its newest story would be posted like this (with more credits from the article's page):",
  ].join('\n');
  await interaction.editReply({
    embeds: shown.embeds ?? [],
    components: shown.components ?? [],
    content: truncate(`${intro}\n${shown.content ?? ''}`, 2000),
    allowedMentions: { parse: [] },
  });
}
