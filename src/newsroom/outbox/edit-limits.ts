import { hourMs } from '../../core/time/duration.ts';

/**
 * Discord marks each edited message with "(edited)". So that readers see that mark at corrections, a
 * story's message is edited for its number of comments alone only so long after the number changed.
 * Any edit before that shows the new number too.
 */
export const countsWithinMs = 6 * hourMs;
