import { shownAddress } from '../../src/text/masked-url.ts';
import { subscriptionsMeant } from '../../src/newsroom/subscriptions/own-subscription.ts';
import { tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import {
  escapeMarkdown,
  labelsFor,
  languageFor,
  renderStory,
  truncate,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import { described } from '../localized.ts';
import { aboutOption } from '../refusals.ts';
import { commentTrialLines, newestStory } from './comment-lines.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const test: FeedSubcommand = {
  name: 'test',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.test.description).addStringOption(
      (option) =>
        described(option.setName('url'), (labels) => labels.commands.feed.test.url)
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
  const labels = labelsFor(interaction);
  const address = interaction.options.getString('url', true);
  const own = (await subscriptionsMeant(ports.store, interaction.guildId, address))[0];
  const access = own && (await ports.store.access.get(own.feedId));
  const url = own?.url ?? address;
  const document = await aboutOption('url', () =>
    tryFeed(ports, { url, ...(access && { access }) }, signal),
  );
  const newest = newestStory(document.stories);
  const title = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  if (!newest) {
    await interaction.editReply({
      content: labels.feed.empty({ title }),
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
    language: languageFor(interaction),
    contentTemplate: null,
    inForum: false,
    feedTitle: document.title,
  });
  const { leftOut } = document;
  const others = leftOut === 0 ? '' : ` ${labels.feed.leftOut({ count: leftOut })}`;
  const { comments } = own?.settings ?? defaultSubscriptionSettings;
  const intro = [
    `${labels.feed.canBeRead({ title, count: document.stories.length })}${others}`,
    ...commentTrialLines(await tryComments(ports, newest, comments, signal), labels),
    labels.feed.wouldBePosted,
  ].join('\n');
  await interaction.editReply({
    embeds: shown.embeds ?? [],
    components: shown.components ?? [],
    content: truncate(`${intro}\n${shown.content ?? ''}`, 2000),
    allowedMentions: { parse: [] },
  });
}
