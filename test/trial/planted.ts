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

const isComment: Is = ({ text }) => commentMarks(text).length > 0;
const isStory: Is = ({ text }) => storyMarks(text).length > 0 && !text.includes('Withdrawn');
const isOpening: Is = ({ text }) => text.includes('Comments from the publisher’s site');
const isClosing: Is = ({ text }) => text.includes('The discussion has ended');
const isCard: Is = ({ text }) => /\bCase \d+: (?:open|upheld|dismissed)/.test(text);

const firstStories =
  (type: string, count: number) =>
  ({ channels }: Shown): ShownMessage[] =>
    channels
      .filter(({ name }) => name.startsWith(type))
      .flatMap(({ stories }) => stories.filter(isStory).slice(0, count));

/** From the threads of stories that their publisher has not withdrawn. */
const first =
  (is: Is) =>
  ({ channels }: Shown, { stories }: TrialRecord): ShownMessage[] =>
    channels
      .flatMap((channel) => channel.threads)
      .filter(({ name }) =>
        stories.some(
          ({ number, withdrawn }) => number === storyMarks(name)[0]?.story && !withdrawn,
        ),
      )
      .flatMap(({ messages }) => messages)
      .filter(is)
      .slice(0, 1);

const firstCard = ({ moderators }: Shown): ShownMessage[] => moderators.filter(isCard).slice(0, 1);

/** Two short comments that answer nothing: their order is that of their time. */
function siblings({ channels }: Shown, { stories }: TrialRecord): ShownMessage[] {
  for (const story of stories.filter(({ withdrawn }) => !withdrawn)) {
    for (const { id, threads } of channels) {
      for (const { messages } of threads) {
        const [one, other] = story.comments
          .filter(({ rulings, withdrawn }) => !rulings.has(id) && !withdrawn)
          .filter(({ marks, parent }) => marks <= 3 && parent === null)
          .flatMap(({ number }) => messages.filter((message) => markOf(message) === number));
        if (one && other) return [one, other];
      }
    }
  }
  return [];
}

/** The first two messages of a long comment. */
function parts(shown: Shown, record: TrialRecord): ShownMessage[] {
  for (const message of shown.channels
    .flatMap(({ threads }) => threads)
    .flatMap(({ messages }) => messages)) {
    const comment = markOf(message);
    const found = first((one) => one.id === message.id)(shown, record);
    if (comment === undefined || found.length === 0) continue;
    const all = shown.channels
      .flatMap(({ threads }) => threads)
      .find(({ messages }) => messages.includes(message))
      ?.messages.filter((one) => markOf(one) === comment);
    if (all && all.length > 1) return all.slice(0, 2);
  }
  return [];
}

const markOf = ({ text }: ShownMessage) => commentMarks(text)[0]?.comment;

const inLockedThread = (shown: Shown, record: TrialRecord): ShownMessage[] => {
  const locked = shown.channels.flatMap(({ threads }) => threads.filter((thread) => thread.locked));
  const ids = new Set(locked.flatMap(({ messages }) => messages.map(({ id }) => id)));
  return first((message) => isClosing(message) && ids.has(message.id))(shown, record);
};

/** The last ones leave the messages that the earlier ones look for. */
export const planted: readonly Planted[] = [
  { name: 'a story twice', kind: 'doubled', act: 'copy', find: firstStories('text', 1) },
  { name: 'a forum post twice', kind: 'doubled', act: 'copy', find: firstStories('forum', 1) },
  { name: 'a comment twice', kind: 'doubled', act: 'copy', find: first(isComment) },
  { name: 'an opening notice twice', kind: 'doubled', act: 'copy', find: first(isOpening) },
  { name: 'a closing notice twice', kind: 'doubled', act: 'copy', find: first(isClosing) },
  { name: 'a card twice', kind: 'doubled', act: 'copy', find: firstCard },
  { name: 'two stories swapped', kind: 'swapped', act: 'swap', find: firstStories('text', 2) },
  { name: 'two comments swapped', kind: 'swapped', act: 'swap', find: siblings },
  { name: 'two parts of a comment swapped', kind: 'swapped', act: 'swap', find: parts },
  { name: 'an old headline', kind: 'stale', act: 'age', find: firstStories('announcement', 1) },
  { name: 'an old headline in a forum', kind: 'stale', act: 'age', find: firstStories('forum', 1) },
  { name: 'an old comment', kind: 'stale', act: 'age', find: first(isComment) },
  { name: 'an open thread', kind: 'unlocked', act: 'unlock', find: inLockedThread },
  { name: 'a story deleted', kind: 'lost', act: 'delete', find: firstStories('text', 1) },
  { name: 'a forum post deleted', kind: 'lost', act: 'delete', find: firstStories('forum', 1) },
  { name: 'a comment deleted', kind: 'lost', act: 'delete', find: first(isComment) },
  { name: 'an opening notice deleted', kind: 'lost', act: 'delete', find: first(isOpening) },
  { name: 'a closing notice deleted', kind: 'lost', act: 'delete', find: first(isClosing) },
  { name: 'a card deleted', kind: 'lost', act: 'delete', find: firstCard },
];

/** The text with a version that is not its last. */
export const aged = (text: string): string =>
  text.replaceAll(/\b([sc]\d+v)(\d+)/g, (_, name: string, version: string) => `${name}${version}9`);
