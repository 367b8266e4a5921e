import { commentMarks, storyMarks } from './marked-text.ts';
import type { Fault, Shown, ShownMessage, TrialRecord } from './record.ts';

/** A fault that is put into what Discord shows, and which the check must find. */
export interface Planted {
  name: string;
  kind: Fault['kind'];
  /** `age`: the marks of the text get a version that is not the last one. */
  act: 'copy' | 'delete' | 'swap' | 'age' | 'unlock';
  /** The messages it is done to, none when there are none of this kind. */
  find: (shown: Shown, record: TrialRecord) => ShownMessage[];
}

type Is = (message: ShownMessage) => boolean;

const isStory: Is = ({ text }) => storyMarks(text).length > 0 && !text.includes('Withdrawn');
const isOpening: Is = ({ text }) => text.includes('Comments from the publisher’s site');
const isClosing: Is = ({ text }) => text.includes('The discussion has ended');
const isCard: Is = ({ text }) => /### Case \d+: /.test(text);

const firstStories =
  (type: string, count: number) =>
  ({ channels }: Shown): ShownMessage[] =>
    channels
      .filter(({ name }) => name.startsWith(type))
      .flatMap(({ stories }) => stories.filter(isStory).slice(0, count));

/** Threads of stories that their publisher has not withdrawn, with their story and channel. */
function threadsOf({ channels }: Shown, { stories }: TrialRecord) {
  return channels.flatMap((channel) =>
    channel.threads.flatMap((thread) => {
      const number = storyMarks(thread.name)[0]?.story;
      const story = stories.find((one) => one.number === number && !one.withdrawn);
      return story ? [{ channel, thread, story }] : [];
    }),
  );
}

const firstOpening = (shown: Shown, record: TrialRecord): ShownMessage[] =>
  threadsOf(shown, record)
    .flatMap(({ thread }) => thread.messages.filter(isOpening))
    .slice(0, 1);

const firstClosing = (shown: Shown, record: TrialRecord): ShownMessage[] =>
  threadsOf(shown, record)
    .filter(({ story, thread }) => story.discussion === 'closed' && thread.locked)
    .flatMap(({ thread }) => thread.messages.filter(isClosing))
    .slice(0, 1);

/** The messages of each comment that nobody removed, by thread. */
function commentsOf(shown: Shown, record: TrialRecord) {
  return threadsOf(shown, record).map(({ channel, thread, story }) =>
    story.comments
      .filter(({ rulings, withdrawn }) => !rulings.has(channel.id) && !withdrawn)
      .map((comment) => ({
        comment,
        messages: thread.messages.filter((message) => markOf(message) === comment.number),
      }))
      .filter(({ messages }) => messages.length > 0),
  );
}

const firstComment = (shown: Shown, record: TrialRecord): ShownMessage[] =>
  commentsOf(shown, record)
    .flat()
    .flatMap(({ messages }) => messages)
    .slice(0, 1);

/** Two comments of one message each that answer nothing: their order is that of their time. */
function siblings(shown: Shown, record: TrialRecord): ShownMessage[] {
  for (const comments of commentsOf(shown, record)) {
    const found = comments
      .filter(({ comment, messages }) => messages.length === 1 && comment.parent === null)
      .flatMap(({ messages }) => messages);
    if (found.length > 1) return found.slice(0, 2);
  }
  return [];
}

/** The first two messages of a long comment. */
const parts = (shown: Shown, record: TrialRecord): ShownMessage[] =>
  commentsOf(shown, record)
    .flat()
    .find(({ messages }) => messages.length > 1)
    ?.messages.slice(0, 2) ?? [];

const firstCard = ({ moderators }: Shown): ShownMessage[] => moderators.filter(isCard).slice(0, 1);

const markOf = ({ text }: ShownMessage) => commentMarks(text)[0]?.comment;

/** Nothing is put back after a deletion, so those come last, and what holds others last of all. */
export const planted: readonly Planted[] = [
  { name: 'a story twice', kind: 'doubled', act: 'copy', find: firstStories('text', 1) },
  { name: 'a forum post twice', kind: 'doubled', act: 'copy', find: firstStories('forum', 1) },
  { name: 'a comment twice', kind: 'doubled', act: 'copy', find: firstComment },
  { name: 'an opening notice twice', kind: 'doubled', act: 'copy', find: firstOpening },
  { name: 'a closing notice twice', kind: 'doubled', act: 'copy', find: firstClosing },
  { name: 'a card twice', kind: 'doubled', act: 'copy', find: firstCard },
  { name: 'two stories swapped', kind: 'swapped', act: 'swap', find: firstStories('text', 2) },
  { name: 'two comments swapped', kind: 'swapped', act: 'swap', find: siblings },
  { name: 'two parts of a comment swapped', kind: 'swapped', act: 'swap', find: parts },
  { name: 'an old headline', kind: 'stale', act: 'age', find: firstStories('announcement', 1) },
  { name: 'an old headline in a forum', kind: 'stale', act: 'age', find: firstStories('forum', 1) },
  { name: 'an old comment', kind: 'stale', act: 'age', find: firstComment },
  { name: 'an open thread', kind: 'unlocked', act: 'unlock', find: firstClosing },
  { name: 'a comment deleted', kind: 'lost', act: 'delete', find: firstComment },
  { name: 'an opening notice deleted', kind: 'lost', act: 'delete', find: firstOpening },
  { name: 'a closing notice deleted', kind: 'lost', act: 'delete', find: firstClosing },
  { name: 'a card deleted', kind: 'lost', act: 'delete', find: firstCard },
  { name: 'a story deleted', kind: 'lost', act: 'delete', find: firstStories('text', 1) },
  { name: 'a forum post deleted', kind: 'lost', act: 'delete', find: firstStories('forum', 1) },
];

/** The text with a version that is not its last. */
export const aged = (text: string): string =>
  text.replaceAll(/\b([sc]\d+v)(\d+)/g, (_, name: string, version: string) => `${name}${version}9`);
