import { DiscordRefusal, errorText } from '../../core/errors.ts';
import { defaultSubscriptionSettings, type Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { dayMs } from '../../core/time/duration.ts';
import { threadName } from '../../render/index.ts';
import type { Ports } from '../ports.ts';
import { inArchivedThread } from './archived-thread.ts';

/** How long after a correction a thread is renamed. */
const renameForMs = dayMs;

/**
 * Renames a story's thread, or its forum post, after its headline was corrected. Only for a day, so
 * that a name that a moderator gave stays. A thread that Discord refuses to rename keeps its name. One
 * that is archived is archived again. `story` is `null` for a message of another kind.
 * @throws DiscordRefusal for what may succeed later
 */
export async function renameCorrected(
  { discord, clock, log }: Pick<Ports, 'discord' | 'clock' | 'log'>,
  { story, subscription }: { story: StoredStory | null; subscription: Subscription | null },
  threadId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  if (!story?.correctedAt || clock.now() - story.correctedAt > renameForMs) return;
  const { language } = subscription?.settings ?? defaultSubscriptionSettings;
  const name = threadName(story.story, language);
  try {
    const thread = await discord.channel(threadId, signal);
    if (thread && thread.name !== name) await rename({ discord }, threadId, name, signal);
  } catch (error) {
    if (signal.aborted || !isFinal(error)) throw error;
    log.info({ threadId, error: errorText(error) }, 'thread.not-renamed');
  }
}

async function rename(
  { discord }: Pick<Ports, 'discord'>,
  threadId: Snowflake,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const work = () => discord.renameThread(threadId, name, signal);
  const state = await discord.threadState(threadId, signal);
  if (!state?.archived) return work();
  return inArchivedThread({ discord }, threadId, 'The headline was corrected', work, signal);
}

/** Discord would refuse it again. */
function isFinal(error: unknown): boolean {
  return error instanceof DiscordRefusal && error.kind !== 'passing';
}
