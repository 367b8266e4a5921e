import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { type Newsroom, stageNewsroom, type Staging } from '../../support/newsroom.ts';
import { all, packs, remarks, shownText, texts, withHistoryOf } from './packed.ts';

// Discord refuses a packed message for the words of one of its comments.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const blocked = { code: 200_000, message: 'Message was blocked by automatic moderation' };
const quiet = 1 << 12;
const threadId = () => newsroom.threads()[0]?.id ?? '';
const alerts = () => newsroom.messages(newsroom.moderatorsChannel).map(({ content }) => content);
const said = () => remarks(newsroom);
/** The thread's messages in which a remark has a message of its own. */
const alone = () => newsroom.messages(threadId()).filter(({ content }) => /Remark/u.test(content));

/** Every post and edit with these words is refused. */
function refuses(words: string): void {
  const isMeant = ({ method, body }: { method: string; body?: unknown }) =>
    method !== 'GET' && (JSON.stringify(body) ?? '').includes(words);
  newsroom.discord.faults.failNext(isMeant, { status: 400, body: blocked, count: Infinity });
}

async function staged(count: number, refused: string, staging: Staging = {}): Promise<void> {
  newsroom = await stageNewsroom({ edition: withHistoryOf(count), ...staging });
  if (refused) refuses(refused);
  await newsroom.quiet();
}

test('only the refused comment of a packed message is missing, and moderators get its address', async () => {
  await staged(40, 'Remark 5,');
  const rest = all(40).filter((n) => n !== 5);
  expect(said().toSorted((a, b) => a - b)).toEqual(rest);
  expect(packs(newsroom).length).toBeGreaterThan(1);
  expect(alone().length).toBeGreaterThan(5);
  expect(alone().every(({ flags }) => (flags & quiet) === quiet)).toBe(true);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toMatch(
    /Discord refused \[a comment\]\(<http[^>]+#comment-c5>\) in <#\d+>: Message was blocked/u,
  );
});

test('those that leave a refused message come before the next packed message, in reading order', async () => {
  await staged(40, 'Remark 5,');
  const order = said();
  await newsroom.close();
  newsroom = await stageNewsroom({ edition: withHistoryOf(40) });
  await newsroom.quiet();
  expect(order).toEqual(said().filter((n) => n !== 5));
});

test('the number of comments that were left out is posted although the message with it was refused', async () => {
  await staged(60, 'Remark 41,', { settings: { comments: { backlog: 20 } } });
  expect(said().toSorted((a, b) => a - b)).toEqual(all(60).slice(41));
  expect(shownText(newsroom)).toContain('[40 earlier comments on the site](');
});

test('comments of a divided message are reported, edited and deleted alone, over a restart', async () => {
  await staged(14, 'Remark 5,');
  await newsroom.restart();
  newsroom.paper.editComment('pier', 'c7', 'Remark 7, as I should have put it.');
  newsroom.paper.withdrawComment('pier', 'c4');
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  expect(shownText(newsroom)).toContain('as I should have put it');
  expect(said().toSorted((a, b) => a - b)).toEqual(all(14).filter((n) => n !== 4 && n !== 5));
  expect(alerts()).toHaveLength(1);
});

test('an edit that Discord refuses takes the edited comment out of its message, and no other', async () => {
  await staged(14, '');
  const before = packs(newsroom).map(({ id }) => id);
  refuses('harbour master');
  newsroom.paper.editComment('pier', 'c5', 'Remark 5, of the harbour master.');
  newsroom.paper.withdrawComment('pier', 'c7');
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  expect(packs(newsroom).map(({ id }) => id)).toEqual(before);
  expect(said().toSorted((a, b) => a - b)).toEqual(all(14).filter((n) => n !== 5 && n !== 7));
  expect(alerts()).toHaveLength(1);
  // Once Discord takes it, it is a message of its own.
  newsroom.discord.faults.clear();
  newsroom.paper.editComment('pier', 'c5', 'Remark 5, without an office.');
  await newsroom.later(6 * minuteMs);
  expect(alone().map(({ content }) => content)).toEqual([
    expect.stringContaining('Remark 5, without an office.'),
  ]);
  expect(texts(packs(newsroom)[0]!).join('\n')).not.toContain('Remark 5,');
});
