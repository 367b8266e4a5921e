import type { APIApplicationCommandOptionChoice, LocalizationMap } from 'discord.js';
import { type Labels, labelsIn, localizations } from '../src/render/index.ts';

interface Describable {
  setDescription(text: string): unknown;
  setDescriptionLocalizations(texts: LocalizationMap): unknown;
}

/**
 * A command or an option with its description in all languages:
 * `described(option.setName('url'), (labels) => labels.commands.feed.add.url)`.
 */
export function described<Part extends Describable>(
  part: Part,
  textOf: (labels: Labels) => string,
): Part {
  part.setDescription(textOf(labelsIn('en')));
  part.setDescriptionLocalizations(localizations(textOf));
  return part;
}

/** A choice of an option, with its name in all languages. */
export function choice<Value extends string | number>(
  value: Value,
  textOf: (labels: Labels) => string,
): APIApplicationCommandOptionChoice<Value> {
  return {
    value,
    name: textOf(labelsIn('en')),
    name_localizations: localizations(textOf),
  };
}
