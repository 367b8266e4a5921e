import { english, german, dutch, scandinavian } from './credit-words-germanic.ts';
import { french, spanish, italian, portuguese, romanian } from './credit-words-romance.ts';
import {
  polish,
  slavicLatin,
  hungarian,
  finnish,
  turkish,
  cyrillic,
  greek,
} from './credit-words-europe.ts';
import { southern, arabic, hebrew, southAsian } from './credit-words-asia-africa.ts';
import { chinese, japanese, korean } from './credit-words-east-asia.ts';
import type { CreditLanguage } from './credit-language.ts';

export type { CreditLanguage, Work } from './credit-language.ts';

/** All languages whose credit lines are read; of a phrase in several, the first that fits is taken. */
export const languages: readonly CreditLanguage[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  scandinavian,
  polish,
  slavicLatin,
  hungarian,
  finnish,
  romanian,
  turkish,
  southern,
  cyrillic,
  greek,
  arabic,
  hebrew,
  southAsian,
  chinese,
  japanese,
  korean,
];
