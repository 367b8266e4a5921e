import type { Change, LocalDiscord, Message } from './discord/index.ts';
import { secondMs } from '../core/time/duration.ts';
import { demoCast } from './newspaper/demo/edition.ts';
import type { DemoServer } from './demo-server.ts';
import type { Visitors } from './page/index.ts';

/** People read before they act: a visitor can follow, too. */
const reportPauseMs = 5 * secondMs;
const rulingPauseMs = 8 * secondMs;

export interface Surroundings {
  visitors: Visitors;
  pause: (ms: number) => Promise<void>;
  /** Gets what went wrong; the demo goes on without it. */
  failed: (error: unknown) => void;
  /** Aborted when the preview ends: after that nobody acts. */
  signal: AbortSignal;
}

/**
 * The demo's people at their keyboards. Theo reports the comment of the script that breaks the house
 * rules; the moderator removes it, unless a visitor is the moderator: then the case is theirs. Nobody
 * acts on any other comment or case. They use what any visitor of the page can use.
 */
export function actAsDemoUsers(demo: DemoServer, surroundings: Surroundings): () => void {
  const { discord } = demo;
  const { failed } = surroundings;
  const seen = new Set<string>();
  return discord.subscribe((change) => {
    const message = newMessage(discord, change);
    if (!message || seen.has(message.id) || !isAboutRudeComment(demo, message)) return;
    seen.add(message.id);
    if (message.channel_id === demo.moderatorsChannelId) {
      rulesOnCase(demo, message, surroundings).catch(failed);
    } else if (hasButton(message, 'report:')) {
      reports(demo, message, surroundings).catch(failed);
    }
  });
}

function newMessage(discord: LocalDiscord, { name, channelId, data }: Change): Message | null {
  if (name !== 'MESSAGE_CREATE' || !channelId || typeof data['id'] !== 'string') return null;
  return discord.message(channelId, data['id']);
}

/** Both the mirrored comment and the card of a case on it link to the comment on the paper's page. */
function isAboutRudeComment({ paper }: DemoServer, { components }: Message): boolean {
  const address = paper?.commentUrl(demoCast.livelyStory, demoCast.rudeComment);
  return address !== undefined && JSON.stringify(components).includes(`"${address}"`);
}

function hasButton({ components }: Message, start: string): boolean {
  return JSON.stringify(components).includes(`"custom_id":"${start}`);
}

async function reports(
  { discord, reporter }: DemoServer,
  { id, channel_id: channelId }: Message,
  { pause, signal }: Surroundings,
): Promise<void> {
  await pause(reportPauseMs);
  if (signal.aborted || !discord.message(channelId, id)) return;
  const actor = discord.actor(reporter.id).at(channelId);
  const asked = await actor.click(id, 'Report as abuse');
  await actor.submitModal(asked, { reason: 'abuse', details: 'Name-calling' });
}

async function rulesOnCase(
  { discord, moderator }: DemoServer,
  { id, channel_id: channelId }: Message,
  { pause, visitors, signal }: Surroundings,
): Promise<void> {
  do {
    await visitors.untilGone(moderator.id);
    await pause(rulingPauseMs);
  } while (visitors.isHere(moderator.id));
  const card = discord.message(channelId, id);
  if (signal.aborted || !card || !isOpen(card)) return;
  const actor = discord.actor(moderator.id).at(channelId);
  const answer = await (await actor.click(id, 'Remove')).settled();
  // Asked before a member's message is deleted; it was flagged by the moderator themselves.
  if (answer && answer.components.length > 0) await actor.click(answer.id, 'Delete the message');
}

/** Whether a case can still be ruled on: a visitor may have been the moderator for a while. */
const isOpen = ({ components }: Message) => JSON.stringify(components).includes('"label":"Remove"');
