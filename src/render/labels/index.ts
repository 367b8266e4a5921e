import type { Language } from '../../core/feed/channel-options.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { PluralLabel, Labels } from './labels.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

export const labels: Readonly<Record<Language, Labels>> = { en, de, es, fr, it, nl, pl, pt };

/** Each language's own name, as people choose it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
};

/** Replaces each `{name}` of a label by its value; a name without a value stays. */
export function fillLabel(label: string, places: Readonly<Record<string, string>>): string {
  return label.replace(/\{([a-z]+)\}/gu, (place, name: string) => places[name] ?? place);
}

/** A label for a count, in the language's plural form and digits. */
export function pluralLabel(label: PluralLabel, count: number, language: Language): string {
  const form = label[new Intl.PluralRules(language).select(count)] ?? label.other;
  return fillLabel(form, { count: count.toLocaleString(language) });
}
