import { expect, test } from 'vitest';
import type { MutedAuthor } from '../../../src/core/moderation/muted-author.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { muteAuthor, unmuteAuthor } from '../../../src/newsroom/moderation/mute-author.ts';
import {
  century,
  edited,
  flag,
  flaggedNow,
  newsroom,
  ninety,
  ports,
  rule,
  shown,
  useNewsroom,
  withThread,
} from './flagged-comment.ts';

useNewsroom();

const mutedText = 'This comment is not shown: the moderators muted its author.';

/** The thread's messages by id, to see whether one was edited in its place. */
const thread = () => newsroom.messages(newsroom.threads()[0]?.id ?? '');
const idOf = (text: string) => thread().find(({ content }) => content.includes(text))?.id;

async function mute() {
  const { subject } = await flaggedNow();
  const commentKey = subject.kind === 'comment' ? subject.commentKey : '';
  const { guildId, moderator: by } = newsroom;
  const muted = await muteAuthor(ports(), { guildId, commentKey, by });
  await newsroom.quiet();
  return muted;
}

async function unmute(author: Pick<MutedAuthor, 'authorKey' | 'name'>) {
  const { guildId, moderator: by } = newsroom;
  const unmuted = await unmuteAuthor(ports(), { guildId, author, by });
  await newsroom.quiet();
  return unmuted;
}

/** The key of the stored comment with this text. */
async function keyOf(text: string): Promise<string | undefined> {
  const { discussions } = ports().store;
  const [found] = await discussions.listInGuild(newsroom.guildId, ['open'], 1);
  const stored = found ? await discussions.listComments(found.discussion.id) : [];
  return stored.find(({ comment }) => JSON.stringify(comment.body).includes(text))?.key;
}

const writes = async (author: string, text: string) => {
  newsroom.paper.addComment('pier', { author, text });
  await newsroom.later(6 * minuteMs);
};

test('the comments of a muted author become placeholders, and return to their places', async () => {
  await withThread();
  const place = idOf(century);
  expect(place).toBeDefined();
  const { author, hidden } = await mute();
  expect(author).toMatchObject({ name: 'Ngozi', profileUrl: null, site: expect.any(String) });
  expect(hidden).toBe(1);
  expect(shown()).not.toContain('Ngozi');
  expect(thread().find(({ id }) => id === place)?.content).toContain(mutedText);

  expect(await mute()).toMatchObject({ outcome: 'already-muted', hidden: 0 });
  await newsroom.restart();
  await newsroom.quiet();
  expect(shown()).not.toContain(century);

  expect(await unmute(author)).toMatchObject({ shown: 1 });
  expect(idOf(century)).toBe(place);
  expect(shown()).not.toContain(mutedText);
  const lines = await ports().store.audit.list(newsroom.guildId, 20);
  expect(lines.filter(({ subject }) => subject === `author:${author.authorKey}`)).toMatchObject([
    { action: 'author.unmuted', actor: newsroom.moderator },
    {
      action: 'author.muted',
      actor: newsroom.moderator,
      reason: expect.stringMatching(/^Ngozi at /),
    },
  ]);
  await expect(unmute(author)).rejects.toThrow('Nobody of the name “Ngozi” is muted here.');
});

test('what a muted author writes later is not posted, and is once the author is unmuted', async () => {
  await withThread();
  const { author } = await mute();
  const before = thread().length;
  await writes('  NGOZI ', 'And another thing.');
  await writes('Maren', 'Somebody else writes.');
  expect(thread()).toHaveLength(before + 1);
  expect(shown()).not.toContain('another thing');

  expect(await unmute(author)).toMatchObject({ shown: 2 });
  expect(shown()).toContain('And another thing.');
  expect(thread()).toHaveLength(before + 2);
});

test('a long comment of a muted author returns whole and in its place', async () => {
  await withThread();
  const long = Array.from(
    { length: 60 },
    (_, at) => `Sentence ${at} of a long letter to the board.`,
  );
  await writes('Ngozi', long.join(' '));
  await writes('Maren', 'The last word.');
  const order = thread().map(({ id }) => id);
  const texts = thread().map(({ content }) => content);
  const { author, hidden } = await mute();
  expect(hidden).toBe(2);
  expect(shown()).not.toMatch(/Sentence \d/);
  expect(thread().map(({ id }) => id)).toEqual(order);
  await unmute(author);
  expect(thread().map(({ id }) => id)).toEqual(order);
  expect(thread().map(({ content }) => content)).toEqual(texts);
});

