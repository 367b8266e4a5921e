/** A label for each plural form of the language (CLDR's names). */
export type PluralLabel = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** In English: `one` and `other`. It is how a plural label is told from a group of labels. */
interface EnglishPlural {
  readonly one: string;
  readonly other: string;
}

/** The names in braces in a text: `'time'` of `'Published {time}'`. */
type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | Places<Rest>
  : never;

type Filled<Names extends string> = [Names] extends [never]
  ? string
  : (places: { readonly [Name in Names]: string | number }) => string;

type FilledPlural<Names extends string> = (
  places: { readonly count: number } & {
    readonly [Name in Exclude<Names, 'count'>]: string | number;
  },
) => string;

/**
 * Labels ready for use: a text, or a function of the values in its braces. The count of a plural
 * label is written in the language's digits, other numbers as they are.
 */
export type Compiled<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? Filled<Places<English[Key]>>
    : English[Key] extends EnglishPlural
      ? FilledPlural<Places<English[Key]['one']> | Places<English[Key]['other']>>
      : Compiled<English[Key]>;
};

/** A language's labels. English stands in for what is left out; a test lists it. */
export type Translation<English> = {
  readonly [Key in keyof English]?: English[Key] extends string
    ? string
    : English[Key] extends EnglishPlural
      ? PluralLabel
      : Translation<English[Key]>;
};

type Values = Readonly<Record<string, string | number>>;

/** A file's labels as data. */
export interface LabelGroup {
  readonly [key: string]: string | LabelGroup;
}

export function isPlural(label: string | LabelGroup): label is LabelGroup & EnglishPlural {
  return typeof label !== 'string' && 'one' in label && 'other' in label;
}

function fill(label: string, places: Values): string {
  return label.replaceAll(/\{([a-zA-Z]+)\}/gu, (place, name: string) =>
    String(places[name] ?? place),
  );
}

function compileText(text: string, english: string) {
  return /\{[a-zA-Z]+\}/u.test(english) ? (places: Values) => fill(text, places) : text;
}

function compilePlural(forms: PluralLabel, language: string) {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (places: Values & { count: number }) => {
    const { count } = places;
    const form = forms[rules.select(count)] ?? forms.other;
    return fill(form, { ...places, count: digits.format(count) });
  };
}

/** The labels of one language. A key that `translation` lacks is taken from English, plural rules too. */
export function compileLabels<English extends LabelGroup>(
  english: English,
  translation: Translation<NoInfer<English>>,
  language: string,
): Compiled<English> {
  const own = translation as LabelGroup;
  const compiled = Object.entries(english).map(([key, label]) => {
    const translated = own[key];
    if (typeof label === 'string') {
      return [key, compileText(typeof translated === 'string' ? translated : label, label)];
    }
    const group = typeof translated === 'object' ? translated : null;
    if (!isPlural(label)) return [key, compileLabels(label, group ?? {}, language)];
    return [
      key,
      group ? compilePlural(group as PluralLabel, language) : compilePlural(label, 'en'),
    ];
  });
  return Object.fromEntries(compiled) as Compiled<English>;
}
