import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/core/delivery/delivery.ts';
import {
  begun,
  channelDeleted,
  postedAgain,
  ended,
  type Ending,
  isOwnRemoval,
  messageDeleted,
  refresh,
  refreshWithin,
  remove,
  removing,
  want,
} from '../../../src/core/delivery/protocol.ts';
import { delivery, harbour, market, message, noon, wish } from './deliveries.ts';

const posted = { id: message, hash: 'body' };
const settled: Delivery = { ...delivery('a', { message: posted }), state: 'settled' };
const skipped: Delivery = { ...delivery('a'), state: 'settled' };
const tried = delivery('a', { attempts: { count: 1, firstAt: noon } });
const shown: Ending = { kind: 'shown', revision: 1, message: posted };
const nothing: Ending = { kind: 'shown', revision: 1, message: null };

describe('want', () => {
  test('a new wish is open at once, in its channel, untried', () => {
    expect(want(null, wish('a', { ordinal: 3 }), noon)).toEqual({
      ...wish('a', { ordinal: 3 }),
      state: 'open',
      wanted: 'shown',
      revision: 1,
      generation: 0,
      message: null,
      attempts: null,
      editAt: null,
      error: null,
      notBefore: noon,
      postponed: false,
      takesDown: false,
    });
  });

  const elsewhere = wish('a', { channelId: market, ordinal: 9 });
  const removal = remove(settled, noon);
  test.each<[string, Delivery | null, Partial<Delivery>]>([
    ['one never sent moves to the new place', delivery('a'), { channelId: market, ordinal: 9 }],
    ['one that may be in Discord keeps its place', tried, { channelId: harbour, ordinal: 0 }],
    ['one in Discord keeps its place', settled, { channelId: harbour, message: posted }],
    ['one in Discord keeps its nonce', settled, { generation: 0, revision: 2, state: 'open' }],
    ['one being removed is shown again', removal, { wanted: 'shown', message: posted }],
    ['one refused for good is tried again', { ...tried, state: 'failed' }, { state: 'open' }],
    ['one whose channel is gone is a new message', channelDeleted(settled), { generation: 1 }],
    ['one that was skipped is tried', skipped, { state: 'open', generation: 0 }],
  ])('%s', (_, before, expected) => {
    expect(want(before, elsewhere, noon + 5)).toMatchObject(expected);
  });

  test('a key that was used before takes a new nonce', () => {
    expect(want(null, wish('a'), noon, 4)).toMatchObject({ generation: 5 });
  });

  test('a new wish does not shorten the wait after an error', () => {
    const waiting = { ...tried, notBefore: noon + 90 };
    expect(want(waiting, wish('a'), noon + 1)).toMatchObject({ notBefore: noon + 90 });
    expect(want(delivery('a', { notBefore: noon + 90 }), wish('a'), noon + 1)).toMatchObject({
      notBefore: noon + 1,
    });
  });

  test("a member's message is wanted removed, and its id is known", () => {
    const removal = wish('r', { subject: { kind: 'removal', messageId: message } });
    expect(want(null, removal, noon)).toMatchObject({
      wanted: 'removed',
      message: { id: message, hash: null },
    });
  });
});

describe('refresh', () => {
  test.each<[string, Delivery]>([
    ['being removed', remove(settled, noon) ?? settled],
    ['deleted in Discord', messageDeleted(settled, false) ?? settled],
  ])('a message %s stays as it is', (_, before) => {
    expect(refresh(before, noon)).toBe(before);
  });

  test('a settled message is edited at once, a waiting one still waits', () => {
    expect(refresh(settled, noon + 7)).toMatchObject({ state: 'open', notBefore: noon + 7 });
    expect(refresh(delivery('a', { notBefore: noon + 50 }), noon)).toMatchObject({
      notBefore: noon + 50,
      revision: 2,
    });
  });

  test('limited edits are spread, and those in between wait for the same time', () => {
    const first = refresh(settled, noon, 600);
    expect(first).toMatchObject({ editAt: noon, notBefore: noon });
    const second = refresh({ ...settled, editAt: noon }, noon + 100, 600);
    expect(second).toMatchObject({ editAt: noon + 600, notBefore: noon + 600 });
    expect(refresh(second, noon + 200, 600)).toMatchObject({ editAt: noon + 600 });
    expect(refresh(delivery('a'), noon, 600)).toMatchObject({ editAt: null });
  });

  test('an edit that nobody has to see soon waits, and goes with the next one', () => {
    const gathered = refreshWithin(settled, noon, 900);
    expect(gathered).toMatchObject({ state: 'open', notBefore: noon + 900, editAt: null });
    const again = refreshWithin(gathered, noon + 100, 900);
    expect(again).toMatchObject({ notBefore: noon + 900, revision: gathered.revision + 1 });
    expect(refresh(again, noon + 200)).toMatchObject({ notBefore: noon + 200 });
    expect(refresh(again, noon + 200, 600)).toMatchObject({ notBefore: noon + 200 });
    const tried = { ...gathered, attempts: { count: 1, firstAt: noon } };
    expect(refresh(tried, noon + 200)).toMatchObject({ notBefore: noon + 900 });
    expect(refreshWithin(delivery('a', { notBefore: noon + 50 }), noon, 900)).toMatchObject({
      notBefore: noon + 50,
    });
  });
});

