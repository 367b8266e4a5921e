import { z } from 'zod';
import type { CommentPage } from '../../core/discussion/comment.ts';
import { ReadError } from '../../core/errors.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { decodeText } from '../../text/charset.ts';
import { absoluteUrl } from '../../text/url.ts';
import { probedJson, readJson, refusesForGood } from '../json.ts';
import { discussionLinks, embedOf } from '../linked-page.ts';
import {
  commentSource,
  documentAt,
  nothingNew,
  unanswered,
  type Clues,
  type FetchedDocument,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
} from '../source.ts';
import { commentPage, missingChunks, Posts, Topic } from './posts.ts';

/** Of a look's 5 MB, what posts by their ids may take as far as can be foreseen. */
const mostBytes = 3_500_000;
const Ref = z.object({
  /** The forum's address, with a slash at its end. */
  forum: z.url({ protocol: /^https?$/u }),
  /** The topic's number, or the address of the page that it is made for. */
  topic: z
    .string()
    .regex(/^\d{1,12}$/u)
    .nullable(),
  embedUrl: z.string().max(2_000).nullable(),
  /** The first post is the article. */
  isArticle: z.boolean(),
});
type Ref = z.infer<typeof Ref>;

/** A slug is never a number. */
const topicPath =
  /^((?:\/[\w.-]{1,60})?)\/t\/(?:(?!\d+\/)[^/]{1,300}\/)?(\d{1,12})(?:\/\d{1,9})?\/?$/u;

/** The forum and the topic of an address as in /t/SLUG/ID. */
function topicOf({ origin, pathname }: URL): { forum: string; topic: string } | null {
  const [, folder = '', topic] = topicPath.exec(pathname) ?? [];
  return topic === undefined ? null : { forum: `${origin}${folder}/`, topic };
}

const topicAddress = (forum: string, topic: string) => `${forum}t/${topic}.json`;

function chunkAddress(forum: string, topic: string, ids: readonly number[]): string {
  const asked = ids.map((id) => `post_ids[]=${id}`).join('&');
  return `${forum}t/${topic}/posts.json?${asked}`;
}

function embedAddress(forum: string, embedUrl: string): string {
  return `${forum}embed/comments?embed_url=${encodeURIComponent(embedUrl)}`;
}

/**
 * The topic of the forum's page for an embedding one: its first link to a topic, before the posts'
 * own. None before the forum has made the topic.
 */
function embeddedTopic({ body, headers, finalUrl }: FetchedDocument): string | null {
  const html = decodeText(body, headers['content-type'] ?? null).slice(0, 1_000_000);
  if (!/<header class=["']discourse["']|<meta id=["']data-embedded["']/u.test(html)) {
    throw new ReadError(
      'The forum answers with another page than its comments for this article. It may be down. Check the address of the forum.',
    );
  }
  for (const [, href = ''] of html.matchAll(
    /<a\s[^<>]{0,2000}?\bhref=["']([^"'<>]{1,1000})["']/giu,
  )) {
    const address = absoluteUrl(href, finalUrl);
    const found = address === null ? null : topicOf(new URL(address));
    if (found) return found.topic;
  }
  return null;
}

/** The topic of a ref; `null` while the forum has not made it. @throws ReadError */
function resolved(
  { forum, topic, embedUrl }: Ref,
  answers: readonly SourceAnswer[],
): SourceStep<string | null> {
  if (topic !== null || embedUrl === null) return { done: topic };
  const url = embedAddress(forum, embedUrl);
  const ask = unanswered([{ url, format: 'page', unconditional: true }], answers);
  if (ask.length > 0) return { ask };
  const document = documentAt(url, answers);
  return { done: document && embeddedTopic(document) };
}

function readTopic(
  ref: Ref,
  topic: string,
  answers: readonly SourceAnswer[],
): SourceStep<CommentPage> {
  const place = { ...ref, topic };
  const request = (url: string): SourceRequest => ({ url, format: 'json', unconditional: true });
  const first = request(topicAddress(ref.forum, topic));
  const ask = unanswered([first], answers);
  if (ask.length > 0) return { ask };
  const document = documentAt(first.url, answers);
  if (document === null) return { done: nothingNew };
  const read = readJson(document, Topic, 'Discourse');
  const [newest, ...older] = missingChunks(read).map((ids) =>
    request(chunkAddress(ref.forum, topic, ids)),
  );
  if (!newest) return { done: commentPage(read, [], place) };
  const more = unanswered([newest], answers);
  if (more.length > 0) return { ask: more };
  const size = documentAt(newest.url, answers)?.body.length ?? 0;
  const fitting = older.slice(0, Math.max(0, Math.floor(mostBytes / Math.max(1, size)) - 1));
  const rest = unanswered(fitting, answers);
  if (rest.length > 0) return { ask: rest };
  const chunks = [newest, ...fitting].flatMap(({ url }) => documentAt(url, answers) ?? []);
  const posts = chunks.map((chunk) => readJson(chunk, Posts, 'Discourse'));
  return { done: commentPage(read, posts, place) };
}

function linked(clues: Clues, answers: readonly SourceAnswer[]): SourceStep<Ref | null> {
  for (const link of discussionLinks(clues)) {
    const place = topicOf(link);
    if (place === null) continue;
    const url = topicAddress(place.forum, place.topic);
    const probed = probedJson(url, Topic, answers);
    if ('ask' in probed) return probed;
    if (probed.done === null) continue;
    const isArticle = link.href === clues.story.url;
    return { done: { ...place, embedUrl: null, isArticle } };
  }
  return { done: null };
}

/**
 * Discourse (docs.discourse.org, and `topics_controller.rb`, `embed_controller.rb` and
 * `post_serializer.rb` of github.com/discourse/discourse, 2026.1): `GET /t/ID.json` has the first
 * twenty posts and the ids of all, `/t/ID/posts.json` posts by their ids. A post is called by its
 * number in the topic, since answers name that of their parent also after it was deleted. Of very long
 * topics the first twenty posts and the newest that fit are read.
 *
 * A page embeds a topic by its number or by the page's own address: then `/embed/comments` leads to the
 * topic. The forum makes it when the page is first opened, as with any reader.
 */
export const discourse = commentSource({
  name: 'discourse',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const embed = embedOf(clues, 'discourse');
    const { data: ref } = Ref.safeParse({
      forum: embed?.['forum']?.replace(/\/{0,9}$/u, '/'),
      topic: embed?.['topic'] ?? null,
      embedUrl: embed?.['embedUrl'] ?? null,
      isArticle: true,
    });
    if (!ref || (ref.topic === null && ref.embedUrl === null)) return linked(clues, answers);
    if (ref.topic !== null) return { done: ref };
    if (refusesForGood(embedAddress(ref.forum, ref.embedUrl ?? ''), answers)) {
      return linked(clues, answers);
    }
    const topic = resolved(ref, answers);
    return 'ask' in topic ? topic : { done: { ...ref, topic: topic.done } };
  },
  read: (ref, answers) => {
    const topic = resolved(ref, answers);
    if ('ask' in topic) return topic;
    return topic.done === null ? { done: nothingNew } : readTopic(ref, topic.done, answers);
  },
});
