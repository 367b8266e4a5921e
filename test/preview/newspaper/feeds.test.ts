import { parseDocument } from 'htmlparser2';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { demoCast, demoEdition } from '../../../src/preview/newspaper/demo/edition.ts';
import { elements, value } from './markup-reading.ts';
import { editionOf, openPaper, scripted } from './papers.ts';

const nasty = `]]> & "Bo's" <b>\u0000\u000b\ud800 </title><script>alert(1)</script> 😀`;
const nastyAsPrinted = `]]> & "Bo's" <b> </title><script>alert(1)</script> 😀`;

function nastyEdition() {
  return editionOf(
    scripted({
      headline: nasty,
      summary: nasty,
      body: [nasty],
      topics: [nasty],
      credits: { reporting: [{ name: nasty }] },
      comments: [{ id: 'a', at: 0, author: nasty, text: nasty }],
    }),
  );
}

describe('the RSS feed', () => {
  test('the RSS feed has every field of a story', async () => {
    const { paper, text } = await openPaper();
    const xml = await text('/feed.xml');
    const lively = elements(xml, 'item')[1];
    const url = paper.storyUrl(demoCast.livelyStory);
    expect(value(lively, 'link')).toBe(url);
    expect(elements(lively, 'guid')[0]?.attribs['isPermaLink']).toBe('false');
    expect(elements(lively, 'dc:creator')).toHaveLength(2);
    expect(value(lively, 'slash:comments')).toBe('4');
    expect(value(lively, 'wfw:commentRss')).toBe(`${url}/comments.rss`);
    expect(value(lively, 'comments')).toBe(`${url}#comments`);
    expect(value(lively, 'media:credit')).toBe('Halyard/Leilani Kahananui');
    expect(elements(lively, 'media:credit')[0]?.attribs['role']).toBe('photographer');
    expect(value(lively, 'media:description')).toMatch(/^The Lady Annis/);
    expect(value(lively, 'content:encoded')).toMatch(/^<p>PORT MERROW \(Halyard\) – The 11:40pm/);
    expect(value(xml, 'ttl')).toBe('0');
    expect(elements(xml, 'atom:link')[0]?.attribs).toMatchObject({
      rel: 'self',
      href: paper.feedUrl,
    });
  });

  test('a strict parser reads the RSS feed, newest first, with exact dates', async () => {
    const { paper, text } = await openPaper();
    const feed = await new Parser().parseString(await text('/feed.xml'));
    expect(feed.title).toBe('The Merrow Lantern');
    expect(feed.items.map(({ isoDate }) => Date.parse(isoDate ?? ''))).toEqual(
      paper.stories().map(({ publishedAt }) => publishedAt),
    );
  });

  test('a corrected headline does not change a story’s guid in RSS', async () => {
    const { text, pass } = await openPaper();
    const read = async () => elements(await text('/feed.xml'), 'item').at(-3);
    const before = await read();
    pass(60_000);
    const after = await read();
    expect(value(after, 'guid')).toBe(value(before, 'guid'));
    expect(value(after, 'title')).not.toBe(value(before, 'title'));
  });

  test('the RSS feed lists only as many stories as the paper’s limit', async () => {
    const stories = Array.from({ length: 5 }, (_, at) => scripted({ slug: `s-${at}`, at: -at }));
    const edition = {
      ...editionOf(...stories),
      paper: { ...demoEdition.paper, storiesPerFeed: 2 },
    };
    const { text } = await openPaper(edition);
    const links = elements(await text('/feed.xml'), 'item').map((item) => value(item, 'link'));
    expect(links).toEqual([expect.stringMatching(/s-0$/), expect.stringMatching(/s-1$/)]);
  });
});

describe('the Atom feed', () => {
  test('the Atom feed links to the replies and counts them', async () => {
    const { paper, text } = await openPaper();
    const entry = elements(await text('/atom.xml'), 'entry')[1];
    const replies = elements(entry, 'link').find(
      ({ attribs }) => attribs['rel'] === 'replies' && attribs['type'] === 'application/atom+xml',
    );
    expect(replies?.attribs).toMatchObject({
      href: `${paper.storyUrl(demoCast.livelyStory)}/comments.atom`,
      'thr:count': '4',
    });
  });

  test('a strict parser reads the Atom feed, whose ids match RSS', async () => {
    const { text } = await openPaper();
    const feed = await new Parser().parseString(await text('/atom.xml'));
    const guids = elements(await text('/feed.xml'), 'item').map((item) => value(item, 'guid'));
    expect(feed.items.map((item) => item['id'])).toEqual(guids);
  });
});

describe('the comment feeds', () => {
  test('the RSS feed of comments is flat, newest first, with author and text', async () => {
    const { text } = await openPaper();
    const xml = await text(`/stories/${demoCast.livelyStory}/comments.rss`);
    const comments = (await new Parser().parseString(xml)).items;
    expect(comments).toHaveLength(4);
    expect(comments[0]).toMatchObject({
      creator: 'wardsister',
      'content:encoded': expect.stringContaining('<p>Fair question. The café'),
    });
    expect(comments[0]?.guid).toMatch(/comment\/1104$/);
  });

  test('the Atom feed of comments has the tree: each entry names its parent', async () => {
    const { text } = await openPaper();
    const story = value(elements(await text('/atom.xml'), 'entry')[1], 'id');
    const xml = await text(`/stories/${demoCast.livelyStory}/comments.atom`);
    const answers = elements(xml, 'entry').map((entry) => [
      value(entry, 'id').replace(/.*\//, ''),
      elements(entry, 'thr:in-reply-to')[0]?.attribs['ref'],
    ]);
    expect(Object.fromEntries(answers)).toEqual({
      1101: story,
      1102: `${story}/comment/1101`,
      1103: story,
      1104: `${story}/comment/1103`,
    });
  });

  test('comment feeds date an edited comment again and drop a withdrawn one', async () => {
    const { text, pass } = await openPaper();
    const read = async () => {
      const xml = await text(`/stories/${demoCast.livelyStory}/comments.atom`);
      return elements(xml, 'entry').map((entry) => ({
        id: value(entry, 'id').replace(/.*\//, ''),
        edited: value(entry, 'updated') !== value(entry, 'published'),
      }));
    };
    pass(70_000);
    expect(await read()).toContainEqual({ id: demoCast.editedComment, edited: true });
    expect(await read()).toContainEqual({ id: demoCast.withdrawnComment, edited: false });
    pass(10_000);
    expect((await read()).map(({ id }) => id)).not.toContain(demoCast.withdrawnComment);
  });
});

test.each([
  ['/feed.xml', 'title'],
  ['/feed.xml', 'dc:creator'],
  ['/feed.xml', 'category'],
  ['/feed.xml', 'description'],
  ['/stories/ropewalk/comments.rss', 'dc:creator'],
  ['/stories/ropewalk/comments.rss', 'description'],
])('hostile text in %s comes back from <%s> as it was written', async (path, name) => {
  const { text } = await openPaper(nastyEdition());
  const xml = await text(path);
  await new Parser().parseString(xml);
  expect(value(elements(xml, 'item')[0], name)).toBe(nastyAsPrinted);
});

test.each(['/atom.xml', '/stories/ropewalk/comments.atom'])(
  'hostile text leaves %s well-formed, and its HTML without elements of its own',
  async (path) => {
    const { text } = await openPaper(nastyEdition());
    const xml = await text(path);
    await new Parser().parseString(xml);
    const html = value(elements(xml, 'entry')[0], 'content');
    expect(html).toContain('alert(1)');
    expect(elements(parseDocument(html), 'script')).toEqual([]);
  },
);
