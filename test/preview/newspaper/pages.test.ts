import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { demoCast } from '../../../src/preview/newspaper/demo/edition.ts';
import { commentTime, datelineTime } from '../../../src/preview/newspaper/dates.ts';
import { editionOf, morning, openPaper, scripted } from './papers.ts';

async function article(slug: string, seconds = 0) {
  const { text, pass, paper } = await openPaper();
  pass(seconds * 1000);
  return { $: load(await text(`/stories/${slug}`)), paper };
}

describe('an article page', () => {
  test('an article page has dateline, byline, credits and photo credit of a wire story', async () => {
    const { $ } = await article(demoCast.livelyStory);
    expect($('.headline').text()).toBe(
      'Night ferry to Skerrin will sail all winter after a close vote',
    );
    expect($('.dateline').text()).toBe('PORT MERROW Tue Nov 24, 2026 4:15am EST');
    expect($('.byline').text()).toBe('By Ngozi Adeyemi-Clarke and Ruaridh MacAskill');
    expect($('.caption').text()).toMatch(/^The Lady Annis/);
    expect($('.photo-credit').text()).toBe('Credit: Halyard/Leilani Kahananui');
    expect(
      $('.related-topics li')
        .map((_, li) => $(li).text().trim())
        .get(),
    ).toContain('Ferry');
    expect($('.article-body p').first().text()).toMatch(/^PORT MERROW \(Halyard\) – The 11:40pm/);
    expect($('.credit-line').text()).toBe(
      '(Reporting by Ngozi Adeyemi-Clarke and Ruaridh MacAskill; additional reporting by Ingibjörg Sölvadóttir in Skerrin; writing by Ngozi Adeyemi-Clarke; editing by Hana Kovářová and Omar el-Sayegh)',
    );
    expect($('.comment-policy a').attr('href')).toMatch(/\/comment-policy$/);
  });

  test('an article page shows each comment with author, text and date, replies below their parents', async () => {
    const { $ } = await article(demoCast.livelyStory);
    expect($('#comments h2').text()).toBe('Comments (4)');
    expect(
      $('#comments .comment')
        .map((_, node) => $(node).attr('id'))
        .get(),
    ).toEqual(['comment-1101', 'comment-1102', 'comment-1103', 'comment-1104']);
    const answer = $('#comment-1102');
    expect(answer.hasClass('depth-1')).toBe(true);
    expect(answer.find('.comment-author').text()).toBe('Östen from Skerrin wrote:');
    expect(answer.find('.comment-text').text().trim()).toMatch(/^The bench/);
    expect(answer.find('.comment-date').text()).toBe('Nov 24, 2026 5:15am EST -- Report as abuse');
    expect(answer.find('a.report-abuse').attr('href')).toContain('comment=1102');
  });

  test('an article page has a comment form while its discussion is open, then a sentence', async () => {
    const open = await article(demoCast.livelyStory, 149);
    expect([open.$('form').length, open.$('.comments-closed').length]).toEqual([1, 0]);
    const closed = await article(demoCast.livelyStory, 150);
    expect(closed.$('form')).toHaveLength(0);
    expect(closed.$('.comments-closed').text()).toMatch(/^This discussion has ended\./);
  });

  test('a reply stays on the page when its parent was withdrawn', async () => {
    const { paper, text } = await openPaper(editionOf(scripted()));
    const gone = paper.addComment('ropewalk', { author: 'A', text: 'Gone' });
    const kept = paper.addComment('ropewalk', { author: 'B', text: 'Kept', inReplyTo: gone });
    paper.withdrawComment('ropewalk', gone);
    const $ = load(await text('/stories/ropewalk'));
    expect($('.comment')).toHaveLength(1);
    expect($(`#comment-${kept}`).hasClass('depth-0')).toBe(true);
    expect(JSON.parse($('script').text())).toMatchObject({
      commentCount: 1,
      comment: [{ text: 'Kept' }],
    });
  });

  test('the JSON-LD of an article page has the same facts and nested comments', async () => {
    const { $, paper } = await article(demoCast.livelyStory, 46);
    const url = paper.storyUrl(demoCast.livelyStory);
    const json = JSON.parse($('script[type="application/ld+json"]').text());
    expect(json).toMatchObject({
      '@type': 'NewsArticle',
      url,
      datePublished: '2026-11-24T09:15:00Z',
      image: { creditText: 'Halyard/Leilani Kahananui' },
      commentCount: 7,
    });
    expect(json.comment.map((comment: { text: string }) => comment.text)).toHaveLength(4);
    expect(json.comment[2]).toMatchObject({
      url: `${url}#comment-1105`,
      author: { name: 'third cornet' },
      dateModified: '2026-11-24T14:15:45Z',
      comment: [{ author: { name: 'Efua M.' } }],
    });
  });

  test('an article page links to the feeds, its comment feeds and its picture', async () => {
    const { $, paper } = await article(demoCast.livelyStory);
    const url = paper.storyUrl(demoCast.livelyStory);
    expect(
      $('link[rel=alternate]')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual([paper.feedUrl, paper.atomUrl, `${url}/comments.rss`, `${url}/comments.atom`]);
    expect($('meta[property="og:image"]').attr('content')).toBe(
      `${paper.url}photos/ferry-night.jpg`,
    );
    expect($('meta[property="article:tag"]')).toHaveLength(4);
  });

  test('hostile text is escaped in an article page and in its JSON-LD', async () => {
    const nasty = `<img src=x onerror=alert(1)>"'&</script><script>alert(2)</script>`;
    const story = scripted({
      headline: nasty,
      summary: nasty,
      body: [nasty],
      topics: [nasty],
      place: nasty,
      credits: { reporting: [{ name: nasty }] },
      photo: {
        name: 'beach-dawn',
        caption: nasty,
        photographer: nasty,
        agency: nasty,
      },
      comments: [{ id: 'a', at: 0, author: nasty, text: nasty }],
      closesAt: 0,
      closingSentence: nasty,
    });
    const { text } = await openPaper(editionOf(story));
    const $ = load(await text('/stories/ropewalk'));
    expect($('[onerror]')).toHaveLength(0);
    expect($('script')).toHaveLength(1);
    expect(JSON.parse($('script').text())).toMatchObject({ headline: nasty });
    expect($('.headline').text()).toBe(nasty);
    expect($('.comment-author .name').text()).toBe(nasty);
    expect($('.comment-text').text().trim()).toBe(nasty);
    expect($('meta[name=author]').attr('content')).toBe(nasty);
    expect(load(await text('/'))('[onerror], script')).toHaveLength(0);
  });
});

test('the front page leads with the newest story, and a topic’s page has its own', async () => {
  const { text } = await openPaper();
  const $ = load(await text('/'));
  expect($('h1').text()).toBe('The Merrow Lantern');
  expect($('.teaser')).toHaveLength(3);
  expect($('.teaser.lead h2').text()).toMatch(/^Sea pool/);
  const topic = load(await text('/topics/local%20government'));
  expect(topic('h1').text()).toBe('Local Government');
  expect(topic('.teaser')).toHaveLength(1);
});

test('every link and picture of the paper leads somewhere', async () => {
  const { paper, text, get, pass } = await openPaper();
  pass(24 * 3_600_000);
  const pages = ['/', '/comment-policy', ...paper.stories().map(({ slug }) => `/stories/${slug}`)];
  const found = new Set<string>();
  for (const page of pages) {
    const $ = load(await text(page));
    for (const node of $('[href], [src]').get()) {
      const to = new URL($(node).attr('href') ?? $(node).attr('src') ?? '', paper.url);
      if (to.origin === new URL(paper.url).origin) found.add(to.pathname);
    }
  }
  expect(found.size).toBeGreaterThan(20);
  const answers = await Promise.all(
    [...found].map(async (path) => [path, (await get(path, { method: 'HEAD' })).status]),
  );
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});

test('dates are written by the paper’s own clock, summer time included', () => {
  const summer = Date.UTC(2026, 6, 4, 4, 5);
  expect(datelineTime(morning, 'America/New_York')).toBe('Tue Nov 24, 2026 9:15am EST');
  expect(datelineTime(summer, 'America/New_York')).toBe('Sat Jul 4, 2026 12:05am EDT');
  expect(commentTime(summer, 'America/Los_Angeles')).toBe('Jul 03, 2026 9:05pm PDT');
});
