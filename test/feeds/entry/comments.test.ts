import { describe, expect, test } from 'vitest';
import { atom, rss, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);
const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('where the comments are', () => {
  test('RSS has the comments in wfw:commentRss, comments and slash:comments', async () => {
    const feed = rssItem(
      '<title>A</title><comments>/1#comments</comments><x:commentRss>/1/feed</x:commentRss><slash:comments> 3 </slash:comments>',
      'xmlns:x="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 3,
      commentLinks: {
        feed: 'https://ledger.example/1/feed',
        page: 'https://ledger.example/1#comments',
      },
    });
  });

  test('Atom has the comments in its replies links and their counts', async () => {
    const feed = entry(
      '<title>A</title><link rel="replies" type="text/html" href="/1#c"/><link rel="replies" type="application/atom+xml" href="/1/replies" t:count="7" xmlns:t="http://purl.org/syndication/thread/1.0"/>',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 7,
      commentLinks: {
        feed: 'https://ledger.example/1/replies',
        page: 'https://ledger.example/1#c',
      },
    });
  });

  test('words instead of an address are no page of comments', async () => {
    const feed = rssItem('<title>A</title><comments> Say what you think </comments>');
    expect((await story(feed)).commentLinks.page).toBeNull();
  });

  test.each(['-3', 'many', '1e3', ''])('%j is no count of comments', async (count) => {
    expect(
      (await story(rssItem(`<title>A</title><slash:comments>${count}</slash:comments>`)))
        .commentCount,
    ).toBeNull();
  });

  test.each([
    ['12 points | <a href="/c/1">4 comments</a>', 4, 'https://ledger.example/c/1'],
    ['<p>Boats came.</p><p># Comments: 45</p>', 45, null],
    ['<p>Comments URL: <a href="/c/1">here</a></p>', null, 'https://ledger.example/c/1'],
    [
      'submitted by ana <a href="/1">[link]</a> <a href="/c/1">[comments]</a>',
      null,
      'https://ledger.example/c/1',
    ],
    ['<p>The minister made 4 comments</p>', null, null],
    ['<p><a href="/x">comments policy</a></p>', null, null],
  ])('the text %j says %j comments at %j', async (html, commentCount, page) => {
    const feed = rssItem(`<title>A</title><description><![CDATA[${html}]]></description>`);
    expect(await story(feed)).toMatchObject({ commentCount, commentLinks: { page } });
  });

  test('what the elements of an item say outranks its text', async () => {
    const feed = rssItem(
      '<title>A</title><comments>/own</comments><slash:comments>3</slash:comments><description><![CDATA[12 points | <a href="/c/1">4 comments</a>]]></description>',
    );
    expect(await story(feed)).toMatchObject({
      commentCount: 3,
      commentLinks: { page: 'https://ledger.example/own' },
    });
  });
});