describe('remove', () => {
  test('one that Discord never saw is deleted', () => {
    expect(remove(delivery('a'), noon)).toBeNull();
    expect(remove(skipped, noon)).toBeNull();
  });

  test('one that may be in Discord is to be removed', () => {
    expect(remove(tried, noon)).toMatchObject({ wanted: 'removed', attempts: tried.attempts });
    expect(remove(settled, noon)).toMatchObject({ wanted: 'removed', message: posted });
  });

  test('a second removal changes nothing', () => {
    const removal = remove(settled, noon);
    expect(removal && remove(removal, noon + 1)).toBe(removal);
  });
});

describe('attempts', () => {
  test('the first attempt gives its time, later ones are counted', () => {
    const first = begun(delivery('a', { postponed: true }), noon);
    expect(first).toMatchObject({ attempts: { count: 1, firstAt: noon }, postponed: false });
    expect(begun(first, noon + 9)).toMatchObject({ attempts: { count: 2, firstAt: noon } });
  });

  test.each<[string, Delivery, Ending, Partial<Delivery> | null]>([
    ['a post that succeeds is settled', tried, shown, { state: 'settled', attempts: null }],
    [
      'a message changed meanwhile stays open',
      { ...tried, revision: 2 },
      shown,
      { state: 'open', message: posted, attempts: null },
    ],
    [
      'a removal wanted while it was posted comes next',
      remove({ ...tried }, noon) ?? tried,
      shown,
      { state: 'open', wanted: 'removed', message: posted },
    ],
    ['a message removed as wanted is forgotten', remove(settled, noon) ?? settled, nothing, null],
    [
      'a message wanted again while it was removed is a new one',
      { ...want(remove(settled, noon), wish('a'), noon), revision: 3 },
      nothing,
      { state: 'open', message: null, generation: 1 },
    ],
    ['nothing to show is settled without a message', tried, nothing, { state: 'settled' }],
    [
      'an error waits and keeps its attempt',
      tried,
      { kind: 'later', notBefore: noon + 9, error: 'away' },
      { state: 'open', notBefore: noon + 9, error: 'away', attempts: tried.attempts },
    ],
    [
      'the message that was found stays known',
      tried,
      { kind: 'later', notBefore: noon, error: 'archived', found: message },
      { message: { id: message, hash: null } },
    ],
    [
      'a call that had no effect counts no attempt',
      tried,
      { kind: 'later', notBefore: noon, error: null, uncounted: true },
      { attempts: null },
    ],
    [
      'a later attempt that had no effect keeps the first one',
      { ...tried, attempts: { count: 2, firstAt: noon } },
      { kind: 'later', notBefore: noon, error: null, uncounted: true },
      { attempts: { count: 1, firstAt: noon } },
    ],
    [
      'a postponed one waits without holding back others',
      tried,
      { kind: 'postponed', notBefore: noon + 9 },
      { postponed: true, attempts: null, notBefore: noon + 9 },
    ],
    [
      'a refusal for good ends it, its attempts stay known',
      tried,
      { kind: 'failed', error: 'too long' },
      { state: 'failed', error: 'too long', attempts: tried.attempts },
    ],
    [
      'a message deleted in Discord meanwhile stays ended',
      { ...tried, message: posted, state: 'ended' },
      shown,
      { state: 'ended', message: posted, attempts: null },
    ],
  ])('%s', (_, before, ending, expected) => {
    const after = ended(before, ending);
    if (expected === null) expect(after).toBeNull();
    else expect(after).toMatchObject(expected);
  });
});

describe('deletions in Discord', () => {
  test('a person’s deletion ends the delivery, unless a call for it is being made', () => {
    expect(messageDeleted(settled, false)).toMatchObject({ state: 'ended', message: posted });
    expect(messageDeleted(settled, true)).toBe(settled);
  });

  test('a deletion that was wanted is done', () => {
    const removal = remove(settled, noon);
    expect(removal && messageDeleted(removal, false)).toBeNull();
  });
});

describe('a message that came back while our own removal of it had no answer', () => {
  const begunRemoval = { ...remove(settled, noon), attempts: { count: 1, firstAt: noon } };
  const wantedAgain = want(removing(begunRemoval as Delivery, posted), wish('a'), noon);

  test('is posted as a new one when it turns out to be gone', () => {
    expect(isOwnRemoval(wantedAgain)).toBe(true);
    const again = { state: 'open', wanted: 'shown', message: null, generation: 1, attempts: null };
    expect(ended(wantedAgain, postedAgain)).toMatchObject(again);
    expect(messageDeleted(wantedAgain, false)).toMatchObject(again);
  });

  test('is known although the store had not heard that it was posted', () => {
    const lost = { ...settled, message: null } as Delivery;
    const { id } = posted;
    expect(removing(lost, { id, webhookId: id }).message).toEqual({
      id,
      hash: null,
      webhookId: id,
    });
  });

  test('stays ended when a person deleted a message whose body is known', () => {
    const open = want(settled, wish('a'), noon);
    expect(isOwnRemoval(open)).toBe(false);
    expect(messageDeleted(open, false)).toMatchObject({ state: 'ended' });
  });
});
