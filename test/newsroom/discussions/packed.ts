import type { Message } from '../../../src/preview/discord/index.ts';
import type { StoryScript } from '../../../src/preview/newspaper/edition.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory } from '../../support/editions.ts';
import type { Newsroom } from '../../support/newsroom.ts';

// Messages with many comments, as readers see them.

interface Shown {
  type: number;
  content?: string;
  custom_id?: string;
  disabled?: boolean;
  components?: Shown[];
  accessory?: Shown;
}

/** The thread's messages with many comments, oldest first. */
export function packs(newsroom: Newsroom): Message[] {
  const [thread] = newsroom.threads();
  return newsroom.messages(thread?.id).filter(({ flags }) => (flags & (1 << 15)) !== 0);
}

/** A packed message's texts: its heading, then one text a comment. */
export function texts({ components }: Pick<Message, 'components'>): string[] {
  return (components as Shown[]).map(
    ({ content, components: inner }) => content ?? inner?.[0]?.content ?? '',
  );
}

/** The report buttons beside the comments of a packed message. */
export function reportButtons({ components }: Pick<Message, 'components'>): Shown[] {
  return (components as Shown[]).flatMap(({ accessory }) => accessory ?? []);
}

/** Everything that the thread shows of comments, packed or not. */
export function shownText(newsroom: Newsroom): string {
  const [thread] = newsroom.threads();
  return newsroom
    .messages(thread?.id)
    .map((message) => [message.content, ...texts(message)].join('\n'))
    .join('\n');
}

/** So many comments, a minute apart; each third one answers the one before. */
export function history(count: number, text = (n: number) => `Remark ${n}, on the old pier.`) {
  return Array.from({ length: count }, (_, index): StoryScript['comments'][number] => ({
    id: `c${index + 1}`,
    at: -(count - index) * minuteMs,
    author: `Reader ${index + 1}`,
    text: text(index + 1),
    ...(index % 3 === 2 && { inReplyTo: `c${index}` }),
  }));
}

/** A paper whose comment feeds have all comments. */
export function aLongFeed(...stories: Parameters<typeof anEdition>) {
  const edition = anEdition(...stories);
  return { ...edition, paper: { ...edition.paper, commentsPerFeed: 1_000 } };
}

/** A paper with one story that so many comments were written on before it is followed. */
export function withHistoryOf(count: number, text?: (n: number) => string) {
  return aLongFeed(aStory({ at: -10 * hourMs, comments: history(count, text) }));
}

/** The numbers of the remarks that the thread shows, in its order. */
export function remarks(newsroom: Newsroom): number[] {
  return [...shownText(newsroom).matchAll(/Remark (\d+),/gu)].map(([, n]) => Number(n));
}

/** 1 to `count`. */
export const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
