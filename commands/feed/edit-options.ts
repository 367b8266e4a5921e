import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { languageNames } from '../../src/render/index.ts';

/** Options that hold a list, and where of the filters it stands. */
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
  'include-words': 'Only stories with one of these words: ferry, town hall, harb* … or none',
  'exclude-words': 'No stories with one of these words: horoscope, sponsor* … or none',
  'include-topics': 'Only stories on one of these topics, between commas, or none',
  'exclude-topics': 'No stories on one of these topics, between commas, or none',
  'include-authors': 'Only stories by one of these people, between commas, or none',
  'exclude-authors': 'No stories by one of these people, between commas, or none',
};

/** The options of `/feed edit`; what is left out stays as it is. */
export function editOptions(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  const text = (name: string, description: string, suggests = false) =>
    subcommand.addStringOption((option) =>
      option.setName(name).setDescription(description).setAutocomplete(suggests),
    );
  subcommand
    .setDescription('Change how a feed is posted, and see what that looks like')
    .addStringOption((option) =>
      option.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
    )
    .addBooleanOption((option) =>
      option.setName('preview').setDescription('Only show what it would look like (no)'),
    );
  for (const [name, description] of Object.entries(filterDescriptions)) {
    text(name, description, true);
  }
  text('mention-roles', 'Roles to mention, at most 5: @News @Sport … or none', true);
  text('content-line', 'Its wording: {mentions} **{headline}** · {feed} … or none', true);
  text('quiet-hours', 'When stories wait: 22:00-07:00 Europe/Berlin … or none', true);
  text('digest', 'One message for all: hourly, daily 08:00 Europe/Berlin … or off', true);
  subcommand
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription('Of the labels of its messages')
        .addChoices(...Object.entries(languageNames).map(([value, name]) => ({ name, value }))),
    )
    .addIntegerOption((option) =>
      option
        .setName('catch-up')
        .setDescription('The most stories that one reading posts')
        .setMinValue(1)
        .setMaxValue(100),
    );
  text('forum-tag', 'For stories that none of the forum’s tags fits, or none', true);
  text('poll-every', 'How often it is read: 5m, 1h …');
  subcommand.addBooleanOption((option) =>
    option.setName('comments').setDescription('Mirror the comments of its stories'),
  );
  text('comment-period', 'How long a discussion stays open: 3d, 14d … or never');
  text('closing-warning', 'How long before its end that is said: 1h … or none');
  return subcommand.addStringOption((option) =>
    option
      .setName('open-thread')
      .setDescription('When a story’s discussion is opened')
      .addChoices(
        { name: 'with its first comment', value: 'first-comment' },
        { name: 'at once', value: 'at-once' },
      ),
  );
}
