import { describe, expect, test } from 'vitest';
import { type Comment, CommentPage } from '../../src/core/discussion/comment.ts';
import type { CommentLinks, Story } from '../../src/core/story/story.ts';
import { ReadError } from '../../src/core/errors.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { findComments, readComments, type SourceAnswer } from '../../src/sources/index.ts';
import { type CommentSource, nothingNew } from '../../src/sources/source.ts';
import { story } from './stories.ts';

/** One comment as a sample document is to hold it. */
export interface Sample {
  /** Absent where the document gives none. */
  id?: string;
  author: string;
  text: string;
}

/** A discussion that is read as a whole, one that is a window, or one that states its total too. */
export type SampleKind = 'plain' | 'windowed' | 'counted';

/** A document; an object where its headers say something too. */
export type SampleDocument = string | { text: string; headers: Readonly<Record<string, string>> };

/** What a source brings to the contract: how its kind of document looks. */
export interface SourceSample {
  source: CommentSource;
  /** The links of a story whose comments the source finds. */
  commentLinks: CommentLinks;
  /** What it asks for before it knows that it applies. */
  found?: Recorded;
  /** What its server answers for these comments, in this order. */
  answers: (comments: readonly Sample[], kind: SampleKind) => Recorded;
  contentType: string;
  /** Its comments always have an id of their own. */
  hasIds?: boolean;
  /** Its interface always gives a discussion as a whole. */
  isAlwaysWhole?: boolean;
  /** The most comments that it reads; 5,000 when missing. */
  mostComments?: number;
}

/**
 * Answers as a site gave them, by their address: a document, "unchanged", a text that is unchanged until
 * it is asked for without conditions, or a status without one.
 */
export type Recorded = Readonly<
  Record<string, SampleDocument | { unchanged: string } | { status: number }>
>;

function recordedAnswer(url: string, recorded: Recorded, contentType: string): SourceAnswer {
  const text = recorded[url] ?? { status: 404 };
  if (text === 'unchanged') return { kind: 'unchanged', url };
  if (typeof text !== 'string') {
    if ('unchanged' in text) return { kind: 'unchanged', url };
    if ('status' in text) {
      const message = `The site answered ${text.status}.`;
      return { kind: 'failed', url, status: text.status, message };
    }
  }
  const [written, more] = typeof text === 'string' ? [text, {}] : [text.text, text.headers];
  const headers = { 'content-type': contentType, ...more };
  return { kind: 'document', url, body: new TextEncoder().encode(written), headers, finalUrl: url };
}

/** Where a source finds a story's comments, and the addresses that it asked for. */
export function foundBy(
  { name }: CommentSource,
  of: Partial<Story>,
  recorded: Recorded = {},
): { ref: unknown; asked: string[] } {
  const settings = { source: name, selectors: null };
  const answers: SourceAnswer[] = [];
  for (;;) {
    const keys = ['disqus', 'github'] as const;
    const step = findComments({ story: story(of), settings, keys }, answers);
    const asked = answers.map(({ url }) => url);
    if ('done' in step) return { ref: step.done?.ref ?? null, asked };
    for (const { url } of step.ask) {
      expect(asked).not.toContain(url);
      answers.push(recordedAnswer(url, recorded, 'application/json'));
    }
  }
}

/** What a source reads from recorded answers, and the addresses that it asked for in order. */
export function replayed(
  source: CommentSource,
  ref: unknown,
  recorded: Recorded,
  contentType = 'text/html',
): { page: CommentPage; asked: string[] } {
  const answers: SourceAnswer[] = [];
  for (let round = 0; round <= 20; round += 1) {
    const step = source.read(ref, answers);
    const asked = answers.map(({ url }) => url);
    if ('done' in step) return { page: CommentPage.parse(step.done), asked };
    expect(step.ask.length).toBeGreaterThan(0);
    for (const { url, unconditional } of step.ask) {
      const before = answers.findIndex((answer) => answer.url === url);
      expect(before < 0 || (unconditional && answers[before]?.kind === 'unchanged')).toBe(true);
      const text = recorded[url];
      const isAsked = before >= 0 && typeof text === 'object' && 'unchanged' in text;
      const given = isAsked ? { [url]: text.unchanged } : recorded;
      answers.splice(
        before < 0 ? answers.length : before,
        1,
        recordedAnswer(url, given, contentType),
      );
    }
  }
  throw new Error(`the source ${source.name} never stops asking`);
}

/** A comment's text as its source gives it, whatever its format. */
export const textOf = ({ body }: Comment) => Object.values(body).join('');

const three: Sample[] = [
  { id: 'c-30', author: 'Ana', text: 'It sank.' },
  { id: 'c-4', author: 'Ben', text: 'It was old.' },
  { id: 'c-100', author: 'Chen', text: 'It was not.' },
];

