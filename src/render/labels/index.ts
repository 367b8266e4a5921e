import type { LocalizationMap, LocaleString } from 'discord-api-types/v10';
import type { Language } from '../../core/feed/channel-options.ts';
import { type Compiled, compileLabels, type Translation } from './compile.ts';
import { de } from './de/index.ts';
import { english } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it.ts';
import { ja } from './ja/index.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt/index.ts';

export type Labels = Compiled<typeof english>;

/** What is translated, for the tests; {@link labelsIn} gives the labels themselves. */
export const translations: Readonly<Record<Exclude<Language, 'en'>, Translation<typeof english>>> =
  { de, es, fr, it, ja, nl, pl, pt };

/**
 * Languages in which only stories and discussions are translated, which is what readers see. Commands,
 * their answers and the moderators' cards are in English there.
 */
export const storyLanguages: readonly Language[] = ['it', 'nl', 'pl'];

const compiled: Readonly<Record<Language, Labels>> = {
  en: compileLabels(english, {}, 'en'),
  de: compileLabels(english, de, 'de'),
  es: compileLabels(english, es, 'es'),
  fr: compileLabels(english, fr, 'fr'),
  it: compileLabels(english, it, 'it'),
  ja: compileLabels(english, ja, 'ja'),
  nl: compileLabels(english, nl, 'nl'),
  pl: compileLabels(english, pl, 'pl'),
  pt: compileLabels(english, pt, 'pt'),
};

/** All labels in a language. */
export function labelsIn(language: Language): Labels {
  return compiled[language];
}

/** Discord's locales. @see https://docs.discord.com/developers/reference#locales */
const localesOf: Readonly<Record<Language, readonly LocaleString[]>> = {
  en: ['en-US', 'en-GB'],
  de: ['de'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
  it: ['it'],
  ja: ['ja'],
  nl: ['nl'],
  pl: ['pl'],
  pt: ['pt-BR'],
};

const languageOfLocale = new Map(
  Object.entries(localesOf).flatMap(([language, locales]) =>
    locales.map((locale): [string, Language] => [locale, language as Language]),
  ),
);

/** What Discord tells about the person and the server of an interaction. */
export interface Locales {
  /** The person's language in Discord. */
  readonly locale: string;
  /** The server's, of a Community server; else `en-US`. `null` in a direct message. */
  readonly guildLocale: string | null;
}

/** The person's language, or else the server's, or else English. */
export function languageFor({ locale, guildLocale }: Locales): Language {
  return languageOfLocale.get(locale) ?? languageOfLocale.get(guildLocale ?? '') ?? 'en';
}

/** All labels in the language of the person who used a command, a button or a form. */
export function labelsFor(interaction: Locales): Labels {
  return compiled[languageFor(interaction)];
}

/** A label in each of Discord's locales, for a command; those in which it is English are left out. */
export function localizations(textOf: (labels: Labels) => string): LocalizationMap {
  const own = textOf(compiled.en);
  const texts = Object.entries(localesOf).flatMap(([language, locales]) => {
    const text = textOf(compiled[language as Language]);
    return text === own ? [] : locales.map((locale) => [locale, text]);
  });
  return Object.fromEntries(texts) as LocalizationMap;
}

/** Each language's own name, as people choose it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
};
