import { postedAt } from '../../src/core/ids.ts';
import type { UnixMs } from '../../src/core/time/duration.ts';
import { checkComments } from './check-comments.ts';
import { closingSentence, storyMarks } from './marked-text.ts';
import type {
  Fault,
  Shown,
  ShownChannel,
  ShownMessage,
  ShownThread,
  StoryRecord,
} from './record.ts';
import type { TrialRecord } from './record.ts';
import { alertsOf, allowedBy, type Late } from './waits.ts';

/** How what Discord shows differs from what was published and ruled. */
export function check(record: TrialRecord, shown: Shown): Fault[] {
  return [
    ...shown.channels.flatMap((channel) =>
      checkChannel(record, channel, alertsOf(shown.moderators, channel.id)),
    ),
    ...checkCards(record, shown.moderators),
  ];
}

const newestOf = ({ text }: ShownMessage) =>
  storyMarks(text).toSorted((one, other) => other.version - one.version)[0];

function checkChannel({ stories }: TrialRecord, channel: ShownChannel, alerts: UnixMs[]): Fault[] {
  const faults: Fault[] = [];
  const where = `#${channel.name}`;
  const fault = (kind: Fault['kind'], what: string, ...messages: { id: string }[]) =>
    faults.push({ kind, what, where, messageIds: messages.map(({ id }) => id) });
  const byStory = new Map<number, ShownMessage[]>();
  const late: (Late & { what: string; messages: ShownMessage[] })[] = [];
  let before: { story: number; message: ShownMessage } | null = null;
  for (const message of channel.stories) {
    const mark = newestOf(message);
    if (!mark) continue;
    const copies = byStory.get(mark.story) ?? [];
    byStory.set(mark.story, [...copies, message]);
    if (copies.length > 0) continue;
    if (before && before.story > mark.story) {
      const story = stories.find(({ number }) => number === mark.story);
      const first = channel.stories.find((one) => (newestOf(one)?.story ?? 0) > mark.story);
      const messages = [before.message, message];
      const what = `story ${mark.story} after story ${before.story}`;
      late.push({
        what,
        messages,
        at: story?.at ?? 0,
        overtakenAt: postedAt((first ?? message).id),
      });
    }
    before = { story: mark.story, message };
  }
  const allowed = allowedBy(alerts, late);
  for (const one of late) {
    fault(allowed.has(one) ? 'overtaken' : 'swapped', one.what, ...one.messages);
  }
  for (const story of stories) {
    const messages = byStory.get(story.number) ?? [];
    const [message] = messages;
    if (messages.length > 1) fault('doubled', `story ${story.number}`, ...messages);
    if (!message) {
      if (!story.withdrawn) fault('lost', `story ${story.number}`);
      continue;
    }
    for (const one of messages) {
      const versions = storyMarks(one.text).map(({ version }) => version);
      const isCurrent = versions.every((version) => version === story.version);
      if (!story.withdrawn && !isCurrent) fault('stale', `story ${story.number}`, one);
      if (story.withdrawn && !one.text.includes('Withdrawn')) {
        fault('stale', `withdrawn story ${story.number}`, one);
      }
    }
    const threads = channel.threads.filter(({ id }) => messages.some((one) => one.id === id));
    for (const thread of threads) faults.push(...checkThread(story, channel, thread));
    const [thread] = threads;
    if (!thread && story.comments.some(({ withdrawn }) => !withdrawn) && !story.withdrawn) {
      fault('lost', `thread of story ${story.number}`, message);
    }
  }
  return faults;
}

const notices = {
  'opening notice': /Comments from the publisher’s site appear here/,
  'notice before the end': /This discussion (?:closes|stays open)/,
  'closing notice': /This discussion is now closed|The discussion has ended/,
};

function checkThread(story: StoryRecord, channel: ShownChannel, thread: ShownThread): Fault[] {
  const where = `#${channel.name}, thread of story ${story.number}, ${story.discussion}`;
  const faults = checkComments(story, thread, where);
  const counts = new Map<string, ShownMessage[]>();
  for (const message of thread.messages) {
    for (const [name, pattern] of Object.entries(notices)) {
      if (pattern.test(message.text)) counts.set(name, [...(counts.get(name) ?? []), message]);
    }
  }
  for (const [what, messages] of counts) {
    if (messages.length < 2) continue;
    const messageIds = messages.map(({ id }) => id);
    faults.push({ kind: 'doubled', what, where, messageIds });
  }
  const lost = (what: string) => faults.push({ kind: 'lost', what, where, messageIds: [] });
  if (story.withdrawn) return faults;
  if (!counts.has('opening notice') && thread.messages.length > 0) lost('opening notice');
  const isClosed = story.discussion === 'closed';
  const isOver = story.discussion === 'over' && counts.has('opening notice');
  if (!isClosed && !isOver) return faults;
  const closing = counts.get('closing notice') ?? [];
  if (closing.length === 0) lost('closing notice');
  for (const message of closing) {
    if (isOver || message.text.includes(closingSentence(story.number))) continue;
    faults.push({ kind: 'stale', what: 'closing notice', where, messageIds: [message.id] });
  }
  if (!thread.locked) faults.push({ kind: 'unlocked', what: 'thread', where, messageIds: [] });
  return faults;
}

function checkCards({ cases }: TrialRecord, messages: readonly ShownMessage[]): Fault[] {
  const where = '#moderators';
  const cards = new Map<number, string[]>();
  for (const { id, text } of messages) {
    const number = /### Case (\d+): /.exec(text)?.[1];
    if (!number) continue;
    cards.set(Number(number), [...(cards.get(Number(number)) ?? []), id]);
  }
  const faults: Fault[] = [];
  for (const [number, messageIds] of cards) {
    if (messageIds.length > 1) {
      faults.push({ kind: 'doubled', what: `card of case ${number}`, where, messageIds });
    }
  }
  for (const number of cases) {
    if (cards.has(number)) continue;
    faults.push({ kind: 'lost', what: `card of case ${number}`, where, messageIds: [] });
  }
  return faults;
}
