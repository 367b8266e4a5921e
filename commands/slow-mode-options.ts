import type { SlashCommandIntegerOption, SlashCommandStringOption } from 'discord.js';
import { slowModeSteps } from '../src/core/discussion/slow-mode.ts';
import { dayMs, minuteMs, secondMs } from '../src/core/time/duration.ts';
import { durationIn, type Labels, requestError } from '../src/render/index.ts';
import type { SlashOptions } from './command.ts';
import { choice, described } from './localized.ts';
import { durationOption } from './options.ts';

/** How often a member may write: the steps of Discord's own app, "Off" first. */
export function everyOption(option: SlashCommandIntegerOption): SlashCommandIntegerOption {
  return described(option.setName('every'), ({ slowMode }) => slowMode.commands.every)
    .setRequired(true)
    .addChoices(
      slowModeSteps.map((seconds) => choice(seconds, (labels) => stepText(seconds, labels))),
    );
}

function stepText(seconds: number, labels: Labels): string {
  return seconds === 0 ? labels.slowMode.choices.off : durationIn(labels, seconds * secondMs);
}

/** For how long; see {@link chosenLength}. */
export function forOption(
  option: SlashCommandStringOption,
  textOf: (labels: Labels) => string,
): SlashCommandStringOption {
  return described(option.setName('for').setMaxLength(30), textOf);
}

/** The milliseconds of the option `for`; `null` without it. @throws RequestError */
export function chosenLength(options: SlashOptions): number | null {
  const typed = options.getString('for');
  if (typed === null) return null;
  const ms = durationOption('for', typed, minuteMs);
  if (ms > 30 * dayMs) throw requestError(({ slowMode }) => slowMode.refused.tooLong);
  return ms;
}