/** What every comment source keeps to. */
export function keepsTheContract(sample: SourceSample): void {
  const { source, commentLinks, contentType } = sample;
  const most = sample.mostComments ?? 5_000;
  const { ref } = foundBy(source, { commentLinks }, sample.found);
  const first = source.read(ref, []);
  const main = ('ask' in first && first.ask[0]?.url) || '';
  const replay = (recorded: Recorded) => replayed(source, ref, recorded, contentType);
  const read = (comments: readonly Sample[], kind: SampleKind = 'plain') =>
    replay(sample.answers(comments, kind)).page;
  const readText = (text: Recorded[string]) => replay({ [main]: text }).page;

  describe(`the comment source ${source.name}`, () => {
    test('is found under its name, and its ref is the same after storage', () => {
      expect(ref).not.toBeNull();
      expect(source.ref.parse(JSON.parse(JSON.stringify(ref)))).toEqual(ref);
      expect(() => source.read('no such ref', [])).toThrow(ReadError);
    });

    test('is reached by its name', () => {
      const recorded = sample.answers(three, 'plain');
      const answers = replay(recorded).asked.map((url) =>
        recordedAnswer(url, recorded, contentType),
      );
      const step = readComments({ name: source.name, ref }, answers);
      expect(step).toEqual({ done: read(three) });
    });

    test('asks for at most twenty documents, the same ones each time', () => {
      const { asked } = replay(sample.answers(three, 'plain'));
      expect(asked.length).toBeLessThanOrEqual(20);
      expect(replay(sample.answers(three, 'plain')).asked).toEqual(asked);
    });

    test('reads nothing new when nothing changed', () => {
      const urls = Object.keys(sample.answers(three, 'plain'));
      const unchanged = Object.fromEntries(urls.map((url) => [url, 'unchanged']));
      expect(replay(unchanged).page).toEqual(nothingNew);
    });

    test('passes on why its document could not be fetched', () => {
      expect(() => readText({ status: 503 })).toThrow('The site answered 503.');
    });

    test('may be looked at every two minutes, and is at least once an hour', () => {
      expect(source.everyMs.least).toBeLessThanOrEqual(2 * minuteMs);
      expect(source.everyMs.most).toBeLessThanOrEqual(hourMs);
    });

    test('keeps the order of the document, and every comment', () => {
      const { comments } = read(three);
      expect(comments.map(({ author }) => author)).toEqual(['Ana', 'Ben', 'Chen']);
      expect(comments.map((comment) => textOf(comment).includes('It '))).toEqual([
        true,
        true,
        true,
      ]);
    });

    test('gives ids that are unique and the same at every reading', () => {
      const bare = [...three, ...three].map(({ author, text }) => ({ author, text }));
      for (const samples of sample.hasIds ? [three] : [three, bare]) {
        const ids = read(samples).comments.map(({ id }) => id);
        expect(ids.length).toBeGreaterThanOrEqual(3);
        expect(new Set(ids).size).toBe(ids.length);
        expect(read(samples).comments.map(({ id }) => id)).toEqual(ids);
      }
    });

    test('keeps a comment’s id when others appear before it', () => {
      const before = read(three.slice(1)).comments.map(({ id }) => id);
      const after = read(three).comments.map(({ id }) => id);
      expect(after.slice(1)).toEqual(before);
    });

    if (!sample.isAlwaysWhole) {
      test('is never complete on a window', () => {
        expect(read(three, 'windowed').complete).toBe(false);
      });
    }

    test('is complete when the stated total was read, and only then', () => {
      expect(read(three, 'counted').complete).toBe(true);
      expect(read(three, 'counted').total ?? 3).toBe(3);
      const [[url, whole] = ['', '']] = Object.entries(sample.answers(three, 'counted'));
      const text = typeof whole === 'string' || !('text' in whole) ? whole : whole.text;
      if (typeof text !== 'string') throw new Error('the first answer is a text');
      const cut = text.slice(0, text.indexOf('It was old.') - 5);
      let page: CommentPage | null = null;
      try {
        page = replay({ ...sample.answers(three, 'counted'), [url]: cut }).page;
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError);
      }
      expect(page?.complete ?? false).toBe(false);
    });

    test.each([
      '@everyone',
      '<@123456789012345678>',
      '**bold** `code`',
      '[x](https://evil.example)',
      '\u202eanA',
      '../../etc',
      '__proto__',
      'constructor',
      '🚢🚢',
    ])('keeps the name %s as text', (author) => {
      const { comments } = read([{ id: 'c-1', author, text: 'x' }]);
      expect(comments).toHaveLength(1);
      expect(comments[0]?.author).toBe(author);
    });

    test('never takes a reader’s words for the publisher’s', () => {
      const page = read([{ id: 'c-1', author: 'Ana', text: 'This discussion is now closed.' }]);
      expect(page.closed).not.toBe(true);
      expect(page.closingSentence).toBeNull();
    });

    test('caps the length of a text without cutting a character', () => {
      const [comment] = read([{ id: 'c-1', author: 'Ana', text: '🚢'.repeat(60_000) }]).comments;
      const text = comment ? textOf(comment) : '';
      expect(text.length).toBeLessThanOrEqual(50_000);
      expect(text).toContain('🚢');
      expect(Buffer.from(text).toString()).toBe(text);
    });

    test(`reads at most ${most} comments, and then is not complete`, () => {
      const many = Array.from({ length: most + 3 }, (_, index) => ({
        id: `c-${index}`,
        author: 'Ana',
        text: `${index}`,
      }));
      const page = read(many, 'counted');
      expect(page.comments).toHaveLength(most);
      expect(page.complete).toBe(false);
    });

    test.each([
      ['nothing', ''],
      ['noise', '\u0000\u0001<<>>&&;]]>'],
      ['plain words', 'The site is down for maintenance.'],
      ['JSON', '{"error":"not found"}'],
      ['deep elements', '<a>'.repeat(50_000)],
      ['a bare root', '<rss/>'],
      ['an outage page', '<html><body><h1>503</h1><p>We will be back.</p></body></html>'],
    ])(
      'reads no comment out of %s, is not complete on it, and does not call it closed',
      (_, text) => {
        let page: CommentPage | null = null;
        try {
          page = readText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ReadError);
          expect((error as ReadError).message).toMatch(/\.$/u);
        }
        expect(page?.comments ?? []).toEqual([]);
        expect(page?.complete ?? false).toBe(false);
        expect(page?.closed ?? 'unknown').not.toBe(true);
      },
    );
  });
}
