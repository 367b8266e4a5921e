import { z } from 'zod';
import { UnixMs } from '../time/duration.ts';

/** A hub that tells of a feed's news (WebSub, section 4), and the feed's address as the hub knows it. */
export const HubLink = z.object({ hub: z.string(), topic: z.string() });
export type HubLink = z.infer<typeof HubLink>;

/** What was asked of a hub for one feed. `secret` and `token` are never displayed or logged. */
export const HubSubscription = HubLink.extend({
  /** With it the hub signs what it sends. */
  secret: z.string(),
  /** The end of the callback's path: nobody but the hub knows it. */
  token: z.string(),
  askedAt: UnixMs,
  /** Until when the hub tells of news; `null` before it has confirmed, or after it refused. */
  until: UnixMs.nullable(),
});
export type HubSubscription = z.infer<typeof HubSubscription>;
