import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { fewestMessages, type SlowModeRule } from '../../src/core/discussion/slow-mode.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { setSlowModeRule } from '../../src/newsroom/moderation/change-rules.ts';
import { labelsFor, slowModeRuleText } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { chosenLength, everyOption, forOption } from '../slow-mode-options.ts';

const usualMessages = 20;
const usualMs = 15 * minuteMs;

export function slowModeRuleSubcommand(
  subcommand: SlashCommandSubcommandBuilder,
): SlashCommandSubcommandBuilder {
  return described(subcommand.setName('slow-mode'), ({ slowMode }) => slowMode.commands.rule)
    .addIntegerOption(everyOption)
    .addIntegerOption((option) =>
      described(option.setName('messages'), ({ slowMode }) => slowMode.commands.messages)
        .setMinValue(fewestMessages)
        .setMaxValue(500),
    )
    .addIntegerOption((option) =>
      described(option.setName('reports'), ({ slowMode }) => slowMode.commands.reports)
        .setMinValue(1)
        .setMaxValue(100),
    )
    .addStringOption((option) => forOption(option, ({ slowMode }) => slowMode.commands.ruleFor));
}

/** `/rules slow-mode`. Without a count, the usual number of messages. */
export async function changeSlowModeRule(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<string> {
  const { guildId, options, user } = interaction;
  const seconds = options.getInteger('every', true);
  const given = options.getInteger('messages');
  const reports = options.getInteger('reports');
  const messages = given ?? (reports === null ? usualMessages : null);
  const forMs = chosenLength(options) ?? usualMs;
  const rule: SlowModeRule | null = seconds === 0 ? null : { messages, reports, seconds, forMs };
  await setSlowModeRule(ports, { guildId, by: user.id }, rule);
  const labels = labelsFor(interaction);
  if (rule === null) return labels.slowMode.ruleOff;
  return labels.slowMode.ruleSet({ rule: slowModeRuleText(rule, labels) });
}
