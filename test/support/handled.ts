import { vi } from 'vitest';
import type { LogLine } from './recording-log.ts';

/** Waits until the bot has done all of an interaction, also one whose answer is no message. */
export async function handled(
  log: readonly LogLine[],
  { interactionId }: { interactionId: string },
): Promise<void> {
  const isDone = ({ event, fields }: LogLine) =>
    event === 'interaction.handled' && fields.interactionId === interactionId;
  await vi.waitUntil(() => log.some(isDone), 60_000);
}
