import { describe, expect, test } from 'vitest';
import type { CommentPage } from '../../src/core/discussion/comment.ts';
import { ReadError } from '../../src/core/errors.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { readComments } from '../../src/sources/index.ts';
import { nothingNew } from '../../src/sources/source.ts';
import {
  foundBy,
  type Recorded,
  recordedAnswer,
  replayed,
  type Sample,
  type SampleKind,
  type SourceSample,
  textOf,
} from './replay.ts';

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

    test(`reads ${most} of 5,003 comments, and then is not complete`, () => {
      const many = Array.from({ length: 5_003 }, (_, index) => ({
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
