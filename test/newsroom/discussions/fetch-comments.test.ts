import { afterEach, expect, test } from 'vitest';
import type { Discussion } from '../../../src/core/discussion/discussion.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Ports } from '../../../src/newsroom/ports.ts';
import { updateNextDiscussion } from '../../../src/newsroom/discussions/update-discussion.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const { signal } = new AbortController();
const ports = () => newsroom.bot.ports;
const texts = () => newsroom.messages(newsroom.threads()[0]?.id).map(({ content }) => content);

async function stage(staging: Staging = {}): Promise<void> {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { commentPeriodMs: null, ...staging.settings },
  });
}

async function discussion(): Promise<Discussion> {
  const [found] = await ports().store.discussions.listInGuild(
    newsroom.guildId,
    ['waiting', 'open', 'closed'],
    1,
  );
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

/** Requests for the story's page and its comments. */
function requests(): number {
  const asked = [...newsroom.paper.requests()].filter(([path]) => path.startsWith('/stories/pier'));
  return asked.reduce((sum, [, times]) => sum + times, 0);
}

async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await newsroom.later(minuteMs);
}

test('a new comment in a lively discussion appears within two minutes', async () => {
  await stage();
  await newsroom.quiet();
  for (const text of ['First of all.', 'Second of all.', 'Third of all.']) {
    await minutes(25);
    newsroom.paper.addComment('pier', { author: 'Odd', text });
    await minutes(2);
    expect(texts().join('\n')).toContain(text);
  }
});

test('an idle discussion costs at most six requests an hour, and later two', async () => {
  await stage();
  await newsroom.quiet();
  await minutes(60);
  const lively = requests();
  await minutes(60);
  const idle = requests();
  expect(idle - lively).toBeLessThanOrEqual(6);
  await minutes(120);
  expect(requests() - idle).toBeLessThanOrEqual(4);
});

test('a look at what has not changed reads no document and changes only the discussion', async () => {
  await stage();
  await newsroom.quiet();
  await newsroom.later(2 * minuteMs);
  newsroom.clock.advance(2 * minuteMs);
  const { store, parsers } = ports();
  const before = await discussion();
  const comments = await store.discussions.listComments(before.id);
  let documents = 0;
  const counting: Ports = {
    ...ports(),
    parsers: {
      ...parsers,
      readComments: (source, answers, until) => {
        documents += answers.filter(({ kind }) => kind === 'document').length;
        return parsers.readComments(source, answers, until);
      },
    },
  };
  const asked = requests();
  expect(await updateNextDiscussion(counting, signal)).toBe(true);
  expect(requests()).toBeGreaterThan(asked);
  expect(documents).toBe(0);
  const { nextPoll, validators, ...after } = await discussion();
  expect(after.readAt).toBe(newsroom.clock.now());
  expect(nextPoll).toBe(newsroom.clock.now() + 2 * minuteMs);
  expect(Object.keys(validators)).toHaveLength(2);
  expect({ ...after, nextPoll: 0, validators: {} }).toEqual({
    ...before,
    readAt: after.readAt,
    nextPoll: 0,
    validators: {},
  });
  expect(await store.discussions.listComments(before.id)).toEqual(comments);
});

test('a comment that disappeared is removed although the document does not change any more', async () => {
  await stage();
  await newsroom.quiet();
  newsroom.paper.withdrawComment('pier', 'c3');
  await minutes(6);
  expect(texts().join('\n')).not.toContain('stood for a century');
});

test('a page that robots.txt refuses is an error that the status command shows, not a crash', async () => {
  await stage({
    settings: { comments: { source: 'page-selectors', selectors: { comment: '.comment' } } },
  });
  const disallow = {
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /',
  };
  newsroom.paper.faults.answer(/robots\.txt/, disallow, 100);
  await newsroom.quiet();
  const refused = await discussion();
  expect(refused.lastError).toMatch(/The robots\.txt of .* does not allow Wirethread to read/);
  expect(refused.pollErrors).toBe(1);
  expect(newsroom.threads()).toEqual([]);
});

test('the comments are fetched once more before the discussion closes', async () => {
  await stage({ settings: { commentPeriodMs: 24 * hourMs, closingWarningMs: 0 } });
  await newsroom.quiet();
  const { anchor } = await discussion();
  newsroom.clock.advance(anchor + 24 * hourMs - newsroom.clock.now() - 10 * minuteMs);
  await newsroom.quiet();
  newsroom.paper.addComment('pier', { author: 'Odd', text: 'At the last moment.' });
  await minutes(15);
  expect(texts().join('\n')).toContain('At the last moment.');
});
