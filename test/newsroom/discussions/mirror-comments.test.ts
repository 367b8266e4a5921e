import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { flaggedComment } from '../../../src/newsroom/moderation/flagged-content.ts';
import {
  commentUpdate,
  saveCommentUpdate,
} from '../../../src/newsroom/discussions/mirror-comments.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .filter((message) => JSON.stringify(message).includes('disappeared from their site'));
const said = () =>
  newsroom.messages(newsroom.threads()[0]?.id).filter(({ content }) => content.includes('Word '));

async function looks(times: number): Promise<void> {
  for (let look = 0; look < times; look += 1) await newsroom.later(6 * minuteMs);
}

function write(words: readonly number[]): string[] {
  return words.map((word) =>
    newsroom.paper.addComment('pier', { author: 'Maren', text: `Word ${word}.` }),
  );
}

function withdraw(ids: readonly string[]): void {
  for (const id of ids) newsroom.paper.withdrawComment('pier', id);
}

test('the moderators get one alert each time that many comments disappear at once', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  const early = write([1, 2, 3, 4, 5]);
  await newsroom.quiet();
  await looks(1);
  withdraw(early.slice(0, 4));
  await looks(3);
  expect(alerts()).toHaveLength(1);
  expect(said()).toHaveLength(5);

  // Among so many more, four that are missing are nothing to wonder at.
  const late = write([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  await looks(3);
  expect(alerts()).toHaveLength(1);
  expect(said()).toHaveLength(11);

  withdraw(late.slice(0, 6));
  await looks(3);
  expect(alerts()).toHaveLength(2);
  expect(said()).toHaveLength(11);
});

test('a comment that its site deleted is removed, or becomes a placeholder above its replies', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  await newsroom.quiet();
  const { ports } = newsroom.bot;
  const { store } = ports;
  const now = newsroom.clock.now();
  const [found] = await store.discussions.listInGuild(newsroom.guildId, ['open'], 1);
  if (!found) throw new Error('the discussion is open');
  const { discussion } = found;
  const stored = await store.discussions.listComments(discussion.id);
  const comments = stored.map(({ comment }) =>
    comment.author === 'Odd Nilsen' ? comment : { ...comment, deleted: true },
  );
  const page = {
    complete: true,
    closed: 'unknown',
    closingSentence: null,
    total: null,
    comments,
  } as const;
  const story = await store.feeds.getStory(discussion.storyId);
  if (!story) throw new Error('the story is stored');
  const update = commentUpdate({ discussion, story }, stored, page, now);
  const facts = { now, botId: newsroom.botUserId, isFirstLook: false };
  await store.transaction((ledger) => saveCommentUpdate(ledger, discussion, update, facts));
  await newsroom.quiet();

  const shown = newsroom.messages(newsroom.threads()[0]?.id).map(({ content }) => content);
  expect(shown.filter((text) => text === '-# This comment was deleted on the site.')).toHaveLength(
    1,
  );
  expect(shown.join('\n')).toContain('In spring, they say.');
  expect(shown.join('\n')).not.toMatch(/When will they decide|stood for a century/);
  const after = await store.discussions.listComments(discussion.id);
  expect(JSON.stringify(after)).not.toMatch(/Maren|When will they decide/);
  const [placeholder] = after.filter(({ comment }) => comment.deleted && comment.author === '');
  await expect(flaggedComment(ports, newsroom.guildId, placeholder?.key ?? '')).rejects.toThrow(
    'gone already',
  );
});
