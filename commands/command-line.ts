import {
  ApplicationCommandOptionType,
  type CommandInteractionOption,
  type Locale,
} from 'discord.js';
import { truncate } from '../src/render/index.ts';
import { shownAddress } from '../src/text/masked-url.ts';
import type { SlashCommand, SlashOptions } from './command.ts';

const longestLine = 1000;

const isSubcommand = ({ type }: CommandInteractionOption) =>
  type === ApplicationCommandOptionType.Subcommand;

/** The options that a person filled in. */
export function filledOptions({ data }: SlashOptions): readonly CommandInteractionOption[] {
  const [first] = data;
  return first && isSubcommand(first) ? (first.options ?? []) : data;
}

/** "/feed edit feed:… digest:daily 8am", as it was typed, but for files and what is secret in addresses. */
export function commandLine({ body }: SlashCommand, options: SlashOptions): string {
  const subcommand = options.data.find(isSubcommand)?.name;
  const texts = filledOptions(options).map((option) => `${option.name}:${valueText(option)}`);
  const names = [`/${body.name}`, ...(subcommand === undefined ? [] : [subcommand])];
  return truncate([...names, ...texts].join(' ').replaceAll(/[`\s]+/gu, ' '), longestLine);
}

function valueText({ value, channel, role, attachment }: CommandInteractionOption): string {
  if (channel) return `#${channel.name ?? ''}`;
  if (role) return `@${role.name}`;
  if (attachment) return attachment.name;
  return typeof value === 'string' ? shownAddress(value) : String(value ?? '');
}

/** What the command says about one of its options, in a person's language. */
export function optionDescription(
  { body }: SlashCommand,
  options: SlashOptions,
  name: string,
  locale: Locale,
): string | null {
  const subcommand = options.data.find(isSubcommand)?.name;
  const top = ('options' in body ? body.options : undefined) ?? [];
  const inner = top.find((one) => one.name === subcommand);
  const offered = (inner && 'options' in inner ? inner.options : undefined) ?? top;
  const option = offered.find((one) => one.name === name);
  return option?.description_localizations?.[locale] ?? option?.description ?? null;
}

/** The options with one text replaced. */
export function corrected(options: SlashOptions, name: string, text: string): SlashOptions {
  const replaced = (option: CommandInteractionOption): CommandInteractionOption => ({
    ...option,
    ...(option.name === name && { value: text }),
    ...(option.options && { options: option.options.map(replaced) }),
  });
  const getString = (asked: string, isRequired = false) =>
    asked === name ? text : options.getString(asked, isRequired);
  return {
    data: options.data.map(replaced),
    getString: getString as SlashOptions['getString'],
    getAttachment: options.getAttachment.bind(options),
    getBoolean: options.getBoolean.bind(options),
    getChannel: options.getChannel.bind(options),
    getInteger: options.getInteger.bind(options),
    getMember: options.getMember.bind(options),
    getRole: options.getRole.bind(options),
    getSubcommand: options.getSubcommand.bind(options),
    getUser: options.getUser.bind(options),
  };
}
