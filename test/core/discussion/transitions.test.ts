import { describe, expect, test } from 'vitest';
import {
  afterAway,
  closedUnopened,
  Discussion,
  type DiscussionFacts,
  type DiscussionState,
  detached,
  opened,
  transitionOf,
} from '../../../src/core/discussion/discussion.ts';
import { DiscussionId, StoryId } from '../../../src/core/ids.ts';
import { dayMs, hourMs, secondMs } from '../../../src/core/time/duration.ts';

const anchor = 1_700_000_000_000;
const now = anchor + 5 * dayMs;

describe('transitionOf', () => {
  const threadId = '100000000000000001';
  const later = now + 10 * dayMs;
  const soon = now + hourMs;
  const past = now - 1;
  const drainUntil = now + hourMs;
  type Case = [
    string,
    DiscussionState,
    DiscussionState,
    Partial<DiscussionFacts>,
    { threadId?: null; lastFetched?: boolean; drainUntil?: number }?,
  ];
  const cases: Case[] = [
    ['waits for its first comment', 'waiting', 'waiting', {}],
    ['opens at the first comment', 'waiting', 'open', { comments: 1 }],
    ['opens at once when so set', 'waiting', 'open', { openAtOnce: true }],
    ['closes without a thread when nobody commented', 'waiting', 'closed', { closesAt: past }],
    [
      'closes without a thread after its closing time, even if it should open at once',
      'waiting',
      'closed',
      { closesAt: past, openAtOnce: true },
    ],
    [
      'opens after its closing time to mirror the comments it has',
      'waiting',
      'open',
      { closesAt: past, comments: 3 },
    ],
    ['stays open before its closing time', 'open', 'open', {}],
    ['stays open without a closing time', 'open', 'open', { closesAt: null }],
    ['is closing soon within the warning time', 'open', 'closing-soon', { closesAt: soon }],
    [
      'is closing soon from the first instant of the warning time',
      'open',
      'closing-soon',
      { closesAt: now + dayMs },
    ],
    [
      'is never closing soon when the warning is turned off',
      'open',
      'open',
      { closesAt: soon, closingWarningMs: 0 },
    ],
    ['begins closing at its closing time', 'open', 'closing', { closesAt: now }],
    [
      'stays closing soon until its closing time',
      'closing-soon',
      'closing-soon',
      { closesAt: soon },
    ],
    [
      'that was closing soon is open again with a later closing time',
      'closing-soon',
      'open',
      { closesAt: later },
    ],
    [
      'that was closing soon is open again without a closing time',
      'closing-soon',
      'open',
      { closesAt: null },
    ],
    [
      'that was closing soon begins closing at its closing time',
      'closing-soon',
      'closing',
      { closesAt: now },
    ],
    [
      'stays closing while messages are unsent',
      'closing',
      'closing',
      { closesAt: past, backlog: 2 },
    ],
    ['stays closing until the last fetch', 'closing', 'closing', { closesAt: past }],
    [
      'stays closing while comments of the last fetch are unsent',
      'closing',
      'closing',
      { closesAt: past, backlog: 1 },
      { lastFetched: true },
    ],
    [
      'is closed when everything is sent after the last fetch',
      'closing',
      'closed',
      { closesAt: past },
      { lastFetched: true },
    ],
    [
      'is closed at the deadline even if messages are unsent',
      'closing',
      'closed',
      { closesAt: past, backlog: 9 },
      { lastFetched: true, drainUntil: now },
    ],
    [
      'that was closing is open again with a later closing time',
      'closing',
      'open',
      { closesAt: later },
    ],
    [
      'stays closed when comments arrive after its closing time',
      'closed',
      'closed',
      { closesAt: past, comments: 5 },
    ],
    ['is reopened by a later closing time', 'closed', 'open', { closesAt: later }],
    ['is reopened when it has no closing time', 'closed', 'open', { closesAt: null }],
    [
      'waits for comments when it is reopened without a thread',
      'closed',
      'waiting',
      { closesAt: later },
      { threadId: null },
    ],
    ['stays detached after its thread was deleted', 'detached', 'detached', { comments: 1 }],
  ];

  const facts = {
    id: DiscussionId.parse('d1'),
    storyId: StoryId.parse('s1'),
    subscriptionId: 'sub',
    guildId: '100000000000000009',
    channelId: '100000000000000002',
    source: null,
    validators: {},
    changedAt: null,
    override: null,
    anchor,
    closedPolls: 0,
    openPolls: 0,
    publisherClosedAt: null,
    closingSentence: null,
    nextPoll: later,
    pollErrors: 0,
    lastError: null,
    total: null,
    shownLocked: false,
    replaced: null,
    otherLinks: null,
    readAt: null,
    vanishedSince: null,
    watchUntil: null,
    slowMode: null,
    slowModeRestsUntil: 0,
  };
  const situation: DiscussionFacts = {
    now,
    closesAt: later,
    comments: 0,
    backlog: 0,
    openAtOnce: false,
    closingWarningMs: dayMs,
  };
  const aDiscussion = (state: DiscussionState, parts: object = {}) =>
    Discussion.parse({
      ...facts,
      state,
      threadId: state === 'waiting' ? null : threadId,
      drainUntil,
      lastFetched: false,
      ...parts,
    });

  /** The state after a transition, whose thread or lock Discord grants. */
  function stateAfter(discussion: Discussion, changed: Partial<DiscussionFacts>): DiscussionState {
    const transition = transitionOf(discussion, { ...situation, ...changed });
    switch (transition.kind) {
      case 'none':
        return discussion.state;
      case 'changed':
        expect(Discussion.parse(transition.discussion)).toEqual(transition.discussion);
        return transition.discussion.state;
      case 'opens':
        return opened(transition.discussion, threadId).state;
      case 'closes-unopened':
        return closedUnopened(transition.discussion, null).state;
      default:
        return transition satisfies never;
    }
  }

  test.each(cases)('a discussion %s', (_, from, to, changed, parts) => {
    expect(stateAfter(aDiscussion(from, parts), changed)).toBe(to);
  });

  test('a closing discussion drains for half an hour, and keeps when as it is closed', () => {
    const drains = { drainUntil: now + hourMs / 2, awayMs: 0 };
    const closing = { ...facts, threadId, state: 'closing', ...drains };
    const due = { ...situation, closesAt: now };
    expect(transitionOf(aDiscussion('open'), due)).toEqual({
      kind: 'changed',
      discussion: { ...closing, lastFetched: false },
    });
    const fetched = aDiscussion('closing', { lastFetched: true });
    expect(transitionOf(fetched, due)).toEqual({
      kind: 'changed',
      discussion: { ...facts, threadId, state: 'closed', drainUntil },
    });
  });

  test('a closing discussion has half an hour in which somebody looks at it', () => {
    const unsent = { ...situation, closesAt: past, backlog: 1 };
    const fetched = aDiscussion('closing', { lastFetched: true, drainUntil: now });
    expect(stateAfter(fetched, unsent)).toBe('closed');
    const away = afterAway(fetched, 2 * hourMs);
    expect(stateAfter(away, unsent)).toBe('closing');
    const late = afterAway(away, hourMs);
    const at = (ms: number) => stateAfter(late, { ...unsent, now: now + ms });
    expect([at(3 * hourMs - 1), at(3 * hourMs)]).toEqual(['closing', 'closed']);
    // Some seconds late it is now and then, and an open one has no such time.
    expect(afterAway(fetched, 10 * secondMs)).toBe(fetched);
    const open = aDiscussion('open');
    expect(afterAway(open, 2 * hourMs)).toBe(open);
  });

  test('the last fetch of a closing discussion is remembered, so that it is made once', () => {
    const closing = aDiscussion('closing');
    expect(transitionOf(closing, { ...situation, closesAt: past })).toEqual({
      kind: 'changed',
      discussion: { ...closing, lastFetched: true },
    });
  });

  test('a reopened discussion is fetched at once', () => {
    expect(transitionOf(aDiscussion('closed'), situation)).toEqual({
      kind: 'changed',
      discussion: { ...facts, threadId, state: 'open', nextPoll: now },
    });
  });

  test('a detached discussion keeps its thread and nothing of its closing', () => {
    expect(detached(aDiscussion('closing'))).toEqual({ ...facts, threadId, state: 'detached' });
    expect(detached(aDiscussion('waiting'))).toMatchObject({ threadId: null });
  });
});
