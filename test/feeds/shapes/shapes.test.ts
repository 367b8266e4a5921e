import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FeedStory } from '../../../src/core/story/story.ts';
import { document } from '../builders.ts';

/** What a good post of one item is: everything of it that readers see, and where its comments are. */
interface Post {
  headline: string;
  paper: string | null;
  summary: string | null;
  authors: string[];
  photo: string | null;
  caption: string | null;
  link: string;
  comments: number | null;
  commentsAt: string | null;
}

function postOf({ headline, summary, credits, photo, url, ...story }: FeedStory): object {
  return {
    headline,
    paper: story.dateline?.agency ?? null,
    summary,
    authors: credits.byline.map(({ name }) => name),
    photo: photo?.url ?? null,
    caption: photo?.caption ?? null,
    link: url,
    comments: story.commentCount,
    commentsAt: story.commentLinks.page,
  };
}

const nothing = {
  paper: null,
  summary: null,
  authors: [],
  photo: null,
  caption: null,
  comments: null,
  commentsAt: null,
};

/** One document of our own for each kind of feed, in the shape that its publisher's software gives it. */
const shapes: Record<string, Post[]> = {
  'youtube.xml': [
    {
      ...nothing,
      headline: 'How the ferry came back',
      summary:
        'The ferry crosses again after nine months in dry dock. We sailed on her first morning & asked the crew what changed.',
      photo: 'https://i.video.example/vi/fErRy01/hqdefault.jpg',
      link: 'https://video.example/watch?v=fErRy01',
    },
  ],
  'google-news.xml': [
    {
      ...nothing,
      headline: 'Ferry returns to Saltmarsh after nine months',
      paper: 'The Harbour Ledger',
      link: 'https://search-news.example/rss/articles/CBMiAAA?oc=5',
    },
    {
      ...nothing,
      headline: 'Storm closes the coast road',
      paper: 'Tide Post',
      link: 'https://search-news.example/rss/articles/CBMiBBB?oc=5',
    },
  ],
  'lemmy.xml': [
    {
      ...nothing,
      headline: 'The ferry is back',
      summary: 'I was on the first crossing. It took eleven minutes.',
      authors: ['nora_vale'],
      link: 'https://lemmings.example/post/123',
      comments: 4,
      commentsAt: 'https://lemmings.example/post/123',
    },
    {
      ...nothing,
      headline: 'New tide tables',
      authors: ['mo'],
      photo: 'https://lemmings.example/pictrs/tides.jpg',
      link: 'https://lemmings.example/post/124',
      comments: 0,
      commentsAt: 'https://lemmings.example/post/124',
    },
  ],
  'reddit.xml': [
    {
      ...nothing,
      headline: 'The ferry at dawn',
      authors: ['/u/tide_watcher99'],
      photo: 'https://preview.board.example/ferry.jpg?width=640&crop=smart',
      link: 'https://board.example/r/harbour/comments/abc/the_ferry/',
      commentsAt: 'https://board.example/r/harbour/comments/abc/the_ferry/',
    },
    {
      ...nothing,
      headline: 'Tide tables',
      summary: 'Has anyone read the new tide tables? Mine are a day off.',
      authors: ['/u/mo-lund'],
      link: 'https://board.example/r/harbour/comments/def/tides/',
      commentsAt: 'https://board.example/r/harbour/comments/def/tides/',
    },
  ],
  'hacker-news.xml': [
    {
      ...nothing,
      headline: 'A ferry timetable in 4 KB',
      link: 'https://ledger.example/timetable',
      commentsAt: 'https://links.example/item?id=101',
    },
  ],
  'hnrss.xml': [
    {
      ...nothing,
      headline: 'A ferry timetable in 4 KB',
      authors: ['tidewatch'],
      link: 'https://ledger.example/timetable',
      comments: 45,
      commentsAt: 'https://links.example/item?id=101',
    },
    {
      ...nothing,
      headline: 'Ask: How do you read tide tables?',
      summary: 'Mine are a day off since the new year. What do you use?',
      authors: ['mo_lund'],
      link: 'https://links.example/item?id=102',
      comments: 0,
      commentsAt: 'https://links.example/item?id=102',
    },
  ],
  'github-releases.xml': [
    {
      ...nothing,
      headline: 'v1.2.0',
      summary:
        'Read tide tables of the new year by @nora-vale in #12 · Warn before a spring tide by @mo in #13',
      authors: ['nora-vale'],
      link: 'https://code.example/quay/tides/releases/tag/v1.2.0',
    },
  ],
  'podcast.xml': [
    {
      ...nothing,
      headline: '12: The pilot’s daughter',
      summary: 'Ida Brandt grew up on a pilot boat. She tells Nora Vale why she came back.',
      authors: ['Nora Vale'],
      photo: 'https://slackwater.example/12.jpg',
      link: 'https://cdn.slackwater.example/12.mp3',
    },
  ],
  'substack.xml': [
    {
      ...nothing,
      headline: 'What the ferry carries',
      summary: 'Eleven minutes, forty cars and a piano',
      authors: ['Nora Vale'],
      photo: 'https://cdn.lowtide.example/image/fetch/w_1200,h_600,c_fill/ferry.jpeg',
      link: 'https://lowtide.example/p/what-the-ferry-carries',
    },
  ],
  'ghost.xml': [
    {
      ...nothing,
      headline: 'Ten thousand terns',
      summary: 'The terns are back on the spit. Wardens counted ten thousand on Sunday.',
      authors: ['Ida Brandt'],
      photo: 'https://mudflat.example/content/images/terns.jpg',
      link: 'https://mudflat.example/ten-thousand-terns/',
    },
  ],
  'mastodon.xml': [
    {
      ...nothing,
      headline: 'The ferry is back',
      summary: 'Eleven minutes, no queue. Timetable: https://ledger.example/timetable #harbour',
      photo: 'https://files.mas.example/media/ferry.jpg',
      caption: 'A white ferry at the quay, gulls above it.',
      link: 'https://mas.example/@nora/1001',
    },
    {
      ...nothing,
      headline: 'Fog on the marsh this morning.',
      link: 'https://mas.example/@nora/1000',
    },
  ],
  'micro-blog.json': [
    {
      ...nothing,
      headline: 'Fog on the marsh again.',
      summary: 'You can hear the ferry long before you see her.',
      photo: 'https://mo.micro.example/uploads/2026/fog.jpg',
      link: 'https://mo.micro.example/2026/03/02/fog.html',
    },
    {
      ...nothing,
      headline: 'Why my tide tables are wrong',
      summary: 'The new tables start a day late. I wrote to the office.',
      link: 'https://mo.micro.example/2026/03/01/tides.html',
    },
  ],
  'json-feed.json': [
    {
      ...nothing,
      headline: 'Low water at noon',
      summary: 'The causeway is open until three. Take the north path: the south one is flooded.',
      authors: ['Ida Brandt'],
      link: 'https://radio.example/7',
    },
    {
      ...nothing,
      headline: 'The morning show',
      summary: "Nora Vale on the ferry's first day.",
      authors: ['Nora Vale', 'Mo Lund'],
      photo: 'https://radio.example/8.jpg',
      link: 'https://radio.example/8.mp3',
    },
  ],
};

test.each(Object.entries(shapes))(
  'the posts of a feed in the shape of %s are good',
  async (file, posts) => {
    const bytes = readFileSync(new URL(file, import.meta.url));
    const { stories } = await document(bytes, { url: `https://feeds.example/${file}` });
    expect(stories.map(postOf)).toEqual(posts);
  },
);
