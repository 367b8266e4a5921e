import Parser from 'rss-parser';
import { readFeed } from '../src/feeds/index.ts';
import { type Bench, interleaved } from './measure.ts';

const rounds = 15;
const sizes = { small: 10, usual: 50, large: 1000 } as const;

/** Our reading of a feed, bytes to stories, against rss-parser's alone on the same document. */
export const parse: Bench = {
  name: 'parse',
  what: 'feed bytes to stories, against rss-parser alone',
  async run() {
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    for (const [size, items] of Object.entries(sizes)) {
      const text = feedText(items);
      const body = new TextEncoder().encode(text);
      const feed = {
        body,
        contentType: null,
        contentLocation: null,
        url: 'https://paper.example/',
      };
      const medians = await interleaved(
        {
          wirethread: () => readFeed(feed),
          'rss-parser': () => new Parser().parseString(text),
        },
        rounds,
      );
      for (const [name, ms] of Object.entries(medians)) figures[`${name}, ${size} (ms)`] = ms;
      ratios[`rss-parser, ${size}`] = medians['rss-parser'] / medians.wirethread;
    }
    return { rounds, figures, ratios };
  },
};

/** A feed as a paper of middle size serves it: summaries, full text, credits, photos. */
function feedText(items: number): string {
  const paragraph = 'The harbour board met on Tuesday and put off its ruling on the new pier. ';
  const stories = Array.from(
    { length: items },
    (_, index) => `<item>
      <title>Harbour board puts off ruling ${index}</title>
      <link>https://paper.example/stories/${index}</link>
      <guid isPermaLink="false">tag:paper.example,2026:${index}</guid>
      <pubDate>Tue, 24 Nov 2026 09:${String(index % 60).padStart(2, '0')}:00 GMT</pubDate>
      <dc:creator>Ines Okafor</dc:creator>
      <category>Harbour</category>
      <description>${paragraph.repeat(3)}</description>
      <content:encoded><![CDATA[<p>${paragraph.repeat(12)}</p><p>(Reporting by Ines Okafor; editing by Bo Lind)</p>]]></content:encoded>
      <media:content url="https://paper.example/photos/${index}.jpg" medium="image"><media:credit role="photographer">Ana Ruiz</media:credit></media:content>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Paper</title><link>https://paper.example/</link>${stories.join('')}</channel></rss>`;
}
