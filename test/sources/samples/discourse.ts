import { discourse } from '../../../src/sources/discourse/discourse.ts';
import type { SourceSample, Recorded } from '../replay.ts';

export const forum = 'https://talk.example/';
export const topicUrl = `${forum}t/77.json`;

const chunkUrl = (ids: readonly number[], base = forum) =>
  `${base}t/77/posts.json?${ids.map((id) => `post_ids[]=${id}`).join('&')}`;

export type Fields = Record<string, unknown>;

/** As Discourse gives a post, with fields that nobody needs. Its id is not its number. */
export const post = (number: number, fields: Fields = {}): Fields => ({
  id: 9000 + number,
  name: 'Ana Real',
  username: 'ana',
  avatar_template: '/user_avatar/talk.example/ana/{size}/5_2.png',
  created_at: '2026-11-24T08:23:00.000Z',
  cooked: `<p>Post ${number}.</p>`,
  post_number: number,
  post_type: 1,
  posts_count: 4,
  updated_at: '2026-11-24T09:00:00.000Z',
  reply_count: 0,
  reply_to_post_number: null,
  reads: 41,
  score: 23.4,
  topic_id: 77,
  version: 1,
  hidden: false,
  user_deleted: false,
  ...fields,
});

/** A topic as it is answered: twenty of its posts, and the ids of all. */
export const topic = (posts: readonly Fields[], fields: Fields = {}): Fields => ({
  post_stream: { posts: posts.slice(0, 20), stream: posts.map(({ id }) => id) },
  id: 77,
  title: 'Ferry sinks',
  posts_count: posts.length,
  views: 300,
  closed: false,
  archived: false,
  slug: 'ferry-sinks',
  ...fields,
});

export const article = post(1, { username: 'ledger', cooked: '<p>The ferry sank.</p>' });
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The topic, and its other posts in the chunks in which they are asked for: the newest first. */
export function recorded(posts: readonly Fields[], fields: Fields = {}): Recorded {
  const answers: Record<string, string> = { [topicUrl]: JSON.stringify(topic(posts, fields)) };
  for (let end = posts.length; end > 20; end -= 100) {
    const chunk = posts.slice(Math.max(20, end - 100), end);
    answers[chunkUrl(chunk.map(({ id }) => Number(id)))] = JSON.stringify({
      post_stream: { posts: chunk },
      id: 77,
    });
  }
  return answers;
}

export const discourseSample: SourceSample = {
  source: discourse,
  commentLinks: {
    feed: null,
    page: null,
    embeds: [{ source: 'discourse', values: { forum, topic: '77' } }],
  },
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  isAlwaysWhole: true,
  mostComments: 1_719,
  answers: (samples) =>
    recorded([
      article,
      ...samples.map(({ id = 'c-1', author, text }) =>
        post(Number(id.slice(2)) + 2, { username: author, cooked: `<p>${escape(text)}</p>` }),
      ),
    ]),
};

/** An article's topic with so many comments. */
export const many = (count: number, cooked: string) => [
  article,
  ...Array.from({ length: count }, (_, index) => post(index + 2, { cooked })),
];
