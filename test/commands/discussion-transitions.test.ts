import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  closedUnopened,
  Discussion,
  type DiscussionState,
  discussionStates,
  detached,
  expired,
  opened,
  transitionOf,
} from '../../src/core/discussion/discussion.ts';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { anEdition } from '../support/editions.ts';
import { openNewsroom, type People, words } from './people.ts';

// Every transition of a discussion's states, as the pure rule has it, is played through the bot.

const now = 1_700_000_000_000;
const threadId = '100000000000000001';

const inState = (state: DiscussionState, parts: object = {}): Discussion =>
  Discussion.parse({
    id: 'd1',
    storyId: 's1',
    subscriptionId: 'sub',
    guildId: '100000000000000009',
    channelId: '100000000000000002',
    source: null,
    override: null,
    anchor: now - dayMs,
    closedPolls: 0,
    openPolls: 0,
    publisherClosedAt: null,
    closingSentence: null,
    nextPoll: now,
    pollErrors: 0,
    lastError: null,
    total: null,
    shownLocked: false,
    state,
    threadId: state === 'waiting' ? null : threadId,
    drainUntil: now + minuteMs,
    lastFetched: true,
    ...parts,
  });

/** A discussion in each state, in each way that the rule tells apart. */
const situations = [
  ...discussionStates.map((state) => inState(state)),
  inState('closing', { lastFetched: false }),
  inState('closing', { drainUntil: now - 1 }),
  inState('closed', { threadId: null }),
];

/** Everything that the rule looks at, in every combination. */
const facts = [null, now - 1, now + minuteMs, now + dayMs].flatMap((closesAt) =>
  [0, 1].flatMap((comments) =>
    [0, 1].flatMap((backlog) =>
      [true, false].map((openAtOnce) => {
        const closingWarningMs = hourMs;
        return { now, closesAt, comments, backlog, openAtOnce, closingWarningMs };
      }),
    ),
  ),
);

function nextStates(discussion: Discussion): Discussion[] {
  const byRule = facts.flatMap((given) => {
    const transition = transitionOf(discussion, given);
    switch (transition.kind) {
      case 'none':
        return [];
      case 'changed':
        return [transition.discussion];
      case 'opens':
        return [opened(transition.discussion, threadId)];
      case 'closes-unopened':
        return [closedUnopened(transition.discussion, null)];
      default:
        return transition satisfies never;
    }
  });
  const { state } = discussion;
  const isOver = state === 'detached' || state === 'expired';
  return [
    ...byRule,
    ...(isOver ? [] : [detached(discussion)]),
    ...(state === 'closed' || state === 'detached' ? [expired(discussion)] : []),
  ];
}

const table = new Set(
  situations.flatMap((before) =>
    nextStates(before)
      .filter(({ state }) => state !== before.state)
      .map(({ state }) => `${before.state} → ${state}`),
  ),
);

let people: People;
const played = new Set<string>();

beforeAll(async () => {
  people = await openNewsroom({
    edition: anEdition(),
    settings: { commentPeriodMs: 10 * hourMs, closingWarningMs: hourMs },
  });
});
afterAll(() => people.close());

/** A story with its discussion. */
interface Told {
  slug: string;
  headline: string;
}

let stories = 0;
async function newStory(): Promise<Told> {
  const headline = `Tide table ${(stories += 1)}`;
  const slug = people.paper.publish({ headline });
  await people.later(11 * minuteMs);
  return { slug, headline };
}

async function discussionOf({ headline }: Told): Promise<Discussion> {
  const { discussions } = people.bot.ports.store;
  const all = await discussions.listInGuild(people.guildId, discussionStates, 200);
  const found = all.find((one) => one.headline === headline);
  if (!found) throw new Error(`“${headline}” has no discussion`);
  return found.discussion;
}

/** The states that a discussion had, by the audit. */
async function statesOf(id: string): Promise<string[]> {
  const { audit } = people.bot.ports.store;
  const lines = await audit.list(people.guildId, 5000, { area: 'discussion' });
  const states = lines
    .toReversed()
    .filter(({ subject }) => subject === id)
    .map(({ action }) => action.replace('discussion.', ''))
    .filter((state) => discussionStates.some((one) => one === state));
  return ['waiting', ...states];
}

