import { english } from './english.ts';
import { german } from './german.ts';
import { french } from './french.ts';
import { spanish } from './spanish.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { catalan } from './catalan.ts';
import { dutch } from './dutch.ts';
import { swedish } from './swedish.ts';
import { norwegian } from './norwegian.ts';
import { danish } from './danish.ts';
import { polish } from './polish.ts';
import { czech } from './czech.ts';
import { slovak } from './slovak.ts';
import { slovene } from './slovene.ts';
import { croatian } from './croatian.ts';
import { serbian } from './serbian.ts';
import { hungarian } from './hungarian.ts';
import { finnish } from './finnish.ts';
import { romanian } from './romanian.ts';
import { turkish } from './turkish.ts';
import { indonesian } from './indonesian.ts';
import { vietnamese } from './vietnamese.ts';
import { filipino } from './filipino.ts';
import { swahili } from './swahili.ts';
import { russian } from './russian.ts';
import { ukrainian } from './ukrainian.ts';
import { bulgarian } from './bulgarian.ts';
import { macedonian } from './macedonian.ts';
import { greek } from './greek.ts';
import { arabic } from './arabic.ts';
import { persian } from './persian.ts';
import { urdu } from './urdu.ts';
import { hebrew } from './hebrew.ts';
import { hindi } from './hindi.ts';
import { marathi } from './marathi.ts';
import { nepali } from './nepali.ts';
import { bengali } from './bengali.ts';
import { tamil } from './tamil.ts';
import { thai } from './thai.ts';
import { georgian } from './georgian.ts';
import { armenian } from './armenian.ts';
import { chinese } from './chinese.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { Language } from './language.ts';

export type { Language, Work, Words } from './language.ts';

/** All languages. Of a credit phrase that is in several, the first language that fits is taken. */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  norwegian,
  danish,
  polish,
  czech,
  slovak,
  slovene,
  croatian,
  serbian,
  hungarian,
  finnish,
  romanian,
  catalan,
  turkish,
  indonesian,
  vietnamese,
  filipino,
  swahili,
  russian,
  ukrainian,
  bulgarian,
  macedonian,
  greek,
  arabic,
  persian,
  urdu,
  hebrew,
  hindi,
  marathi,
  nepali,
  bengali,
  tamil,
  thai,
  georgian,
  armenian,
  chinese,
  japanese,
  korean,
];
