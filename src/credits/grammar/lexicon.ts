import { languages, type CreditLanguage, type Work } from '../languages/index.ts';
import type { Token } from './token.ts';

/** A language's small words, ready to be asked. */
export interface Grammar {
  by: ReadonlySet<string>;
  and: ReadonlySet<string>;
  with: ReadonlySet<string>;
  in: ReadonlySet<string>;
  for: ReadonlySet<string>;
  more: ReadonlySet<string>;
  objects: ReadonlySet<string>;
}

/** What one phrase says in one language. */
export interface Phrase {
  work: Work;
  grammar: Grammar;
  /** Its people may follow without a link. */
  bare: boolean;
  /** It holds its own link. */
  whole: boolean;
}

interface Match<Meaning> {
  end: number;
  meanings: readonly Meaning[];
}

const noMatch: readonly never[] = [];

/** Phrases as a tree of their words. */
interface Branch<Meaning> {
  meanings: Meaning[];
  next: Map<string, Branch<Meaning>> | null;
}

class Phrases<Meaning> {
  private readonly first = new Map<string, Branch<Meaning>>();
  private readonly phrases = new Set<string>();

  add(phrase: string, meaning: Meaning): void {
    this.phrases.add(phrase);
    let level = this.first;
    let branch: Branch<Meaning> | undefined;
    for (const word of phrase.split(' ')) {
      if (branch) level = branch.next ??= new Map();
      branch = level.get(word) ?? { meanings: [], next: null };
      level.set(word, branch);
    }
    branch?.meanings.push(meaning);
  }

  /** The phrases that begin at a token, longest first. */
  at(tokens: readonly Token[], start: number): readonly Match<Meaning>[] {
    let branch = this.first.get(tokens[start]?.key ?? '');
    if (branch === undefined) return noMatch;
    const found: Match<Meaning>[] = [];
    for (let end = start + 1; branch; end += 1) {
      const { meanings, next }: Branch<Meaning> = branch;
      if (meanings.length > 0) found.unshift({ end, meanings });
      branch = next?.get(tokens[end]?.key ?? '');
    }
    return found;
  }

  has(phrase: string): boolean {
    return this.phrases.has(phrase);
  }

  all(): Iterable<string> {
    return this.phrases;
  }
}

const words = (list = ''): string[] => list.split(' ').filter(Boolean);
const phrases = (list = ''): string[] => list.replaceAll('’', "'").split('|').filter(Boolean);

/** Small words that mean the same in every line, whatever its language. */
const everywhere = {
  and: words('and und et och og ja és ve și şi και 和 と 및 sowie oraz ואת और तथा და และ dan'),
  with: words('with mit avec con com met'),
  in: words('in from at en à au aus em w в из во في من'),
  for: words('for of für pour para per voor для'),
};

function grammarOf(language: Partial<CreditLanguage>): Grammar {
  return {
    by: new Set(words(language.by)),
    and: new Set([...everywhere.and, ...words(language.and)]),
    with: new Set([...everywhere.with, ...words(language.with)]),
    in: new Set(
      [...everywhere.in, ...words(language.in)].filter(
        (word) => !words(language.and).includes(word),
      ),
    ),
    for: new Set([...everywhere.for, ...words(language.for)]),
    more: new Set(words(language.more)),
    objects: new Set(words(language.objects)),
  };
}

/** For a list of people whose language nothing tells. */
export const anyGrammar = grammarOf({ and: 'y e' });

/** Work with its people after it. */
export const workPhrases = new Phrases<Phrase>();
/** What someone did, after the name. */
export const verbPhrases = new Phrases<{ work: Work; grammar: Grammar }>();
/** What signs a story at the start of a line. */
export const signingPhrases = new Phrases<Grammar>();
/** Words that make the work after or before them additional. */
export const additionWords = new Set<string>();
/** Roles written without a space before a name, longest first: "记者张伟". */
export const gluedWords: string[] = [];

for (const language of languages) {
  const grammar = grammarOf(language);
  const bare = new Set(Object.values(language.bare ?? {}).flatMap(phrases));
  for (const [work, list] of Object.entries(language.works) as [Work, string][]) {
    for (const phrase of phrases(list)) {
      workPhrases.add(phrase, { work, grammar, bare: bare.has(phrase), whole: false });
    }
  }
  for (const [work, list] of Object.entries(language.bare ?? {}) as [Work, string][]) {
    const named = new Set(phrases(language.works[work]));
    for (const phrase of phrases(list)) {
      if (!named.has(phrase)) workPhrases.add(phrase, { work, grammar, bare: true, whole: false });
      if (phrase.charCodeAt(0) >= 0x2e80 && phrase.length > 1) gluedWords.push(phrase);
    }
  }
  for (const [work, list] of Object.entries(language.whole ?? {}) as [Work, string][]) {
    for (const phrase of phrases(list)) {
      workPhrases.add(phrase, { work, grammar, bare: true, whole: true });
    }
  }
  for (const [work, list] of Object.entries(language.verbs ?? {}) as [Work, string][]) {
    for (const phrase of phrases(list)) verbPhrases.add(phrase, { work, grammar });
  }
  for (const phrase of phrases(language.signed)) signingPhrases.add(phrase, grammar);
  for (const word of grammar.more) additionWords.add(word);
}
gluedWords.sort((a, b) => b.length - a.length);

/** The end of the phrase that signs a story at the start of a line, and its language. */
export function signingAt(
  tokens: readonly Token[],
  start: number,
): { end: number; grammar: Grammar } | null {
  for (const { end, meanings } of signingPhrases.at(tokens, start)) {
    const [grammar] = meanings;
    if (grammar) return { end, grammar };
  }
  return null;
}
