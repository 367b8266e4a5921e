import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type SlashCommandStringOption,
} from 'discord.js';
import { firedRules, RuleAction } from '../../src/core/moderation/rules.ts';
import { patternMatcher } from '../../src/core/moderation/watched-patterns.ts';
import {
  rulesOf,
  setFirstComment,
  setRepeatOffender,
  unwatch,
  watch,
} from '../../src/newsroom/moderation/change-rules.ts';
import {
  escapeMarkdown,
  firedRuleText,
  type Labels,
  labelsFor,
  ruleLines,
} from '../../src/render/index.ts';
import type { CommandContext, SlashCommand, SlashInteraction } from '../command.ts';
import { choice, described } from '../localized.ts';
import { choices, withinMessage } from '../options.ts';
import { requireModerator } from '../permissions.ts';
import { aboutOption } from '../refusals.ts';
import { changeSlowModeRule, slowModeRuleSubcommand } from './slow-mode-rule.ts';

type RuleCommands = Labels['rules']['commands'];

const named = (name: keyof RuleCommands) => (labels: Labels) => labels.rules.commands[name];

/** What to do with a comment; "off" too where a rule can be switched off. */
function actionOption(
  option: SlashCommandStringOption,
  describedAs: keyof RuleCommands,
  offered: readonly (RuleAction | 'off')[],
): SlashCommandStringOption {
  return described(option.setName('action'), named(describedAs))
    .setRequired(offered.includes('off'))
    .addChoices(offered.map((value) => choice(value, ({ rules }) => rules.choices[value])));
}

/** The rules of a server: they act on mirrored comments before people do. */
export const rules: SlashCommand = {
  body: described(new SlashCommandBuilder().setName('rules'), named('rules'))
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand((list) => described(list.setName('list'), named('list')))
    .addSubcommand((add) =>
      described(add.setName('add-words'), named('addWords'))
        .addStringOption((option) =>
          described(option.setName('words'), named('words')).setRequired(true).setMaxLength(100),
        )
        .addStringOption((option) => actionOption(option, 'action', RuleAction.options)),
    )
    .addSubcommand((add) =>
      described(add.setName('add-link'), named('addLink'))
        .addStringOption((option) =>
          described(option.setName('domain'), named('domain')).setRequired(true).setMaxLength(500),
        )
        .addStringOption((option) => actionOption(option, 'action', RuleAction.options)),
    )
    .addSubcommand((remove) =>
      described(remove.setName('remove'), named('remove')).addStringOption((option) =>
        described(option.setName('pattern'), named('pattern'))
          .setRequired(true)
          .setMaxLength(300)
          .setAutocomplete(true),
      ),
    )
    .addSubcommand((test) =>
      described(test.setName('try'), named('try')).addStringOption((option) =>
        described(option.setName('text'), named('text')).setRequired(true).setMaxLength(2000),
      ),
    )
    .addSubcommand((first) =>
      described(first.setName('first-comment'), named('firstComment')).addStringOption((option) =>
        actionOption(option, 'what', [...RuleAction.options, 'off']),
      ),
    )
    .addSubcommand((repeat) =>
      described(repeat.setName('repeat-offender'), named('repeat'))
        .addStringOption((option) => actionOption(option, 'what', [...RuleAction.options, 'off']))
        .addIntegerOption((option) =>
          described(option.setName('upheld'), named('upheld')).setMinValue(1).setMaxValue(100),
        )
        .addIntegerOption((option) =>
          described(option.setName('days'), named('days')).setMinValue(1).setMaxValue(365),
        ),
    )
    .addSubcommand(slowModeRuleSubcommand)
    .toJSON(),

  async run(interaction, context) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await requireModerator(interaction, null, context);
    const content = await answerTo(interaction, context);
    await interaction.editReply({ content, allowedMentions: { parse: [] } });
  },

  async autocomplete(interaction, { ports }) {
    const { watched } = await rulesOf(ports.store, interaction.guildId);
    const typed = interaction.options.getFocused();
    await interaction.respond(
      choices(
        watched,
        typed,
        ({ pattern }) => pattern,
        ({ pattern }) => pattern,
      ),
    );
  },
};

