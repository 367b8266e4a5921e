import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { readFeed } from '../src/feeds/index.ts';
import { type Bench, interleaved } from './measure.ts';

const rounds = 21;
/** Items in a document. The large one first, so that all readers are warm, as in a running bot. */
const sizes = { large: 1000, usual: 50, small: 10 } as const;
/** A round reads as many documents as have a thousand items together. */
const itemsARound = 1000;
const url = 'https://paper.example/feed.xml';

/**
 * Our reading of a feed, bytes to stories, against other readers alone on the same document.
 * feedparser takes bytes as we do; rss-parser and feedsmith take text, and are given it decoded.
 * Nothing is remembered from one reading to the next.
 */
export const parse: Bench = {
  name: 'parse',
  what: 'feed bytes to stories, against rss-parser, feedsmith and feedparser alone',
  async run() {
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    for (const [size, items] of Object.entries(sizes)) {
      const text = feedText(items);
      const bytes = new TextEncoder().encode(text);
      const times = itemsARound / items;
      const { wirethread, ...peers } = await interleaved(
        {
          wirethread: () => repeated(times, () => readFeed(bytes, {}, url)),
          'rss-parser': () => repeated(times, () => new Parser().parseString(text)),
          feedsmith: () => repeated(times, async () => parseFeed(text)),
          feedparser: () => repeated(times, () => streamed(bytes)),
        },
        rounds,
      );
      figures[`wirethread, ${size} (ms)`] = wirethread / times;
      for (const [peer, ms] of Object.entries(peers)) {
        figures[`${peer}, ${size} (ms)`] = ms / times;
        ratios[`${peer}, ${size}`] = ms / wirethread;
      }
    }
    return { rounds, figures, ratios };
  },
};

async function repeated(times: number, read: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await read();
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

/** A feed as a paper of middle size serves it: summaries, full text, credits, photos. */
function feedText(items: number): string {
  const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const told = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => of(sentences, from + index * 3)).join(' ');
  const stories = Array.from({ length: items }, (_, index) => {
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
