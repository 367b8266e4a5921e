import type { Snowflake } from '../../core/ids.ts';
import type { Ports } from '../ports.ts';

/** Does what Discord refuses in an archived thread: opens it, and archives it again afterwards. */
export async function inArchivedThread(
  { discord }: Pick<Ports, 'discord'>,
  threadId: Snowflake,
  reason: string,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await discord.setThread(threadId, { archived: false }, reason, signal);
  try {
    await work();
  } finally {
    await discord.setThread(threadId, { archived: true }, reason, signal);
  }
}
