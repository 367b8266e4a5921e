import { z } from 'zod';
import { Credits, noCredits, PhotoCredit } from './credits.ts';
import { UnixMs } from '../time/duration.ts';
import { HubLink } from '../feed/hub.ts';
import { CommentEmbed } from './comment-embed.ts';
import { CommentSystem } from './comment-system.ts';

export const Dateline = z.object({ place: z.string().nullable(), agency: z.string().nullable() });
export type Dateline = z.infer<typeof Dateline>;

export const Photo = z.object({
  url: z.string(),
  caption: z.string().nullable(),
  credit: PhotoCredit.nullable(),
});
export type Photo = z.infer<typeof Photo>;

export const CommentPolicy = z.object({ text: z.string(), url: z.string().nullable() });
export type CommentPolicy = z.infer<typeof CommentPolicy>;

/** Links to a story's comments, from its feed item or its page. All are absolute URLs. */
export const CommentLinks = z.object({
  /** `wfw:commentRss`, or Atom `link rel="replies"`. */
  feed: z.string().nullable(),
  /** RSS `<comments>`, or an Atom replies link of type text/html. */
  page: z.string().nullable(),
  /** What its page shows comments with, when they cannot be read from the page. */
  system: CommentSystem.optional(),
  /** What its page embeds, in the order in which the page names them. */
  embeds: z.array(CommentEmbed).optional(),
});
export type CommentLinks = z.infer<typeof CommentLinks>;

/**
 * One story as its publisher gives it. All text is plain (no markup, entities decoded, white space
 * collapsed), URLs are absolute http or https, and `null` or an empty list means "unknown".
 */
export const Story = z.object({
  headline: z.string().nullable(),
  url: z.string().nullable(),
  summary: z.string().nullable(),
  publishedAt: UnixMs.nullable(),
  updatedAt: UnixMs.nullable(),
  dateline: Dateline.nullable(),
  photo: Photo.nullable(),
  topics: z.array(z.string()),
  credits: Credits,
  commentPolicy: CommentPolicy.nullable(),
  commentCount: z.number().int().nonnegative().nullable(),
  commentLinks: CommentLinks,
});
export type Story = z.infer<typeof Story>;

/** A story with every field unknown. */
export const unknownStory: Story = {
  headline: null,
  url: null,
  summary: null,
  publishedAt: null,
  updatedAt: null,
  dateline: null,
  photo: null,
  topics: [],
  credits: noCredits,
  commentPolicy: null,
  commentCount: null,
  commentLinks: { feed: null, page: null },
};

/** A story in its feed. `identity` is stable as long as the publisher does not change the guid. */
export const FeedStory = Story.extend({ identity: z.string() });
export type FeedStory = z.infer<typeof FeedStory>;

/** A parsed feed document. `stories` are in document order. */
export const FeedDocument = z.object({
  title: z.string().nullable(),
  siteUrl: z.string().nullable(),
  language: z.string().nullable(),
  /** RSS `ttl`, in milliseconds. */
  ttlMs: z.number().nullable(),
  stories: z.array(FeedStory),
  /** Identities of stories marked as deleted (RFC 6721). */
  withdrawn: z.array(z.string()),
  /** How many of its items were left out, since it has more than are read. */
  leftOut: z.number(),
  /** What the document says of a hub that tells of its news. */
  hub: HubLink.partial().optional(),
  /** The document has every story (RFC 5005, section 2), not only the newest. */
  complete: z.boolean(),
});
export type FeedDocument = z.infer<typeof FeedDocument>;
