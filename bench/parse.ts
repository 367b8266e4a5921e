import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { EntryCache, readFeed } from '../src/feeds/index.ts';
import { type Bench, interleaved } from './measure.ts';

const rounds = 21;
/** Items in a document. The large one first, so that all readers are warm, as in a running bot. */
const sizes = { large: 1000, usual: 50, small: 10 } as const;
/** A round reads as many documents as have a thousand items together. */
const itemsARound = 1000;
/** Fewer where each document is another one. */
const newItemsARound = 200;
const url = 'https://paper.example/feed.xml';

/**
 * Our reading of a feed, bytes to stories, against other readers alone on the same documents.
 * feedparser takes bytes as we do; rss-parser and feedsmith take text, and are given it decoded.
 * In the first rows nothing is cached from one reading to the next. In those with "one item
 * new" each document holds one item more at its end, and one less at its beginning, than the one
 * before: our cache has the stories of that one, and the others, who have none, read each
 * document whole.
 */
export const parse: Bench = {
  name: 'parse',
  what: 'feed bytes to stories, against rss-parser, feedsmith and feedparser alone',
  async run(show) {
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    const steps = 2 * Object.keys(sizes).length;
    let done = 0;
    const step = () => (done += 1);
    const add = (row: string, times: number, read: Record<string, number>): void => {
      const { wirethread = Number.NaN, ...peers } = read;
      figures[`wirethread, ${row} (ms)`] = wirethread / times;
      for (const [peer, ms] of Object.entries(peers)) {
        figures[`${peer}, ${row} (ms)`] = ms / times;
        ratios[`${peer}, ${row}`] = ms / wirethread;
      }
    };
    for (const [size, items] of Object.entries(sizes)) {
      const times = itemsARound / items;
      const same = feedDocument(0, items);
      show(step(), steps, `${size} documents, the same each time`);
      add(size, times, await readings(() => Array.from({ length: times }, () => same), null));
    }
    for (const [size, items] of Object.entries(sizes)) {
      const times = Math.max(1, newItemsARound / items);
      const cache = new EntryCache();
      show(step(), steps, `${size} documents, one item new in each`);
      await readFeed(feedDocument(0, items).bytes, {}, url, cache);
      const next = (round: number) =>
        Array.from({ length: times }, (_, time) => feedDocument(round * times + time + 1, items));
      add(`${size}, one item new`, times, await readings(next, cache));
    }
    return { rounds, figures, ratios };
  },
};

interface FeedBytes {
  bytes: Uint8Array;
  text: string;
}

/** The medians of reading each round's documents. */
async function readings(
  documents: (round: number) => FeedBytes[],
  cache: EntryCache | null,
): Promise<Record<string, number>> {
  let served: FeedBytes[] = [];
  const each = async (read: (document: FeedBytes) => Promise<unknown>): Promise<void> => {
    for (const document of served) await read(document);
  };
  return interleaved(
    {
      wirethread: () => each(({ bytes }) => readFeed(bytes, {}, url, cache)),
      'rss-parser': () => each(({ text }) => new Parser().parseString(text)),
      feedsmith: () => each(async ({ text }) => parseFeed(text)),
      feedparser: () => each(({ bytes }) => streamed(bytes)),
    },
    rounds,
    (round) => {
      served = documents(round);
    },
  );
}

/** feedparser's API is a stream: bytes in, its items out. */
async function streamed(bytes: Uint8Array): Promise<FeedParser.Item[]> {
  const stories: FeedParser.Item[] = [];
  const parser = new FeedParser({ feedurl: url });
  parser.end(bytes);
  for await (const story of parser) stories.push(story);
  return stories;
}
const sentences = [
  'The harbour board met on Tuesday and put off its ruling on the new pier.',
  'Fishing crews say that the old quay has lost a third of its berths since the winter storms.',
  'A report due in March will weigh the cost of dredging against a longer breakwater.',
  '“We cannot wait for another season,” the harbour master told the council.',
  'Ferries to the outer islands will keep their timetable until the end of the month.',
  'The board&#8217;s chair declined to say how the members had voted.',
  'Residents have until Friday to send in their objections.',
];
const reporters = ['Ines Okafor', 'Bo Lind', 'Marta Sorel', 'Tom Ashby', 'Yuki Arai', 'Lea Holm'];
const photographers = ['Ana Ruiz', 'Ben Cho', 'Kay Orr', 'Mo Lund', 'Ida Falk'];

function feedDocument(first: number, items: number): FeedBytes {
  const text = feedText(first, items);
  return { text, bytes: new TextEncoder().encode(text) };
}

/** A feed as a paper of middle size serves it: summaries, full text, credits, photos. */
function feedText(first: number, items: number): string {
  const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const told = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => of(sentences, from + index * 3)).join(' ');
  const stories = Array.from({ length: items }, (_, place) => {
    const index = first + place;
    const reporter = of(reporters, index);
    const paragraphs = [0, 1, 2, 3].map((part) => `<p>${told(index + part, 3)}</p>`).join('\n');
    return `<item>
      <title>Harbour board puts off ruling ${index}</title>
      <link>https://paper.example/stories/${index}</link>
      <guid isPermaLink="false">tag:paper.example,2026:${index}</guid>
      <pubDate>Tue, 24 Nov 2026 09:${String(index % 60).padStart(2, '0')}:00 GMT</pubDate>
      <dc:creator>${reporter}</dc:creator>
      <category>Harbour</category>
      <description>${told(index, 3)}</description>
      <content:encoded><![CDATA[${paragraphs}<p>(Reporting by ${reporter}; editing by ${of(reporters, index + 1)})</p>]]></content:encoded>
      <media:content url="https://paper.example/photos/${index}.jpg" medium="image"><media:credit role="photographer">${of(photographers, index)}</media:credit></media:content>
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Paper</title><link>https://paper.example/</link>${stories.join('')}</channel></rss>`;
}
