import type { Discussion, DiscussionSource } from '../../core/discussion/discussion.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Story } from '../../core/story/story.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { type Clues, keyedOrigins } from '../../sources/index.ts';
import type { Ports } from '../ports.ts';
import { look, type Look } from './look.ts';

/**
 * The discussion with its comment source, if one is found now. Looks again in a minute otherwise, then
 * less and less often: a look may ask servers. What the feed's settings name replaces what was found
 * before they were changed.
 */
export async function withSource(
  ports: Ports,
  discussion: Discussion,
  story: Story,
  settings: SubscriptionSettings['comments'],
  signal: AbortSignal,
): Promise<Discussion> {
  if (discussion.source && !isOutdated(discussion.source, settings)) return discussion;
  const found = await lookForSource(ports, { story, settings }, signal);
  const now = ports.clock.now();
  switch (found.outcome) {
    case 'done': {
      const { result: source } = found;
      if (discussion.source && (source === null || isSame(source, discussion.source))) {
        return discussion;
      }
      const ageMs = now - (discussion.changedAt ?? discussion.anchor);
      const waitMs = Math.min(hourMs, Math.max(minuteMs, ageMs / 2));
      const nextPoll = source ? discussion.nextPoll : now + Math.round(waitMs);
      return { ...discussion, source, replaced: null, pollErrors: 0, lastError: null, nextPoll };
    }
    case 'later':
      if (discussion.source) return discussion;
      return { ...discussion, lastError: found.reason, nextPoll: found.at };
    case 'failed': {
      if (discussion.source) return discussion;
      const pollErrors = discussion.pollErrors + 1;
      const waitMs = Math.min(hourMs, minuteMs * 2 ** Math.min(pollErrors, 8));
      const nextPoll = now + Math.max(waitMs, found.retryAfterMs ?? 0);
      return { ...discussion, pollErrors, lastError: found.error, nextPoll };
    }
    default:
      return found satisfies never;
  }
}

/** Looking again may cost requests, but for selectors, which are compared with those that are used. */
function isOutdated(
  { name }: DiscussionSource,
  { source, selectors }: SubscriptionSettings['comments'],
): boolean {
  return selectors !== null || (source !== 'auto' && source !== name);
}

function isSame(one: DiscussionSource, other: DiscussionSource): boolean {
  return one.name === other.name && JSON.stringify(one.ref) === JSON.stringify(other.ref);
}

/** Looks for the source of a story's comments. */
export function lookForSource(
  ports: Ports,
  clues: Clues,
  signal: AbortSignal,
): Promise<Look<DiscussionSource | null>> {
  const known = { validators: {}, livelyMs: 0 };
  const origins = keyedOrigins(ports.keys);
  return look(
    ports,
    known,
    (answers) => ports.parsers.findComments({ ...clues, keyedOrigins: origins }, answers, signal),
    signal,
  );
}
