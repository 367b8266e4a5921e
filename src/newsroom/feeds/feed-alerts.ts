import type { Feed } from '../../core/feed/feed.ts';
import type { Alert } from '../../core/moderation/alert.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { shownAddress } from '../../text/masked-url.ts';

/** For moderators: a feed fails. */
export function failureAlert({ url, errors, lastError, state }: Feed): Alert {
  return {
    kind: 'feed-failing',
    address: shownAddress(url),
    errors: state.throttled > 0 ? null : errors,
    reason: lastError ?? '',
  };
}

/** For moderators: a feed is paused. */
export function pauseAlert({ url, errors, lastError, state }: Feed, now: UnixMs): Alert {
  const address = shownAddress(url);
  if (state.paused === 'gone') return { kind: 'feed-gone', address };
  return {
    kind: 'feed-paused',
    address,
    errors,
    failingForMs: now - (state.failingSince ?? now),
    reason: lastError ?? '',
    refused: state.paused === 'refused',
  };
}
