import { afterEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { onThreadChanged } from '../../../src/newsroom/discussions/discord-events.ts';
import { setOverride } from '../../../src/newsroom/discussions/moderator-override.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const ports = () => newsroom.bot.ports;
const states = ['waiting', 'open', 'closing', 'closed', 'detached'] as const;

async function discussion() {
  const [found] = await ports().store.discussions.listInGuild(newsroom.guildId, states, 1);
  if (!found) throw new Error('there is a discussion');
  return found.discussion;
}

/** The audit's lines about the discussion's states, oldest first. */
async function audit() {
  const lines = await ports().store.audit.list(newsroom.guildId, 50);
  return lines
    .filter(({ action }) => /^discussion\.(?!word-)/u.test(action))
    .map(
      ({ actor, action, reason }) => `${actor}: ${action}${reason === null ? '' : `, ${reason}`}`,
    )
    .toReversed();
}

async function stage(comments: typeof threeComments | []): Promise<void> {
  newsroom = await stageNewsroom({ edition: anEdition(aStory({ comments })) });
}

async function closedByModerator(): Promise<void> {
  const decide = ({ now }: { now: number }) => ({ kind: 'closed', at: now }) as const;
  await setOverride(ports(), (await discussion()).id, decide, newsroom.moderator);
  for (let look = 0; look < 3; look += 1) await newsroom.later(minuteMs);
}

test('a discussion whose thread is found to be deleted ends with a line in the audit', async () => {
  await stage(threeComments);
  await newsroom.quiet();
  newsroom.discord.faults.failNext('PATCH /channels/:channel', {
    status: 404,
    body: { code: 10003, message: 'Unknown Channel' },
  });
  await closedByModerator();
  expect(await audit()).toEqual([
    'wirethread: discussion.open',
    'wirethread: discussion.closing',
    'wirethread: discussion.closed',
    'discord: discussion.detached, thread deleted',
  ]);
  expect((await discussion()).state).toBe('detached');
});

test.each([
  [404, 10008, 'Unknown Message', 'message of the story deleted'],
  [400, 50035, 'Invalid Form Body', 'thread refused by Discord'],
])(
  'a discussion whose thread cannot be opened (%i, %i) ends with a line in the audit',
  async (status, code, message, reason) => {
    await stage(threeComments);
    newsroom.discord.faults.failNext('POST /channels/:channel/messages/:message/threads', {
      status,
      body: { code, message },
    });
    await newsroom.quiet();
    expect(await audit()).toEqual([`discord: discussion.detached, ${reason}`]);
    expect((await discussion()).state).toBe('detached');
  },
);

test('a discussion that closes before its first comment has a line in the audit', async () => {
  await stage([]);
  await newsroom.quiet();
  await closedByModerator();
  expect(await audit()).toEqual(['wirethread: discussion.closed']);
});

test('a thread that is locked while the bot stops is handled when it starts again', async () => {
  await stage(threeComments);
  await newsroom.quiet();
  const threadId = newsroom.threads()[0]?.id ?? '';
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(onThreadChanged(ports(), threadId, { locked: true }, stopped)).rejects.toThrow();
  expect((await discussion()).override).toBeNull();
});
