import { hackerNews } from '../../../src/sources/hacker-news.ts';
import type { Sample, SourceSample } from '../replay.ts';

export const url = 'https://hn.algolia.com/api/v1/items/4100';
export const page = 'https://news.ycombinator.com/item?id=4100';

interface Node {
  id: number;
  author: string | null;
  text: string | null;
  children?: Node[];
}

/** As the search interface gives an item, with fields that nobody needs. */
const item = ({ id, author, text, children = [] }: Node): object => ({
  id,
  type: 'comment',
  created_at: '2011-05-06T11:40:00.000Z',
  created_at_i: 1_304_682_000,
  author,
  text,
  points: null,
  parent_id: 4100,
  story_id: 4100,
  options: [],
  title: null,
  url: null,
  children: children.map(item),
});

export const answer = (children: Node[]) =>
  JSON.stringify({
    ...item({ id: 4100, author: 'poster', text: null, children }),
    type: 'story',
    title: 'Ferry sinks',
  });

const numberOf = (id = 'c-1') => 5000 + Number(id.slice(2));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const hackerNewsSample: SourceSample = {
  source: hackerNews,
  commentLinks: { feed: null, page },
  hasValidators: true,
  contentType: 'application/json',
  hasIds: true,
  isAlwaysWhole: true,
  answers: (comments: readonly Sample[]) => ({
    [url]: answer(
      comments.map(({ id, author, text }) => ({ id: numberOf(id), author, text: escaped(text) })),
    ),
  }),
};
