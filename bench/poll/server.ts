import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The newspapers of the polling benchmark, in a process of their own so that what they cost is not
// counted. Feed N is at /N; every tenth has changed since the round before.

const paragraph = 'The harbour board met on Tuesday and put off its ruling on the new pier. ';
/** Five items with their whole text, 23 kB: a small paper's feed, so that the first round ends soon. */
const older = Array.from({ length: 5 }, (_, index) => itemText(`older-${index}`)).join('');

let round = 0;

function itemText(name: string): string {
  return `<item><title>Harbour board puts off ruling ${name}</title>
    <guid isPermaLink="false">tag:paper.example,2026:${name}</guid>
    <pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate><author>Ines Okafor</author>
    <category>Harbour</category><description>${paragraph.repeat(4)}</description>
    <content:encoded><![CDATA[${`<p>${paragraph.repeat(6)}</p>`.repeat(8)}]]></content:encoded></item>`;
}

/** How often feed `index` has changed by now. */
const revisionOf = (index: number) => Math.floor((round + (index % 10)) / 10);

const server = createServer((request, response) => {
  const index = Number(request.url?.slice(1));
  const revision = revisionOf(index);
  const etag = `"${index}-${revision}"`;
  // A fifth of the papers know nothing of conditional requests.
  const isConditional = index % 5 !== 0;
  if (isConditional && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const newest = Array.from({ length: revision }, (_, news) => itemText(`${index}-${news}`));
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper ${index}</title><link>https://paper.example/</link>${newest.join('')}${older}</channel></rss>`;
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    ...(isConditional && { etag }),
  });
  response.end(body);
});

process.on('message', (next: number) => {
  round = next;
  process.send?.({ round });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '0.0.0.0', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
