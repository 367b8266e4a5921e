import { languages } from '../../languages/index.ts';
import type { CreditWords, Words, Work, WordsByWork } from '../../languages/language.ts';
import { listed, wordsOfAll } from '../../languages/words.ts';
import type { Token } from './token.ts';

/** A language's small words, as sets. */
export interface Grammar {
  by: ReadonlySet<string>;
  and: ReadonlySet<string>;
  with: ReadonlySet<string>;
  /** Those of the two above that are of this language. */
  ownJoins: ReadonlySet<string>;
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

/** Phrases as the line's tokens are compared: one apostrophe. */
const phrases = (list?: Words): string[] =>
  listed(list).map((phrase) => phrase.replaceAll('’', "'"));

/** The phrases of each work. */
const byWork = (lists: WordsByWork = {}): [Work, string[]][] =>
  (Object.entries(lists) as [Work, Words][]).map(([work, list]) => [work, phrases(list)]);

function grammarOf(credits: CreditWords): Grammar {
  const setOf = (list: 'and' | 'with' | 'for') =>
    new Set([
      ...wordsOfAll((language) => language.credits?.anywhere?.[list]),
      ...listed(credits[list]),
    ]);
  const and = new Set(listed(credits.and));
  return {
    by: new Set(listed(credits.by)),
    and: setOf('and'),
    with: setOf('with'),
    ownJoins: new Set([...listed(credits.and), ...listed(credits.with)]),
    in: new Set(
      [...wordsOfAll((language) => language.credits?.anywhere?.in), ...listed(credits.in)].filter(
        (word) => !and.has(word),
      ),
    ),
    for: setOf('for'),
    more: new Set(listed(credits.more)),
    objects: new Set(listed(credits.objects)),
  };
}

/** For a list of people in an unknown language. */
export const anyGrammar = grammarOf({ and: ['y', 'e', 'and'] });

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

for (const { credits } of languages) {
  if (!credits) continue;
  const grammar = grammarOf(credits);
  const bare = new Set(byWork(credits.bare).flatMap(([, list]) => list));
  for (const [work, list] of byWork(credits.works)) {
    for (const phrase of list) {
      workPhrases.add(phrase, { work, grammar, bare: bare.has(phrase), whole: false });
    }
  }
  for (const [work, list] of byWork(credits.bare)) {
    const named = new Set(phrases(credits.works?.[work]));
    for (const phrase of list) {
      if (!named.has(phrase)) workPhrases.add(phrase, { work, grammar, bare: true, whole: false });
      if (phrase.charCodeAt(0) >= 0x2e80 && phrase.length > 1) gluedWords.push(phrase);
    }
  }
  for (const [work, list] of byWork(credits.whole)) {
    for (const phrase of list) workPhrases.add(phrase, { work, grammar, bare: true, whole: true });
  }
  for (const [work, list] of byWork(credits.verbs)) {
    for (const phrase of list) verbPhrases.add(phrase, { work, grammar });
  }
  for (const phrase of phrases(credits.signed)) signingPhrases.add(phrase, grammar);
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
