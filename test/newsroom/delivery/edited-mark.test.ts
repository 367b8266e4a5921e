import { afterEach, expect, test, vi } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { openNewsroom, type People, words } from '../../commands/people.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';

// Discord shows "(edited)" at each message that was edited, whatever for.

let people: People;
afterEach(() => people.close());

async function open(comments = threeComments): Promise<void> {
  people = await openNewsroom({ edition: anEdition(aStory({ comments })) });
}

const story = () => people.said(people.news)[0];
const button = () => JSON.stringify(story()?.components);

/** How often the story's message was edited. */
function countEdits(): () => number {
  let edits = 0;
  people.discord.faults.onCall(({ phase, method, path }) => {
    if (phase === 'before' && method === 'PATCH' && path.endsWith(`/messages/${story()?.id}`)) {
      edits += 1;
    }
  });
  return () => edits;
}

test('a story is edited once for all comments of six hours', async () => {
  await open();
  const edits = countEdits();
  for (let hour = 0; hour < 5; hour += 1) {
    people.paper.addComment('pier', { author: 'Odd', text: `Word ${hour}.` });
    await people.later(hourMs);
  }
  await people.later(hourMs);
  expect(edits()).toBe(0);
  await people.later(hourMs + 6 * minuteMs);
  expect(edits()).toBe(1);
  expect(button()).toContain('Discuss (8)');
});

test('an edit for another reason shows the number of comments too, and none is made for the number', async () => {
  await open();
  const edits = countEdits();
  people.paper.addComment('pier', { author: 'Odd', text: 'A word.' });
  await people.later(hourMs);
  people.paper.correctHeadline('pier', 'Harbour board rules on the new pier');
  await people.later(11 * minuteMs);
  expect(edits()).toBe(1);
  expect(button()).toContain('Discuss (4)');
  await people.later(12 * hourMs);
  expect(edits()).toBe(1);
});

test('a discussion that closes, and is opened again, marks no comment as edited', async () => {
  await open();
  // By then their times are given as dates in new messages.
  await people.later(8 * dayMs);
  await words(people.sam.at(people.threadId()).run('/discussion reopen', { for: '3d' }));
  await people.quiet();
  await people.later(minuteMs);
  people.paper.addComment('pier', { author: 'Odd', text: 'Open again.' });
  await people.later(11 * minuteMs);
  await words(people.sam.at(people.threadId()).run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  expect(people.discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);
  const comments = people
    .said()
    .filter(({ components }) => JSON.stringify(components).includes('Report as abuse'));
  expect(comments).toHaveLength(4);
  expect(comments.map(({ edited_timestamp: at }) => at)).toEqual([null, null, null, null]);
});

test('a comment in a closed, locked and archived thread can be reported, and the thread stays archived', async () => {
  await open();
  await words(people.sam.at(people.threadId()).run('/discussion close'));
  await people.quiet();
  await people.later(minuteMs);
  people.discord.actor(people.moderator).archiveThread(people.threadId());
  const nia = people.nia.at(people.threadId());
  const asked = await nia.click(people.shown('In spring')?.id ?? '', 'Report as abuse');
  expect(await words(nia.submitModal(asked, { reason: 'abuse' }))).toContain('as case 1');
  const state = () => people.discord.thread(people.threadId())?.thread_metadata;
  await vi.waitUntil(() => state()?.archived, 60_000);
  expect(state()?.locked).toBe(true);
});
