import { english, german, dutch, scandinavian } from './germanic.ts';
import { french, spanish, italian, portuguese, romanian } from './romance.ts';
import { polish, slavicLatin, hungarian, finnish, turkish, cyrillic, greek } from './europe.ts';
import { southern, arabic, hebrew, southAsian } from './asia-africa.ts';
import { chinese, japanese, korean } from './east-asia.ts';
import type { CreditLanguage } from './language.ts';

export type { CreditLanguage, Work } from './language.ts';

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
