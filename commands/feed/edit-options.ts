import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { languageNames } from '../../src/render/index.ts';
import { storyChannelTypes } from '../options.ts';

/** Options that hold a list, with its path in the filters. */
export const filterOptions = {
  'include-words': ['include', 'words'],
  'exclude-words': ['exclude', 'words'],
  'include-topics': ['include', 'topics'],
  'exclude-topics': ['exclude', 'topics'],
  'include-authors': ['include', 'authors'],
  'exclude-authors': ['exclude', 'authors'],
} as const;
export type FilterOption = keyof typeof filterOptions;

const filterDescriptions: Readonly<Record<FilterOption, string>> = {
  'include-words': 'Post only stories with one of these words: ferry, town hall, harb* … or none',
  'exclude-words': 'Skip stories with one of these words: horoscope, sponsor* … or none',
  'include-topics': 'Post only stories on one of these topics, separated by commas; or none',
  'exclude-topics': 'Skip stories on one of these topics, separated by commas; or none',
  'include-authors': 'Post only stories by one of these people, separated by commas; or none',
  'exclude-authors': 'Skip stories by one of these people, separated by commas; or none',
};

/** The options of `/feed edit`. A setting whose option is left out does not change. */
export function editOptions(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  const text = (name: string, description: string, suggests = false) =>
    subcommand.addStringOption((option) =>
      option.setName(name).setDescription(description).setAutocomplete(suggests),
    );
  subcommand
    .setDescription('Change how a feed is posted, with a preview')
    .addStringOption((option) =>
      option
        .setName('feed')
        .setDescription('The feed to change')
        .setRequired(true)
        .setAutocomplete(true),
    )
    .addBooleanOption((option) =>
      option
        .setName('preview')
        .setDescription('Look at the result first, then save or discard it (default: no)'),
    );
  subcommand.addChannelOption((option) =>
    option
      .setName('channel')
      .setDescription('Another channel for its next stories; posted ones stay where they are')
      .addChannelTypes(...storyChannelTypes),
  );
  for (const [name, description] of Object.entries(filterDescriptions)) {
    text(name, description, true);
  }
  text('mention-roles', 'Roles to mention, at most 5: @News @Sport … or none', true);
  text('content-line', 'Text above each story: {mentions} **{headline}** · {feed} … or none', true);
  text(
    'quiet-hours',
    'When stories wait to be posted: 22-7, 22:00-07:00 Europe/Berlin … or none',
    true,
  );
  text(
    'digest',
    'One message for many stories: hourly, daily 8am, daily 08:00 Europe/Berlin … or off',
    true,
  );
  subcommand
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription('Language of the labels and buttons in its messages')
        .addChoices(...Object.entries(languageNames).map(([value, name]) => ({ name, value }))),
    )
    .addIntegerOption((option) =>
      option
        .setName('catch-up')
        .setDescription('The most stories to post at a time, 1 to 100')
        .setMinValue(1)
        .setMaxValue(100),
    );
  text('forum-tag', 'Tag for stories whose topics match no tag of the forum; or none', true);
  text('poll-every', 'How often to read it: 5m, 1h, 2 hours …');
  subcommand.addBooleanOption((option) =>
    option.setName('comments').setDescription('Mirror the comments of its stories'),
  );
  text(
    'comment-selectors',
    'CSS of comments on its pages: comment: .post; author: .who; text: p … or none',
  );
  text(
    'backlog',
    'How many comments of a long discussion to mirror, the newest: 100, 1000 … or all',
  );
  text(
    'comment-period',
    'How long a discussion stays open: 3 days, 2w … never means it never closes',
  );
  text(
    'closing-warning',
    'How long before a discussion closes to announce it: 1h, 30 min … or none',
  );
  return subcommand.addStringOption((option) =>
    option
      .setName('open-thread')
      .setDescription('When to open the thread of a story')
      .addChoices(
        { name: 'with its first comment', value: 'first-comment' },
        { name: 'together with the story', value: 'at-once' },
      ),
  );
}