/** Its last transition, by the audit, is this one; what people see is as it asks. */
async function expectPlayed(told: Told, transition: string): Promise<void> {
  const discussion = await discussionOf(told);
  const states = await statesOf(discussion.id);
  expect({ transition, last: states.slice(-2).join(' → ') }).toEqual({
    transition,
    last: transition,
  });
  expect(discussion.state).toBe(states.at(-1));
  played.add(transition);
  const thread = discussion.threadId && people.discord.thread(discussion.threadId);
  if (!thread || discussion.state === 'detached') return;
  expect({ transition, locked: thread.thread_metadata.locked }).toEqual({
    transition,
    locked: discussion.state === 'closed',
  });
}

const command = async (told: Told, name: string, options: Record<string, string> = {}) =>
  words(
    people.sam.run(`/discussion ${name}`, { ...options, story: (await discussionOf(told)).id }),
  );

async function withComment(told: Told): Promise<Told> {
  people.paper.addComment(told.slug, { author: 'Maren', text: 'When will they decide?' });
  await people.later(6 * minuteMs);
  return told;
}

const open = async () => withComment(await newStory());
async function closingSoon(): Promise<Told> {
  const told = await open();
  await people.later(530 * minuteMs);
  return told;
}
async function closing(): Promise<Told> {
  const told = await open();
  await command(told, 'close');
  await people.quiet();
  return told;
}
async function closed(): Promise<Told> {
  const told = await closing();
  await people.later(minuteMs);
  return told;
}

/** How each transition comes about. */
const plays: Record<string, () => Promise<Told>> = {
  'waiting → open': open,
  'open → closing-soon': closingSoon,
  'closing-soon → open': async () => {
    const told = await closingSoon();
    await command(told, 'extend', { by: '2d' });
    await people.quiet();
    return told;
  },
  'closing-soon → closing': async () => {
    const told = await closingSoon();
    await people.later(hourMs);
    return told;
  },
  'open → closing': closing,
  'closing → open': async () => {
    const told = await closing();
    await command(told, 'reopen', { for: '1d' });
    await people.later(minuteMs);
    return told;
  },
  'closing → closed': closed,
  'closed → open': async () => {
    const told = await closed();
    await command(told, 'reopen', { for: '1d' });
    await people.later(minuteMs);
    return told;
  },
  'waiting → closed': async () => {
    const told = await newStory();
    await people.later(11 * hourMs);
    return told;
  },
  'closed → waiting': async () => {
    const told = await newStory();
    await command(told, 'close');
    await people.quiet();
    await command(told, 'reopen', { for: '1d' });
    await people.quiet();
    return told;
  },
};

test.each(Object.entries(plays))(
  '%s',
  async (transition, play) => expectPlayed(await play(), transition),
  60_000,
);

async function expectExpired(told: Told, before: string): Promise<void> {
  expect((await discussionOf(told)).state).toBe(before);
  // The time that it is stored for counts from here.
  await people.quiet();
  await people.later(91 * dayMs);
  await people.later(minuteMs);
  expect((await discussionOf(told)).state).toBe('expired');
  played.add(`${before} → expired`);
}

test('closed → expired', async () => expectExpired(await closed(), 'closed'), 60_000);

test('all states → detached when their channel is deleted, then → expired', async () => {
  const told: Told[] = [await closed(), await closingSoon(), await open()];
  told.push(await newStory());
  const last = await closing();
  told.push(last);
  const before = await Promise.all(told.map(async (one) => (await discussionOf(one)).state));
  expect(before).toEqual(['closed', 'closing-soon', 'open', 'waiting', 'closing']);
  people.discord.faults.deleteChannel(people.news);
  const isOver = async (one: Told) => (await discussionOf(one)).state === 'detached';
  await vi.waitUntil(async () => (await Promise.all(told.map(isOver))).every(Boolean), 60_000);
  for (const [n, one] of told.entries()) await expectPlayed(one, `${before[n]} → detached`);
  await expectExpired(last, 'detached');
}, 60_000);

test('every transition of the table was played, and no other', () => {
  expect(table.size).toBeGreaterThan(15);
  expect([...played].toSorted()).toEqual([...table].toSorted());
});
