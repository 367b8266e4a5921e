import { expect, test } from 'vitest';
import { postedAt } from '../../src/core/ids.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { timestamp } from '../../src/render/index.ts';
import { check } from './check.ts';
import { closingSentence, commentText, headline } from './marked-text.ts';
import { aged, type Planted, planted } from './planted.ts';
import { allowedBy } from './waits.ts';
import type { Shown, ShownChannel, ShownMessage, StoryRecord, TrialRecord } from './record.ts';

const channels = ['text-news', 'announcement-news', 'forum-news'];

function aRecord(): TrialRecord {
  const comment = (number: number, marks: number, parent: number | null = null) => {
    const rulings: StoryRecord['comments'][number]['rulings'] = new Map();
    return { number, id: `c${number}`, version: 1, marks, parent, withdrawn: false, rulings };
  };
  const story = (number: number, comments: StoryRecord['comments']): StoryRecord => {
    const discussion = number === 1 ? 'closed' : 'open';
    return {
      number,
      slug: `s${number}`,
      version: 2,
      withdrawn: false,
      comments,
      at: 0,
      discussion,
    };
  };
  const first = story(1, [comment(1, 2), comment(2, 4), comment(3, 1), comment(4, 1, 1)]);
  return { stories: [first, story(2, [])], cases: new Set([7]), rulings: 1 };
}

/** What Discord shows when all is well. A comment of four marks takes two messages. */
function asPublished({ stories }: TrialRecord): Shown {
  let last = 1000n;
  const messageIn = (channelId: string, text: string): ShownMessage => {
    last += 1n;
    return { id: String(last), channelId: channelId || String(last), text };
  };
  return {
    channels: channels.map((name) => {
      const isForum = name.startsWith('forum');
      const messages = stories.map(({ number, version }) =>
        messageIn(isForum ? '' : name, headline({ story: number, version })),
      );
      const [{ id, text } = { id: '', text: '' }] = messages;
      const threadMessages = [
        'Comments from the publisher’s site appear here.',
        ...(stories[0]?.comments ?? []).flatMap(({ number, version, marks }) => {
          const paragraphs = commentText(number, version, marks).split('\n\n');
          return marks === 4
            ? [paragraphs.slice(0, 2).join('\n'), paragraphs.slice(2).join('\n')]
            : [paragraphs.join('\n')];
        }),
        closingSentence(1),
      ].map((one) => messageIn(id, one));
      const thread = { id, name: text, locked: true, messages: threadMessages };
      return { id: name, name, stories: messages, threads: [thread] };
    }),
    moderators: [messageIn('moderators', '### Case 7: removed')],
  };
}

function plant(shown: Shown, act: Planted['act'], [first, second]: ShownMessage[]): void {
  if (!first) return;
  const threads = shown.channels.flatMap((channel) => channel.threads);
  const lists = [...shown.channels.map(({ stories }) => stories), shown.moderators].concat(
    threads.map(({ messages }) => messages),
  );
  const list = lists.find((some) => some.includes(first)) ?? [];
  switch (act) {
    case 'copy':
      list.push({ ...first, id: '9999' });
      break;
    case 'delete':
      list.splice(list.indexOf(first), 1);
      break;
    case 'swap':
      if (second) [first.text, second.text] = [second.text, first.text];
      break;
    case 'age':
      first.text = aged(first.text);
      break;
    case 'unlock':
      for (const thread of threads) thread.locked = false;
      break;
    default:
      act satisfies never;
  }
}

test('a Discord that shows all that was published passes the check of a trial', () => {
  const record = aRecord();
  expect(check(record, asPublished(record))).toEqual([]);
});

test.each(planted.map((one) => [one.name, one] as const))(
  'the check of a trial finds %s',
  (_, { act, kind, find }) => {
    const record = aRecord();
    const shown = asPublished(record);
    const messages = find(shown, record);
    expect(messages).toHaveLength(act === 'swap' ? 2 : 1);
    plant(shown, act, messages);
    expect(check(record, shown).map((fault) => fault.kind)).toContain(kind);
  },
);

test('a removed comment that is still shown is stale, and a restored one may stand later', () => {
  const record = aRecord();
  const shown = asPublished(record);
  const [comment] = record.stories[0]?.comments ?? [];
  comment?.rulings.set('text-news', 'removed');
  const faults = check(record, shown);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    expect(fault).toMatchObject({ kind: 'stale', what: 'removed comment 1' });
  }
  comment?.rulings.set('text-news', 'restored');
  const messages = shown.channels[0]?.threads[0]?.messages ?? [];
  messages.push({ ...(messages.splice(1, 1)[0] as ShownMessage), id: '9999' });
  expect(check(record, shown)).toEqual([]);
});

test('a story that waited for so long that the moderators had an alert may stand later', () => {
  const record = aRecord();
  const shown = asPublished(record);
  const { id, stories } = shown.channels[0] as ShownChannel;
  stories.reverse();
  const later = postedAt(stories[0]?.id ?? '');
  const [overtaken] = record.stories;
  if (overtaken) overtaken.at = later - 16 * minuteMs;
  const alert = (since: number) =>
    shown.moderators.splice(1, 1, {
      id: '9998',
      channelId: 'moderators',
      text: `A message could not be posted in <#${id}> since ${timestamp(since, 'f')}: Discord answered 500.`,
    });
  const kinds = () => check(record, shown).map(({ kind }) => kind);
  expect(kinds()).toEqual(['swapped']);
  alert(later - 15 * minuteMs);
  expect(kinds()).toEqual(['overtaken']);
  // Of another message, which waited before this story came.
  alert(later - 17 * minuteMs);
  expect(kinds()).toEqual(['swapped']);
  // The other one went on too early.
  alert(later - 14 * minuteMs);
  expect(kinds()).toEqual(['swapped']);
});

test('alerts are shared out so that each late story that may have one has one', () => {
  const hold = 15 * minuteMs;
  const early = { at: 0, overtakenAt: 5000 + hold };
  const later = { at: 1000, overtakenAt: 9000 + hold };
  const tooSoon = { at: 0, overtakenAt: 3000 };
  expect(allowedBy([8000, 4000], [later, tooSoon, early])).toEqual(new Set([early, later]));
  expect(allowedBy([4000], [later, early])).toEqual(new Set([early]));
  expect(allowedBy([], [early])).toEqual(new Set());
});
