import type { LocalDiscord, Message } from '../../src/preview/discord/index.ts';
import { labelsIn } from '../../src/render/labels/index.ts';

/** A paragraph of a comment in a thread. */
export interface ShownParagraph {
  writing: number;
  paragraph: number;
  messageId: string;
  /** The name above a webhook's message; `null` above one of the bot's. */
  name: string | null;
}

/** What stands in place of a comment. */
export const placeholders = ['deleted', 'removed', 'muted', 'underReview'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What a thread holds of comments, in the order in which readers see it. */
export interface ShownThread {
  paragraphs: ShownParagraph[];
  placeholders: Record<Placeholder, number>;
  /** Texts that go on at their site: a long one in a packed message is cut. */
  cuts: number;
  /** Buttons that report a comment: one for each. */
  reportButtons: number;
}

const marks = /\bw(\d{1,9})p(\d{1,9})\b/gu;

/** The comments of a thread, whether each is a message of its own or many stand in one. */
export function readThread(discord: LocalDiscord, threadId: string, botId: string): ShownThread {
  const { comment: labels } = labelsIn('en');
  const shown: ShownThread = {
    paragraphs: [],
    placeholders: { deleted: 0, removed: 0, muted: 0, underReview: 0 },
    cuts: 0,
    reportButtons: 0,
  };
  for (const message of discord.messages(threadId)) {
    const { id: messageId, author, webhook_id: webhookId } = message;
    if (author.id !== botId && webhookId === undefined) continue;
    if (message.type !== 0 && message.type !== 19) continue;
    const text = textOf(message);
    const name = webhookId === undefined ? null : author.username;
    for (const [, writing, paragraph] of text.matchAll(marks)) {
      const numbers = { writing: Number(writing), paragraph: Number(paragraph) };
      shown.paragraphs.push({ ...numbers, messageId, name });
    }
    for (const kind of placeholders) shown.placeholders[kind] += count(text, labels[kind]);
    shown.cuts += count(text, labels.continues);
    shown.reportButtons += count(JSON.stringify(message.components), '"report:');
  }
  return shown;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function textOf({ content, components }: Message): string {
  return [content, ...textsIn(components)].join('\n');
}

function textsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const { content, components: below } = component as { content?: unknown; components?: unknown };
    const own = typeof content === 'string' ? [content] : [];
    return Array.isArray(below) ? [...own, ...textsIn(below)] : own;
  });
}
