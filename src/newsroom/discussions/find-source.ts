import type { Discussion } from '../../core/discussion/discussion.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Story } from '../../core/story/story.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { sourceNamed } from '../../sources/index.ts';
import type { Ports } from '../ports.ts';
import { look } from './look.ts';

/** The discussion with its comment source, if one is found now. Looks again in a minute otherwise. */
export async function withSource(
  ports: Ports,
  discussion: Discussion,
  story: Story,
  settings: SubscriptionSettings['comments'],
  signal: AbortSignal,
): Promise<Discussion> {
  if (discussion.source) return discussion;
  const clues = { story, settings };
  const found = await look(
    ports,
    { validators: {}, livelyMs: 0 },
    (answers) => ports.parsers.findComments(clues, answers, signal),
    signal,
  );
  const now = ports.clock.now();
  switch (found.outcome) {
    case 'done': {
      const { result: source } = found;
      const nextPoll = source ? discussion.nextPoll : now + minuteMs;
      return { ...discussion, source, pollErrors: 0, lastError: null, nextPoll };
    }
    case 'later':
      return { ...discussion, lastError: found.reason, nextPoll: found.at };
    case 'failed': {
      const pollErrors = discussion.pollErrors + 1;
      const waitMs = Math.min(hourMs, minuteMs * 2 ** Math.min(pollErrors, 8));
      const nextPoll = now + Math.max(waitMs, found.retryAfterMs ?? 0);
      return { ...discussion, pollErrors, lastError: found.error, nextPoll };
    }
    default:
      return found satisfies never;
  }
}

/** How people call a discussion's comment source; `null` when it has none. */
export function sourceLabel({ source }: Discussion): string | null {
  return source && (sourceNamed(source.name)?.label ?? source.name);
}
