import { afterEach, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { type Message } from '../../../src/preview/discord/index.ts';
import { aStory } from '../../support/editions.ts';
import { handled } from '../../support/handled.ts';
import { type Newsroom, stageNewsroom, type Staging } from '../../support/newsroom.ts';
import {
  aLongFeed,
  all,
  history,
  packs,
  remarks,
  reportButtons,
  shownText,
  texts,
  withHistoryOf,
} from './packed.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

async function withHistory(count: number, staging: Staging = {}): Promise<void> {
  newsroom = await stageNewsroom({ edition: withHistoryOf(count), ...staging });
  await newsroom.quiet();
}

const said = () => remarks(newsroom);
const reader = () => newsroom.discord.actor(newsroom.reader);
const threadId = () => newsroom.threads()[0]?.id ?? '';
const packOf = (words: string): Message => {
  const found = packs(newsroom).find((pack) => texts(pack).join('\n').includes(words));
  if (!found) throw new Error(`no packed message says "${words}"`);
  return found;
};
/** The second look without a comment deletes it. */
async function looks(times: number): Promise<void> {
  for (let look = 0; look < times; look += 1) await newsroom.later(6 * minuteMs);
}
async function reported(words: string): Promise<void> {
  const pack = packOf(words);
  const at = texts(pack).findIndex((text) => text.includes(words)) - 1;
  const button = reportButtons(pack)[at]?.custom_id ?? '';
  const clicked = await reader().click(pack.id, button);
  const answered = await reader().submitModal(clicked, { reason: ['abuse'], details: '' });
  await answered.settled();
  await newsroom.quiet();
}
async function ruled(label: string): Promise<void> {
  const [card] = newsroom.messages(newsroom.moderatorsChannel).slice(-1);
  const answered = await newsroom.discord.actor(newsroom.moderator).click(card?.id ?? '', label);
  // The answer is the card itself, which the outbox edits.
  await handled(newsroom.log, answered);
  await newsroom.quiet();
}

test('a discussion with a history is packed: each comment once, a report button each, notifying nobody', async () => {
  await withHistory(40);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(40));
  expect(packs(newsroom).length).toBe(4);
  for (const pack of packs(newsroom)) {
    expect(pack.flags & (1 << 12)).toBe(1 << 12);
    expect(reportButtons(pack)).toHaveLength(texts(pack).length - 1);
    expect(new Set(reportButtons(pack).map(({ custom_id }) => custom_id)).size).toBe(
      texts(pack).length - 1,
    );
  }
  const [first] = packs(newsroom);
  expect(first && texts(first)[0]).toBe('-# Comments from The Merrow Lantern');
  // A reply follows its parent, and names it.
  const order = said();
  expect(order.indexOf(3)).toBe(order.indexOf(2) + 1);
  expect(texts(packOf('Remark 3,')).find((text) => text.includes('Remark 3,'))).toMatch(
    /^\*\*Reader 3\*\* · <t:\d+:R>\n-# In reply to Reader 2\nRemark 3, on the old pier\.$/u,
  );
});

test('up to ten comments that wait are posted one by one; those that come after more are packed', async () => {
  await withHistory(10);
  expect(packs(newsroom)).toHaveLength(0);
  expect(said()).toHaveLength(10);
  const write = (first: number) => {
    for (const n of all(6)) {
      newsroom.paper.addComment('pier', { author: 'Ana', text: `Remark ${first + n}, late.` });
    }
  };
  newsroom.discord.faults.failNext('POST /channels/:id/messages', { status: 503, count: 2 });
  write(10);
  await newsroom.later(6 * minuteMs);
  expect(said()).toHaveLength(10);
  write(16);
  await newsroom.later(6 * minuteMs);
  await newsroom.later(minuteMs);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(22));
  expect(packs(newsroom).map((pack) => reportButtons(pack).length)).toEqual([6]);
});

