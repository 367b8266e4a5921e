import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedSite, startFeedSite } from '../../support/feed-site.ts';
import { openNewsroom, type People, words } from '../people.ts';

let site: FeedSite;
let people: People;

const article =
  '<article><h1>Clock stops</h1><p>The clock of the customs house stopped at noon, and nobody has wound it since then, said its keeper.</p></article>';
const page = (rest: string) => `<!doctype html><html><body>${article}${rest}</body></html>`;

beforeEach(async () => {
  site = await startFeedSite();
  site.print([{ slug: 'clock', headline: 'Clock stops', at: -60 }]);
  people = await openNewsroom({ feedUrls: () => [] });
});
afterEach(async () => {
  await people.close();
  await site.close();
});

const add = () => words(people.owner.run('/feed add', { url: site.feedUrl }));
const subscription = async () =>
  (await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId))[0];

async function added(rest: string): Promise<string> {
  site.writePage('clock', page(rest));
  await add();
  await people.quiet();
  return (await subscription())?.id ?? '';
}

const odd =
  '<div class="z1"><u>Ana</u><p>Wind it.</p><i>24 Nov 2026 08:10</i></div><div class="z1"><u>Ben</u><p>Leave it.</p><i>24 Nov 2026 08:20</i></div>';

test('/feed add says whose comments it reads, with the first', async () => {
  const comment = (name: string, text: string) =>
    `<div class="entry"><b>${name}</b> wrote:<p>${text}</p><span>Nov 24, 2026 8:10am EST</span> <a href="#">Report as abuse</a></div>`;
  site.writePage(
    'clock',
    page(
      `<section><h3>Comments (2)</h3>${comment('Ana', 'Wind it.')}${comment('Ben', 'Leave it.')}</section>`,
    ),
  );
  const answer = await add();
  expect(answer).toContain('Comments of its newest story: 2 read from the article’s page.');
  expect(answer).toContain('The first is by **Ana**: Wind it.');
});

test('/feed add and /discussion status say how many of the site’s comments are not mirrored', async () => {
  const comment = (name: string, text: string) =>
    `<div class="entry"><b>${name}</b> wrote:<p>${text}</p><span>Nov 24, 2026 8:10am EST</span> <a href="#">Report as abuse</a></div>`;
  const rest = `<section><h3>Comments (25)</h3>${comment('Ana', 'Wind it.')}${comment('Ben', 'Leave it.')}<a href="?p=2">Older comments</a></section>`;
  site.writePage('clock', page(rest));
  const answer = await add();
  expect(answer).toContain(
    `Comments of its newest story: 2 of 25 read from the article’s page, which gives no more. The others stay on the site: <${site.pageUrl('clock')}>.`,
  );
  await people.quiet();
  const [found] = await people.bot.ports.store.discussions.listInGuild(people.guildId, ['open'], 5);
  const story = found?.discussion.id ?? '';
  const status = await words(people.sam.run('/discussion status', { story }));
  expect(status).toContain('2 of the 25 comments on the site are mirrored');
  const notice = people.messages(people.threadId()).find(({ pinned }) => pinned);
  expect(notice?.content).toContain('23 more comments on the site');
});

test('/feed add, test and show say that comments of which only the count is there cannot be read', async () => {
  const script =
    '<section><h3>12 comments</h3><div class="u-stream" data-src="/c/7"></div></section>';
  site.writePage('clock', page(script));
  const answers = [await add(), await words(people.owner.run('/feed test', { url: site.feedUrl }))];
  await people.quiet();
  const feed = (await subscription())?.id ?? '';
  answers.push(await words(people.owner.run('/feed show', { feed })));
  for (const answer of answers) {
    expect(answer).toContain('seems to have 12 comments, but they cannot be read');
    expect(answer).toContain('`comment-selectors` of `/feed edit`');
  }
});

test('comments that another company’s script shows are named, with their count and address', async () => {
  const feed = await added(
    '<section id="talk"><a href="#disqus_thread" class="comment-count">7 comments</a><div id="disqus_thread"></div></section><script src="https://quay.disqus.com/embed.js"></script>',
  );
  const answer = await words(people.owner.run('/feed show', { feed }));
  expect(answer).toContain(
    'shown with Disqus (7 comments), which Wirethread reads only with a key',
  );
  expect(answer).toContain('`open-thread` of `/feed edit`');
  const [story] = people.messages();
  expect(JSON.stringify(story?.components)).toContain('(7) · Disqus');
  const [waiting] = await people.bot.ports.store.discussions.listInGuild(
    people.guildId,
    ['waiting'],
    5,
  );
  const status = await words(
    people.sam.run('/discussion status', { story: waiting?.discussion.id ?? '' }),
  );
  expect(status).toContain('shown with Disqus, which Wirethread reads only with a key');
  expect(status).toContain(site.pageUrl('clock'));
});

test('selectors are tried before they are saved', async () => {
  const feed = await added(odd);
  const selectors = 'comment: .z1; author: u; text: p; time: i; zone: EST';
  const preview = await words(
    people.owner.run('/feed edit', { feed, 'comment-selectors': selectors, preview: true }),
  );
  expect(preview).toContain('2 read from the article’s page');
  expect(preview).toContain('**Ana**: Wind it.');
  expect(preview).toContain('Nothing is saved before you press Save');
  expect((await subscription())?.settings.comments.selectors).toBeNull();

  await words(people.owner.run('/feed edit', { feed, 'comment-selectors': selectors }));
  expect((await subscription())?.settings.comments.selectors).toEqual({
    comment: '.z1',
    author: 'u',
    text: 'p',
    time: 'i',
    zone: 'EST',
  });
  await words(people.owner.run('/feed edit', { feed, 'comment-selectors': 'none' }));
  expect((await subscription())?.settings.comments.selectors).toBeNull();
});

test.each([
  ['reader: .who', '"reader" is none of its keys: comment, author'],
  ['author: .who', 'at least the selector of one comment'],
  ['comment:', 'write a CSS selector'],
])('selectors such as "%s" are refused with what is right', async (selectors, reason) => {
  const feed = await added(odd);
  const answer = await words(
    people.owner.run('/feed edit', { feed, 'comment-selectors': selectors }),
  );
  expect(answer).toContain(reason);
});

test('a selector that is no CSS is named', async () => {
  const feed = await added(odd);
  const answer = await words(
    people.owner.run('/feed edit', { feed, 'comment-selectors': 'comment: .z1[', preview: true }),
  );
  expect(answer).toContain('The selector for "comment" is not valid CSS');
});
