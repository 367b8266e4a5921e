import { describe, expect, test } from 'vitest';
import { type Comment, CommentPage } from '../../src/core/discussion/comment.ts';
import { SourceAddress } from '../../src/core/discussion/discussion.ts';
import { ReadError } from '../../src/core/errors.ts';
import { readComments } from '../../src/sources/index.ts';
import type { CommentSource, FetchedDocument } from '../../src/sources/source.ts';
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

export function fetched(text: string, contentType = 'text/html'): FetchedDocument {
  return { body: new TextEncoder().encode(text), contentType, url: storyUrl };
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
  const links = { feed: `${storyUrl}/feed/`, page: storyUrl };
  const found = source.find(story({ commentLinks: links }), {
    source: source.name,
    selectors: null,
  });
  const address = SourceAddress.parse(found);
  const read = (text: string) =>
    CommentPage.parse(source.read(address, fetched(text, contentType)));

  describe(`the comment source ${source.name}`, () => {
    test('gives an address that is the same after storage', () => {
      expect(SourceAddress.parse(JSON.parse(JSON.stringify(address)))).toEqual(address);
      expect(address.source).toBe(source.name);
    });

    test('is reached by its address', () => {
      expect(readComments(address, fetched(document(three), contentType))).toEqual(
        read(document(three)),
      );
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
