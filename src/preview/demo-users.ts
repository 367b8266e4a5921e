import type { Change, LocalDiscord, Message } from './discord/index.ts';
import { secondMs } from '../core/time/duration.ts';
import { demoCast } from './newspaper/demo/edition.ts';
import type { DemoUser, DemoServer } from './demo-server.ts';

/** People read before they act: a visitor can follow, too. */
const reportPauseMs = 5 * secondMs;
const rulingPauseMs = 8 * secondMs;

/** So much of a comment's beginning is enough to know it by. */
const openingLength = 24;

/**
 * The demo's people at their keyboards: the reader reports the rude comment once it appears, the
 * moderator rules on its case. They use what any visitor of the page can use. `failed` gets what
 * went wrong; the demo goes on without them.
 */
export function actAsDemoUsers(
  demo: DemoServer,
  pause: (ms: number) => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  const { discord } = demo;
  const done = new Set<string>();
  return discord.subscribe((change) => {
    const message = newMessage(discord, change);
    if (!message || done.has(message.id)) return;
    if (message.channel_id === demo.moderatorsChannelId) {
      done.add(message.id);
      pause(rulingPauseMs)
        .then(() => rulesOnCase(discord, demo.moderator, message))
        .catch(failed);
    } else if (isRude(demo, message)) {
      done.add(message.id);
      pause(reportPauseMs)
        .then(() => reports(discord, demo.reader, message))
        .catch(failed);
    }
  });
}

function newMessage(discord: LocalDiscord, { name, channelId, data }: Change): Message | null {
  if (name !== 'MESSAGE_CREATE' || !channelId || typeof data['id'] !== 'string') return null;
  return discord.message(channelId, data['id']);
}

/** Whether a message mirrors the comment that breaks the house rules. */
function isRude({ paper }: DemoServer, { content, components }: Message): boolean {
  const comments = paper?.stories().flatMap((story) => story.comments) ?? [];
  const rude = comments.find(({ id }) => id === demoCast.rudeComment);
  if (!rude || !content.includes(rude.text.slice(0, openingLength))) return false;
  return JSON.stringify(components).includes('"report:');
}

async function reports(discord: LocalDiscord, reader: DemoUser, message: Message): Promise<void> {
  const actor = discord.actor(reader.id).at(message.channel_id);
  const asked = await actor.click(message, 'Report as abuse');
  await actor.submitModal(asked, { reason: 'abuse', details: 'Name-calling' });
}

async function rulesOnCase(discord: LocalDiscord, { id }: DemoUser, card: Message): Promise<void> {
  await discord.actor(id).at(card.channel_id).click(card, 'Remove');
}
