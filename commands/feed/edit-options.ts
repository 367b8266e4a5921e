import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { type Labels, languageNames } from '../../src/render/index.ts';
import { choice, described } from '../localized.ts';
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

type EditText = (labels: Labels['commands']['feed']['edit']) => string;

const filterDescriptions: Readonly<Record<FilterOption, EditText>> = {
  'include-words': ({ includeWords }) => includeWords,
  'exclude-words': ({ excludeWords }) => excludeWords,
  'include-topics': ({ includeTopics }) => includeTopics,
  'exclude-topics': ({ excludeTopics }) => excludeTopics,
  'include-authors': ({ includeAuthors }) => includeAuthors,
  'exclude-authors': ({ excludeAuthors }) => excludeAuthors,
};

/** What the description of `content-line` shows as an example. */
const template = '{mentions} **{headline}** · {feed}';

/** The options of `/feed edit`. A setting whose option is left out does not change. */
export function editOptions(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  const inEdit =
    (textOf: EditText) =>
    ({ commands }: Labels) =>
      textOf(commands.feed.edit);
  const text = (name: string, textOf: EditText, suggests = false) =>
    subcommand.addStringOption((option) =>
      described(option.setName(name).setAutocomplete(suggests), inEdit(textOf)),
    );
  described(
    subcommand,
    inEdit((labels) => labels.description),
  );
  subcommand
    .addStringOption((option) =>
      described(
        option.setName('feed').setRequired(true).setAutocomplete(true),
        inEdit((labels) => labels.feed),
      ),
    )
    .addBooleanOption((option) =>
      described(
        option.setName('preview'),
        inEdit((labels) => labels.preview),
      ),
    )
    .addChannelOption((option) =>
      described(
        option.setName('channel').addChannelTypes(...storyChannelTypes),
        inEdit((labels) => labels.channel),
      ),
    );
  for (const [name, textOf] of Object.entries(filterDescriptions)) text(name, textOf, true);
  text('mention-roles', ({ mentionRoles }) => mentionRoles, true);
  text('content-line', ({ contentLine }) => contentLine({ template }), true);
  text('quiet-hours', ({ quietHours }) => quietHours, true);
  text('digest', ({ digest }) => digest, true);
  subcommand
    .addStringOption((option) =>
      described(
        option
          .setName('language')
          .addChoices(...Object.entries(languageNames).map(([value, name]) => ({ name, value }))),
        inEdit(({ language }) => language),
      ),
    )
    .addIntegerOption((option) =>
      described(
        option.setName('catch-up').setMinValue(1).setMaxValue(100),
        inEdit(({ catchUp }) => catchUp),
      ),
    );
  text('forum-tag', ({ forumTag }) => forumTag, true);
  text('poll-every', ({ pollEvery }) => pollEvery);
  subcommand.addBooleanOption((option) =>
    described(
      option.setName('comments'),
      inEdit(({ comments }) => comments),
    ),
  );
  subcommand.addBooleanOption((option) =>
    described(
      option.setName('personas'),
      inEdit(({ personas }) => personas),
    ),
  );
  text('comment-selectors', ({ commentSelectors }) => commentSelectors);
  text('backlog', ({ backlog }) => backlog);
  text('comment-period', ({ commentPeriod }) => commentPeriod);
  text('closing-warning', ({ closingWarning }) => closingWarning);
  return subcommand.addStringOption((option) =>
    described(
      option.setName('open-thread').addChoices(
        choice(
          'first-comment',
          inEdit(({ choices }) => choices.firstComment),
        ),
        choice(
          'at-once',
          inEdit(({ choices }) => choices.atOnce),
        ),
      ),
      inEdit(({ openThread }) => openThread),
    ),
  );
}
