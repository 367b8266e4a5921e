import type { Snowflake } from '../ids.ts';
import { dayMs, hourMs, type UnixMs } from '../time/duration.ts';
import { type Case, isRuled } from './case.ts';

/** A comment that was reported to its publisher is looked for there so long, also in a closed discussion. */
export const watchForMs = 14 * dayMs;
/** How often that is done once its discussion is closed: editors answer in hours, not minutes. */
export const watchEveryMs = 6 * hourMs;

/** The case after a moderator wrote to the publisher; `null` when somebody did so before. */
export function reportedToPublisher(current: Case, by: Snowflake, at: UnixMs): Case | null {
  if (current.publisherReport !== null) return null;
  return {
    ...current,
    version: current.version + 1,
    changedAt: isRuled(current) ? current.changedAt : at,
    publisherReport: { by, at, goneAt: null },
  };
}

/** True while the comment of a case is looked for at its publisher. */
export function isWatched({ publisherReport }: Pick<Case, 'publisherReport'>): boolean {
  return publisherReport !== null && publisherReport.goneAt === null;
}

/** The case after its comment was found deleted at its source; `null` when nobody reported it there. */
export function goneAtPublisher(current: Case, at: UnixMs): Case | null {
  const { publisherReport, version } = current;
  if (publisherReport === null || publisherReport.goneAt !== null) return null;
  return { ...current, version: version + 1, publisherReport: { ...publisherReport, goneAt: at } };
}
