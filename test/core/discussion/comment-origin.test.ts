import { expect, test } from 'vitest';
import { commentOrigin, sharedSigns } from '../../../src/core/discussion/comment-origin.ts';
import { madeId } from '../../../src/core/discussion/known-ids.ts';

const story = { id: 's1', url: 'https://www.ledger.example/harbour?utm_source=feed' };
const comment = { id: '34', url: null, author: 'Maren', publishedAt: 1_700_000_000_000 };
const address = 'https://ledger.example/harbour#comment-34';

test('a comment is the same in two feeds that name its article by different addresses', () => {
  const other = { id: 's2', url: 'http://ledger.example/harbour/' };
  expect(commentOrigin(comment, 'comment-feed', other)).toBe(
    commentOrigin(comment, 'comment-feed', story),
  );
});

test('a comment with an address of its own is the same by its feed and on its page', () => {
  const byFeed = commentOrigin({ ...comment, url: address }, 'comment-feed', story);
  const onPage = commentOrigin({ ...comment, id: 'c34', url: address }, 'page-selectors', story);
  expect(onPage).toBe(byFeed);
  const next = { ...comment, url: 'https://ledger.example/harbour#comment-35' };
  expect(commentOrigin(next, 'comment-feed', story)).not.toBe(byFeed);
});

test('the same id is another comment at another article, and at another source', () => {
  const here = commentOrigin(comment, 'comment-feed', story);
  const there = { id: 's1', url: 'https://ledger.example/ferry' };
  expect(commentOrigin(comment, 'comment-feed', there)).not.toBe(here);
  expect(commentOrigin(comment, 'page-selectors', story)).not.toBe(here);
  const withoutAddress = { id: 's1', url: null };
  expect(commentOrigin(comment, 'comment-feed', { id: 's9', url: null })).not.toBe(
    commentOrigin(comment, 'comment-feed', withoutAddress),
  );
});

test.each([
  ['of the whole section', 'https://ledger.example/harbour#comments'],
  ['of another site', 'https://elsewhere.example/harbour#comment-34'],
  ['that is none', 'javascript:1'],
])('an address %s names no comment', (_, url) => {
  const plain = commentOrigin(comment, 'comment-feed', story);
  expect(commentOrigin({ ...comment, url }, 'comment-feed', story)).toBe(plain);
});

test('an address that several comments have names none of them', () => {
  const both = [
    { ...comment, url: address },
    { ...comment, id: '35', url: address },
  ];
  const shared = sharedSigns([...both, comment, { ...comment, id: '36' }]);
  const [one, other] = both.map((each) => commentOrigin(each, 'comment-feed', story, shared));
  expect(one).not.toBe(other);
});

test('a comment without an id of its site is the same after its text was edited', () => {
  const first = { ...comment, id: madeId('first') };
  const edited = { ...comment, id: madeId('edited') };
  expect(commentOrigin(edited, 'page-selectors', story)).toBe(
    commentOrigin(first, 'page-selectors', story),
  );
  const timeless = (id: string) => ({ ...comment, id: madeId(id), publishedAt: null });
  expect(commentOrigin(timeless('edited'), 'page-selectors', story)).not.toBe(
    commentOrigin(timeless('first'), 'page-selectors', story),
  );
});

test('comments that one author, or all anonymous readers, wrote at one time are not the same', () => {
  const both = ['first', 'second'].map((id) => ({ ...comment, id: madeId(id) }));
  const [first, second] = both;
  const origins = (shared: ReadonlySet<string>) =>
    both.map((each) => commentOrigin(each, 'page-selectors', story, shared));
  expect(new Set(origins(sharedSigns(both))).size).toBe(2);
  const before = commentOrigin(first ?? comment, 'page-selectors', story);
  const later = sharedSigns([second ?? comment], [first ?? comment]);
  expect(commentOrigin(second ?? comment, 'page-selectors', story, later)).not.toBe(before);
});
