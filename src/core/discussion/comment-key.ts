import { shortHash } from '../../text/hash.ts';
import type { DiscussionId } from '../ids.ts';

/**
 * The key of a new comment. Comments that were stored before version 5 of the schema have keys without
 * a source. Stored: a change of it loses what is stored under it.
 */
export const commentKey = (discussion: DiscussionId, source: string, sourceId: string) =>
  shortHash(`comment:${discussion}:${source}:${sourceId}`);
