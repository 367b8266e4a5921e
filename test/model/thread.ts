import type { LocalDiscord, Message } from '../../src/preview/discord/index.ts';
import { labelsIn } from '../../src/render/labels/index.ts';

/** A paragraph of a comment in a thread. */
export interface ShownParagraph {
  writing: number;
  paragraph: number;
  messageId: string;
}

/** What a thread holds of comments, in the order in which readers see it. */
export interface ShownThread {
  paragraphs: ShownParagraph[];
  /** In place of deleted comments. */
  placeholders: number;
  /** Texts that go on at their site: a long one in a packed message is cut. */
  cuts: number;
  /** Buttons that report a comment: one for each. */
  reportButtons: number;
}

const marks = /\bw(\d{1,9})p(\d{1,9})\b/gu;

/** The comments of a thread, whether each is a message of its own or many stand in one. */
export function readThread(discord: LocalDiscord, threadId: string, botId: string): ShownThread {
  const shown: ShownThread = { paragraphs: [], placeholders: 0, cuts: 0, reportButtons: 0 };
  const { deleted: placeholder, continues } = labelsIn('en').comment;
  for (const message of discord.messages(threadId)) {
    if (message.author.id !== botId || (message.type !== 0 && message.type !== 19)) continue;
    const text = textOf(message);
    for (const [, writing, paragraph] of text.matchAll(marks)) {
      const messageId = message.id;
      shown.paragraphs.push({ writing: Number(writing), paragraph: Number(paragraph), messageId });
    }
    shown.placeholders += text.split(placeholder).length - 1;
    shown.cuts += text.split(continues).length - 1;
    shown.reportButtons += JSON.stringify(message.components).split('"report:').length - 1;
  }
  return shown;
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