test('the newest of a long discussion are mirrored; the others are counted, linked, and never posted later', async () => {
  await withHistory(60, { settings: { comments: { backlog: 20 } } });
  expect(said().toSorted((a, b) => a - b)).toEqual(all(60).slice(40));
  const [first] = packs(newsroom);
  expect(first && texts(first)[0]).toMatch(
    /^-# Comments from .+\n\[40 earlier comments on the site\]\(<http[^>]+>\)$/u,
  );
  // The thread's first message counts them too.
  const [, policy] = newsroom.messages(threadId());
  expect(policy?.content).toContain('40 more comments');
  // A reply to one that was left out names it, with a link to the site.
  newsroom.paper.addComment('pier', { author: 'Ines', text: 'Well said.', inReplyTo: 'c5' });
  await looks(3);
  expect(said()).toHaveLength(20);
  expect(shownText(newsroom)).toMatch(/-# In reply to \[Reader 5\]\(<http[^>]+>\)\nWell said\./u);
  newsroom.paper.withdrawComment('pier', 'c1');
  await looks(3);
  await newsroom.later(6 * hourMs);
  expect(texts(packs(newsroom)[0] as Message)[0]).toContain('39 earlier comments');
  expect(said()).toHaveLength(20);
});

test('an edit, a deletion and a deleted comment with replies change the packed message in its place', async () => {
  await withHistory(30);
  const before = packs(newsroom).map(({ id }) => id);
  newsroom.paper.editComment('pier', 'c7', 'Remark 7, as I should have put it.');
  newsroom.paper.withdrawComment('pier', 'c4');
  await looks(3);
  expect(shownText(newsroom)).toContain('as I should have put it');
  expect(said()).not.toContain(4);
  expect(packs(newsroom).map(({ id }) => id)).toEqual(before);
});

test('a comment that has become too long for its packed message is cut there, and says so', async () => {
  await withHistory(26);
  const pack = packOf('Remark 5,');
  newsroom.paper.editComment(
    'pier',
    'c5',
    `Remark 5, and more. ${'The pier is old. '.repeat(300)}`,
  );
  await newsroom.later(6 * minuteMs);
  const [edited = ''] = texts(packOf('Remark 5,')).filter((text) => text.includes('Remark 5,'));
  expect(packOf('Remark 5,').id).toBe(pack.id);
  expect(edited).toMatch(/\n-# \[The comment continues on the site\.\]\(<http[^>]+>\)$/u);
  expect(texts(packOf('Remark 5,')).join('').length).toBeLessThanOrEqual(4000);
  expect(said()).toHaveLength(26);
});

test('a comment too long for any packed message has messages of its own, in its place', async () => {
  const story = aStory({
    at: -10 * hourMs,
    comments: history(20, (n) => `Remark ${n}, ${n === 10 ? 'on and on. '.repeat(600) : 'short.'}`),
  });
  newsroom = await stageNewsroom({ edition: aLongFeed(story) });
  await newsroom.quiet();
  expect(said().toSorted((a, b) => a - b)).toEqual(all(20));
  const posted = newsroom
    .messages(threadId())
    .filter(({ content, components }) =>
      /Remark|on and on/u.test(content + JSON.stringify(components)),
    );
  const kinds = posted.map(({ flags }) => ((flags & (1 << 15)) === 0 ? 'own' : 'pack'));
  expect(kinds).toEqual(['pack', 'own', 'own', 'own', 'own', 'pack']);
  // It notifies nobody either; a live comment does.
  expect(posted.every(({ flags }) => (flags & (1 << 12)) !== 0)).toBe(true);
  newsroom.paper.addComment('pier', { author: 'Ines', text: 'Well said.' });
  await looks(1);
  expect((newsroom.messages(threadId()).at(-1)?.flags ?? 0) & (1 << 12)).toBe(0);
});

test('a packed comment is reported, removed and brought back alone, over restarts', async () => {
  await withHistory(30);
  await reported('Remark 8,');
  expect(newsroom.messages(newsroom.moderatorsChannel)).toHaveLength(1);
  await newsroom.restart();
  await ruled('Remove');
  expect(said()).not.toContain(8);
  // Its reply stays, and names nobody.
  expect(shownText(newsroom)).toMatch(
    /-# In reply to a comment that is no longer shown\nRemark 9,/u,
  );
  await newsroom.restart();
  await looks(2);
  expect(said()).not.toContain(8);
  await ruled('Undo');
  expect(said().toSorted((a, b) => a - b)).toEqual(all(30));
  expect(shownText(newsroom)).toMatch(/-# In reply to Reader 8\nRemark 9,/u);
});

test('a packed message whose answer was lost is found again: no comment is posted twice', async () => {
  const story = aStory({ at: -10 * hourMs, comments: history(40) });
  newsroom = await stageNewsroom({ edition: aLongFeed(story), limits: { nonceMs: 0 } });
  const lost = { when: 'after', count: 2 } as const;
  newsroom.discord.faults.failNext('POST /channels/:id/messages', { status: 500, ...lost });
  for (let round = 0; round < 8; round += 1) {
    await newsroom.quiet();
    if (round === 2) await newsroom.restart();
    newsroom.clock.advance(30_000);
  }
  expect(said().toSorted((a, b) => a - b)).toEqual(all(40));
});

test('a packed message is deleted when its last comment is gone', async () => {
  await withHistory(14);
  expect(packs(newsroom)).toHaveLength(2);
  newsroom.paper.withdrawComment('pier', 'c14');
  await looks(3);
  expect(packs(newsroom)).toHaveLength(1);
  expect(said()).toHaveLength(13);
});

test('a message with many comments cannot be flagged as one: the answer says which button to press', async () => {
  await withHistory(30);
  const { id } = packOf('Remark 8,');
  const answered = await newsroom.discord
    .actor(newsroom.moderator)
    .messageCommand('Flag message', id);
  const text = (await answered.settled())?.content;
  expect(text).toContain('Press the button beside the comment that you mean');
});
