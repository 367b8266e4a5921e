import { describe, expect, test } from 'vitest';
import { type Comment, CommentPage } from '../../src/core/discussion/comment.ts';
import { ReadError } from '../../src/core/errors.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { findComments, readComments, type SourceAnswer } from '../../src/sources/index.ts';
import { type CommentSource, nothingNew } from '../../src/sources/source.ts';
import { story, storyUrl } from './stories.ts';

/** One comment as a sample document is to hold it. */
export interface Sample {
  /** Absent where the document gives none. */
  id?: string;
  author: string;
  text: string;
}

/** What a source brings to the contract: how its kind of document looks. */
export interface SourceSample {
  source: CommentSource;
  /** A document with these comments, in this order, that says nothing of a total. */
  document: (comments: readonly Sample[]) => string;
  /** The same, as a window on a longer discussion. */
  windowed: (comments: readonly Sample[]) => string;
  /** The same, stating that these are all. */
  counted: (comments: readonly Sample[]) => string;
  contentType: string;
}

/** Answers as a site gave them, by their address: a text, "unchanged", or a status without one. */
export type Recorded = Readonly<Record<string, string | { status: number }>>;

function recordedAnswer(url: string, recorded: Recorded, contentType: string): SourceAnswer {
  const text = recorded[url] ?? { status: 404 };
  if (text === 'unchanged') return { kind: 'unchanged', url };
  if (typeof text !== 'string') {
    return {
      kind: 'failed',
      url,
      status: text.status,
      message: `The site answered ${text.status}.`,
    };
  }
  const headers = { 'content-type': contentType };
  return { kind: 'document', url, body: new TextEncoder().encode(text), headers, finalUrl: url };
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
    for (const { url } of step.ask) {
      expect(asked).not.toContain(url);
      answers.push(recordedAnswer(url, recorded, contentType));
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
export function keepsTheContract({
  source,
  document,
  windowed,
  counted,
  contentType,
}: SourceSample): void {
  const commentLinks = { feed: `${storyUrl}/feed/`, page: storyUrl };
  const settings = { source: source.name, selectors: null };
  const found = findComments({ story: story({ commentLinks }), settings }, []);
  const ref = 'done' in found ? found.done?.ref : null;
  const first = source.read(ref, []);
  const main = ('ask' in first && first.ask[0]?.url) || '';
  const recorded = (text: Recorded[string]) => replayed(source, ref, { [main]: text }, contentType);
  const read = (text: string) => recorded(text).page;

  describe(`the comment source ${source.name}`, () => {
    test('is found under its name, and its ref is the same after storage', () => {
      expect(found).toMatchObject({ done: { name: source.name } });
      expect(source.ref.parse(JSON.parse(JSON.stringify(ref)))).toEqual(ref);
      expect(() => source.read('no such ref', [])).toThrow(ReadError);
    });

    test('is reached by its name', () => {
      const answers = recorded(document(three)).asked.map((url) =>
        recordedAnswer(url, { [main]: document(three) }, contentType),
      );
      const step = readComments({ name: source.name, ref }, answers);
      expect(step).toEqual({ done: read(document(three)) });
    });

    test('asks for at most twenty documents, the same ones each time', () => {
      const { asked } = recorded(document(three));
      expect(asked.length).toBeLessThanOrEqual(20);
      expect(recorded(document(three)).asked).toEqual(asked);
    });

    test('reads nothing new when nothing changed', () => {
      expect(recorded('unchanged').page).toEqual(nothingNew);
    });

    test('passes on why its document could not be fetched', () => {
      expect(() => recorded({ status: 503 })).toThrow('The site answered 503.');
    });

    test('may be looked at every two minutes, and is at least once an hour', () => {
      expect(source.everyMs.least).toBeLessThanOrEqual(2 * minuteMs);
      expect(source.everyMs.most).toBeLessThanOrEqual(hourMs);
    });

    test('keeps the order of the document, and every comment', () => {
      const { comments } = read(document(three));
      expect(comments.map(({ author }) => author)).toEqual(['Ana', 'Ben', 'Chen']);
      expect(comments.map((comment) => textOf(comment).includes('It '))).toEqual([
        true,
        true,
        true,
      ]);
    });

    test('gives ids that are unique and the same at every reading', () => {
      const bare = [...three, ...three].map(({ author, text }) => ({ author, text }));
      for (const samples of [three, bare]) {
        const ids = read(document(samples)).comments.map(({ id }) => id);
        expect(ids.length).toBeGreaterThanOrEqual(3);
        expect(new Set(ids).size).toBe(ids.length);
        expect(read(document(samples)).comments.map(({ id }) => id)).toEqual(ids);
      }
    });

    test('keeps a comment’s id when others appear before it', () => {
      const before = read(document(three.slice(1))).comments.map(({ id }) => id);
      const after = read(document(three)).comments.map(({ id }) => id);
      expect(after.slice(1)).toEqual(before);
    });

    test('is never complete on a window', () => {
      expect(read(windowed(three)).complete).toBe(false);
    });

    test('is complete when the stated total was read, and only then', () => {
      expect(read(counted(three))).toMatchObject({ complete: true, total: 3 });
      const missing = counted(three).replace(/It was old\./u, '').length;
      expect(read(counted(three).slice(0, missing - Math.floor(missing / 3))).complete).toBe(false);
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
      const { comments } = read(document([{ id: 'c-1', author, text: 'x' }]));
      expect(comments).toHaveLength(1);
      expect(comments[0]?.author).toBe(author);
    });

    test('never takes a reader’s words for the publisher’s', () => {
      const page = read(
        document([{ id: 'c-1', author: 'Ana', text: 'This discussion is now closed.' }]),
      );
      expect(page.closed).not.toBe(true);
      expect(page.closingSentence).toBeNull();
    });

    test('caps the length of a text without cutting a character', () => {
      const [comment] = read(
        document([{ id: 'c-1', author: 'Ana', text: '🚢'.repeat(60_000) }]),
      ).comments;
      const text = comment ? textOf(comment) : '';
      expect(text.length).toBeLessThanOrEqual(50_000);
      expect(text).toContain('🚢');
      expect(Buffer.from(text).toString()).toBe(text);
    });

    test('reads at most five thousand comments, and then is not complete', () => {
      const many = Array.from({ length: 5_003 }, (_, index) => ({
        id: `c-${index}`,
        author: 'Ana',
        text: `${index}`,
      }));
      const page = read(counted(many));
      expect(page.comments).toHaveLength(5_000);
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
          page = read(text);
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