async function answerTo(interaction: SlashInteraction, context: CommandContext): Promise<string> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'add-words':
      return add(interaction, context, 'words');
    case 'add-link':
      return add(interaction, context, 'link');
    case 'remove':
      return remove(interaction, context);
    case 'try':
      return tryText(interaction, context);
    case 'first-comment':
      return firstComment(interaction, context);
    case 'slow-mode':
      return changeSlowModeRule(interaction, context);
    case 'repeat-offender':
      return repeatOffender(interaction, context);
    default:
      return list(interaction, context);
  }
}

const changerOf = ({ guildId, user }: SlashInteraction) => ({ guildId, by: user.id });

async function list(interaction: SlashInteraction, { ports }: CommandContext): Promise<string> {
  const labels = labelsFor(interaction);
  const lines = ruleLines(await rulesOf(ports.store, interaction.guildId), labels);
  const { intro, none, membersRead, membersUnread } = labels.rules;
  const outro = ports.readsMemberMessages ? membersRead : membersUnread;
  if (lines.length === 0) return `${none}\n${outro}`;
  return `${withinMessage([intro, ...lines.map((line) => `- ${line}`)], labels)}\n${outro}`;
}

async function add(
  interaction: SlashInteraction,
  { ports }: CommandContext,
  kind: 'words' | 'link',
): Promise<string> {
  const option = kind === 'words' ? 'words' : 'domain';
  const typed = interaction.options.getString(option, true);
  const action = RuleAction.catch('report').parse(interaction.options.getString('action'));
  const added = await aboutOption(option, () =>
    watch(ports, changerOf(interaction), { kind, typed, action }),
  );
  const { rules: text } = labelsFor(interaction);
  const about = { pattern: escapeMarkdown(added.pattern), action: text.actions[action] };
  if (!added.isNew) return text.changed(about);
  return kind === 'words' ? text.added(about) : text.addedLink(about);
}

async function remove(interaction: SlashInteraction, { ports }: CommandContext): Promise<string> {
  const pattern = interaction.options.getString('pattern', true).trim();
  await unwatch(ports, changerOf(interaction), pattern);
  return labelsFor(interaction).rules.removed({ pattern: escapeMarkdown(pattern) });
}

async function tryText(interaction: SlashInteraction, { ports }: CommandContext): Promise<string> {
  const stored = await rulesOf(ports.store, interaction.guildId);
  const text = interaction.options.getString('text', true);
  const matching = patternMatcher(stored.watched)({ text, links: text });
  const fired = firedRules(stored, matching, { isFirstComment: false, upheld: 0 });
  const labels = labelsFor(interaction);
  if (!fired) return labels.rules.triedNone;
  const lines = fired.rules.map((rule) => `- ${firedRuleText(rule, labels)}`);
  const action = labels.rules.actions[fired.action];
  return withinMessage([labels.rules.tried({ action }), ...lines], labels);
}

/** `null` for "off". */
function chosenAction({ options }: SlashInteraction): RuleAction | null {
  return RuleAction.nullable().catch(null).parse(options.getString('action', true));
}

async function firstComment(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<string> {
  const action = chosenAction(interaction);
  await setFirstComment(ports, changerOf(interaction), action);
  const { rules: text } = labelsFor(interaction);
  return action === null ? text.firstOff : text.firstSet({ action: text.actions[action] });
}

async function repeatOffender(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<string> {
  const action = chosenAction(interaction);
  const upheld = interaction.options.getInteger('upheld') ?? 3;
  const days = interaction.options.getInteger('days') ?? 30;
  await setRepeatOffender(ports, changerOf(interaction), action && { upheld, days, action });
  const { rules: text, units } = labelsFor(interaction);
  if (action === null) return text.repeatOff;
  const about = { count: upheld, days: units.days({ count: days }), action: text.actions[action] };
  return text.repeatSet(about);
}
