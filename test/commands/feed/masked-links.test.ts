import { afterEach, expect, test } from 'vitest';
import { startFeedSite } from '../../support/feed-site.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { anEdition } from '../../support/editions.ts';
import { openNewsroom, type People, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

const lure = '[https://bank.example/login](https://evil.example/login)';
/** What Discord shows as a link with another text than its address. */
const maskedLink = /(?<!\\)\[[^\]\n]+\]\(<?https?:/u;

test('the title of a feed is no link to elsewhere in what /feed commands answer', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const server = await feedServer((_, response) =>
    response.end(rssOf(['Clock stops']).replace('Harbour Ledger', lure)),
  );
  const added = await words(people.owner.run('/feed add', { url: server.url }));
  await people.quiet();
  const answers = [
    added,
    await words(people.owner.run('/feed test', { url: server.url })),
    await words(people.owner.run('/feed show', { feed: server.url })),
    await words(people.owner.run('/feed list')),
  ];
  for (const answer of answers) {
    expect(answer).toContain('bank.example');
    expect(answer).not.toMatch(maskedLink);
  }
});

test('a comment that /feed add quotes is no link to elsewhere', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const site = await startFeedSite();
  site.print([{ slug: 'clock', headline: 'Clock stops', at: -60 }]);
  const comment = (name: string, text: string) =>
    `<div class="entry"><b>${name}</b> wrote:<p>${text}</p><span>Nov 24, 2026 8:10am EST</span> <a href="#">Report as abuse</a></div>`;
  const link = '<a href="https://evil.example/login">https://bank.example/login</a>';
  site.writePage(
    'clock',
    `<!doctype html><html><body><article><h1>Clock stops</h1><p>The clock of the customs house stopped at noon, and nobody has wound it since then, said its keeper.</p></article><section><h3>Comments (2)</h3>${comment(lure, `${link} ${lure}`)}${comment('Ben', 'Leave it.')}</section></body></html>`,
  );
  const said = await words(people.owner.run('/feed add', { url: site.feedUrl }));
  await site.close();
  expect(said).toContain('2 read from');
  expect(said).toContain('bank.example');
  expect(said).not.toMatch(maskedLink);
});

test('an error that names what a server sent is no link to elsewhere', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const server = await feedServer((request, response) => {
    if (request.url === '/')
      response.writeHead(302, { location: `/${lure}/<@123456789012345678>` });
    else response.writeHead(404);
    response.end();
  });
  const said = await words(people.owner.run('/feed test', { url: server.url }));
  expect(said).toContain('404');
  expect(said).not.toMatch(maskedLink);
});
