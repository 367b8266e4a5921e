import { z } from 'zod';
import { Snowflake } from '../ids.ts';

/** Languages of a message's labels, such as "Read the story" and "Corrected" (BCP 47). */
export const Language = z.enum(['en', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt']);
export type Language = z.infer<typeof Language>;

const Words = z.array(z.string().min(1).max(100)).max(50).default([]);

/**
 * What a filter compares with a story. Each entry is a word or phrase that matches whole words,
 * without case and accents; one that ends in "*" matches the start of a word. Never a regular
 * expression.
 */
export const Criteria = z.object({
  /** In the headline or the summary. */
  words: Words,
  topics: Words,
  authors: Words,
});
export type Criteria = z.infer<typeof Criteria>;

/**
 * Which of a feed's stories a channel gets: those that match any entry of `include` (all stories
 * when it is empty) and no entry of `exclude`.
 */
export const Filters = z.object({
  include: Criteria.prefault({}),
  exclude: Criteria.prefault({}),
});
export type Filters = z.infer<typeof Filters>;

/** Minutes after midnight, 0 to 1439. */
const MinuteOfDay = z.number().int().min(0).max(1439);

/** Stories are not posted between `from` and `to` (past midnight when `to` is smaller), but at `to`. */
export const QuietHours = z.object({
  from: MinuteOfDay,
  to: MinuteOfDay,
  /** IANA time zone name. */
  zone: z.string(),
});
export type QuietHours = z.infer<typeof QuietHours>;

/** One message for all stories of an hour or a day, instead of one message for each story. */
export const Digest = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hour') }),
  z.object({ every: z.literal('day'), at: MinuteOfDay, zone: z.string() }),
]);
export type Digest = z.infer<typeof Digest>;

/** Settings of a channel that have a default. */
export const ChannelOptions = z.object({
  filters: Filters.prefault({}),
  /** Most stories posted after one poll; a message in the channel names the skipped ones. */
  catchUp: z.number().int().min(1).max(100).default(20),
  quietHours: QuietHours.nullable().default(null),
  digest: Digest.nullable().default(null),
  language: Language.default('en'),
  /** Template of the content line, with placeholders such as "{headline}"; `null` for the default. */
  contentTemplate: z.string().min(1).max(500).nullable().default(null),
  /** The forum tag for stories without a matching tag. */
  forumTagId: Snowflake.nullable().default(null),
});
export type ChannelOptions = z.infer<typeof ChannelOptions>;

export const defaultChannelOptions: ChannelOptions = ChannelOptions.parse({});
