import { z } from 'zod';
import { Snowflake } from '../ids.ts';

/** Languages that a message's own words ("Read the story", "Corrected") can be in (BCP 47). */
export const Language = z.enum(['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
export type Language = z.infer<typeof Language>;

const Words = z.array(z.string().min(1).max(100)).max(50).default([]);

/**
 * What a story is judged by. Each entry is a word or phrase, compared whole, without case and
 * accents; one that ends in "*" matches the beginning of a word. Never a regular expression.
 */
export const Criteria = z.object({
  /** In the headline or the summary. */
  words: Words,
  topics: Words,
  authors: Words,
});
export type Criteria = z.infer<typeof Criteria>;

/**
 * Which of a feed's stories a channel takes: one that fits any entry of `include` (all of them when
 * it has no entries) and no entry of `exclude`.
 */
export const Filters = z.object({
  include: Criteria.prefault({}),
  exclude: Criteria.prefault({}),
});
export type Filters = z.infer<typeof Filters>;

/** Minutes after midnight, 0 to 1439. */
const MinuteOfDay = z.number().int().min(0).max(1439);

/** From `from` to `to` (over midnight when `to` is smaller) no story is posted: it waits until `to`. */
export const QuietHours = z.object({
  from: MinuteOfDay,
  to: MinuteOfDay,
  /** An IANA zone's name. */
  zone: z.string(),
});
export type QuietHours = z.infer<typeof QuietHours>;

/** One message for all stories of an hour, or of a day, instead of one for each. */
export const Digest = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hour') }),
  z.object({ every: z.literal('day'), at: MinuteOfDay, zone: z.string() }),
]);
export type Digest = z.infer<typeof Digest>;

/** What a channel's owner sets beside when the feed is read; each has a default. */
export const ChannelOptions = z.object({
  filters: Filters.prefault({}),
  /** The most stories that one reading posts; what is left out is said in the channel. */
  catchUp: z.number().int().min(1).max(100).default(20),
  quietHours: QuietHours.nullable().default(null),
  digest: Digest.nullable().default(null),
  language: Language.default('en'),
  /** The content line's wording, with placeholders such as "{headline}"; `null` for the usual one. */
  contentTemplate: z.string().min(1).max(500).nullable().default(null),
  /** A forum's tag for stories that none of its tags fits. */
  forumTagId: Snowflake.nullable().default(null),
});
export type ChannelOptions = z.infer<typeof ChannelOptions>;

export const defaultChannelOptions: ChannelOptions = ChannelOptions.parse({});
