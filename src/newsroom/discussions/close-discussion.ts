import { isEnding } from '../../core/discussion/discussion.ts';
import type { DiscussionId, Snowflake } from '../../core/ids.ts';
import { requestError } from '../../render/index.ts';
import type { Ports } from '../ports.ts';
import { setOverride } from './moderator-override.ts';

/** Closes a discussion by a moderator's word. @throws RequestError when it is closed, or over */
export async function closeDiscussion(
  ports: Ports,
  id: DiscussionId,
  by: Snowflake,
): Promise<void> {
  const decide = ({ discussion }: Parameters<Parameters<typeof setOverride>[2]>[0]) => {
    if (isEnding(discussion)) throw requestError(({ flags }) => flags.acts.ended);
    return { kind: 'closed' as const };
  };
  await setOverride(ports, id, decide, by);
}