test('a muted author’s comment that is edited, and takes more messages, has its button all the same', async () => {
  await withThread();
  await mute();
  newsroom.paper.editComment('pier', 'c3', 'The pier is old. '.repeat(200));
  await newsroom.later(6 * minuteMs);
  const placeholder = thread().find(({ content }) => content.includes(mutedText));
  expect(JSON.stringify(placeholder?.components)).toMatch(
    /"report:.+"disabled":true|"disabled":true.+"report:/u,
  );
});

test('an author who is unmuted before Discord said that the text is gone has it back', async () => {
  await withThread();
  const place = idOf(century);
  newsroom.discord.faults.failNext('PATCH /channels/:id/messages/:message', {
    status: 'drop',
    when: 'after',
  });
  const { author } = await mute();
  expect(thread().find(({ id }) => id === place)?.content).toContain(mutedText);
  await unmute(author);
  await newsroom.later(minuteMs);
  expect(idOf(century)).toBe(place);
});

test('a muted author’s comment that a ruling removed stays removed after the unmute', async () => {
  await withThread();
  const { author } = await mute();
  await flag();
  await rule(1, 'remove');
  await unmute(author);
  expect(shown()).not.toContain(century);
  await rule(1, 'undo');
  expect(shown()).toContain(century);
});

test('what its author deleted while it was removed, or its author muted, does not come back', async () => {
  await withThread();
  await writes('Ngozi', 'And another thing.');
  await flag();
  await rule(1, 'remove');
  const { author } = await muteAuthor(ports(), {
    guildId: newsroom.guildId,
    commentKey: (await keyOf('And another thing.')) ?? '',
    by: newsroom.moderator,
  });
  const later = newsroom.paper.addComment('pier', { author: 'Ngozi', text: 'One more.' });
  await newsroom.later(6 * minuteMs);
  newsroom.paper.withdrawComment('pier', 'c3');
  newsroom.paper.withdrawComment('pier', later);
  for (let look = 0; look < 3; look += 1) await newsroom.later(6 * minuteMs);
  await rule(1, 'undo');
  await unmute(author);
  expect(shown()).toContain('And another thing.');
  expect(shown()).not.toContain(century);
  expect(shown()).not.toContain('One more.');
});

test('what was edited while it was removed comes back as its site has it', async () => {
  await withThread();
  await flag();
  await rule(1, 'remove');
  await edited(ninety);
  await rule(1, 'undo');
  expect(shown()).toContain(ninety);
  expect(shown()).not.toContain(century);
});

test('after the undo of a hide, the placeholder of a muted author’s comment says so', async () => {
  await withThread();
  const place = idOf(century);
  await flag();
  await rule(1, 'hide');
  await mute();
  expect(shown()).not.toContain(mutedText);
  await rule(1, 'undo');
  expect(thread().find(({ id }) => id === place)?.content).toContain(mutedText);
});

test('the undo of a removal does not show a muted author', async () => {
  await withThread();
  await flag();
  await rule(1, 'remove');
  const comments = await ports().store.discussions.listAuthors(
    { guildId: newsroom.guildId, discussionId: null },
    'ngozi',
    10,
  );
  const [comment] = comments;
  const { guildId, moderator: by } = newsroom;
  const request = { guildId, commentKey: comment?.key ?? '', by };
  const { author } = await muteAuthor(ports(), request);
  await rule(1, 'undo');
  expect(shown()).not.toContain(century);
  await unmute(author);
  expect(shown()).toContain(century);
});

test('a comment of another server cannot be muted from here', async () => {
  await withThread();
  const { subject } = await flaggedNow();
  const commentKey = subject.kind === 'comment' ? subject.commentKey : '';
  const request = { guildId: newsroom.reader, commentKey, by: newsroom.moderator };
  await expect(muteAuthor(ports(), request)).rejects.toThrow(/no longer stores this comment/);
});
