import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import { onMessagesDeleted } from '../../src/newsroom/discussions/discord-events.ts';
import type { Random } from '../support/random.ts';
import { named, type Stage, type Step } from './play.ts';

const calls = [
  'POST /channels/:id/messages',
  'PATCH /channels/:id/messages/:message',
  'DELETE /channels/:id/messages/:message',
  'PATCH /channels/:id',
  'GET /channels/:id/messages',
  'POST /channels/:id/messages/:message/threads',
];

const webhookCalls = [
  'POST /webhooks/:webhook/:token',
  'PATCH /webhooks/:webhook/:token/messages/:message',
  'DELETE /webhooks/:webhook/:token/messages/:message',
  'POST /channels/:id/webhooks',
  'GET /channels/:id/webhooks',
];

function aCall(random: Random, personas: boolean): { pattern: string; when: 'before' | 'after' } {
  const pattern = random.pick(personas ? [...calls, ...webhookCalls] : calls) ?? '';
  return { pattern, when: random.chance(0.5) ? 'after' : 'before' };
}

function faultyCall({ newsroom, random }: Stage, personas: boolean): string {
  const { pattern, when } = aCall(random, personas);
  const status = random.pick([500, 502, 'drop'] as const) ?? 500;
  const count = random.whole(1, 2);
  newsroom.discord.faults.failNext(pattern, { status, when, count });
  return `${status} ${when} ${pattern}`;
}

/** What passes, fails and ends between the bot and Discord, and what people do there with threads. */
export const discordSteps: readonly Step[] = [
  [
    16,
    'minutes',
    async (_, { newsroom, random }) => {
      const minutes = random.whole(1, 8);
      await newsroom.later(minutes * minuteMs);
      return String(minutes);
    },
  ],
  [
    1,
    'hours',
    async (_, { newsroom, random }) => {
      const hours = random.whole(1, 3);
      for (let turn = 0; turn < 3; turn += 1) await newsroom.later((hours * hourMs) / 3);
      return String(hours);
    },
  ],
  [6, 'discord', (play, stage) => faultyCall(stage, play.personas)],
  [
    1,
    'limited',
    (play, { newsroom }) => {
      const pattern = play.personas
        ? 'POST /webhooks/:webhook/:token'
        : 'POST /channels/:id/messages';
      newsroom.discord.faults.rateLimitNext(pattern, 0.01);
      return '';
    },
  ],
  [
    0.6,
    'restart',
    async (play) => {
      await play.restart();
      return '';
    },
  ],
  [
    2,
    'death',
    (play, { random }) => {
      const { pattern, when } = aCall(random, play.personas);
      return play.dieAt(pattern, when) ? `${when} ${pattern}` : null;
    },
  ],
  [0.6, 'lock', (play) => play.lock(play.story(), true)],
  [1, 'unlock', (play) => play.lock(play.story(), false)],
  [
    0.5,
    'delete by hand',
    async (play, { newsroom, model, random }) => {
      const story = play.story();
      const shown = play.read(story)?.paragraphs ?? [];
      const paragraph = random.pick(shown);
      if (!paragraph) return null;
      const inIt = shown.filter(({ messageId }) => messageId === paragraph.messageId);
      const writings = new Set(inIt.map(({ writing }) => writing));
      const same = story.comments.filter(({ writing, earlierWritings }) =>
        [writing, ...earlierWritings].some((one) => writings.has(one)),
      );
      if (same.length === 0) return null;
      newsroom.discord.actor(newsroom.moderator).deleteMessage(paragraph.messageId);
      await onMessagesDeleted(newsroom.bot.ports, [paragraph.messageId]);
      // What was hidden in it, or to come back in it, went with it.
      for (const comment of story.comments) {
        if (!same.includes(comment) && model.isVisible(comment)) continue;
        comment.isDeletedByHand = true;
        // Its other messages may be those of an edit, which came later.
        comment.mayBeLate = true;
      }
      return named(story, same[0] ?? null);
    },
  ],
  [
    0.3,
    'webhook deleted',
    (_, { newsroom, model }) => {
      const [webhook] = newsroom.discord.webhooks(newsroom.news);
      if (!webhook) return null;
      newsroom.discord.deleteWebhook(webhook.id);
      // What it posted can only be replaced, at the end.
      for (const { comments } of model.stories) {
        for (const comment of comments) comment.mayBeLate = true;
      }
      return '';
    },
  ],
  [
    1,
    'clock',
    (_, { skew, random }) => {
      skew.ms = random.chance(0.5) ? 0 : random.whole(-10, 10) * minuteMs + random.below(secondMs);
      return `${skew.ms} ms`;
    },
  ],
];
