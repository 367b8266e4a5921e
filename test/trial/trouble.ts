import type { CallPattern, LocalDiscord, SeenCall } from '../../src/preview/discord/index.ts';
import type { Random } from '../support/random.ts';

const posts = 'POST /channels/:id/messages';
const forumPosts = 'POST /channels/:id/threads';

/** The calls that fail now and then, those that matter most more often. */
const failing: readonly CallPattern[] = [
  posts,
  posts,
  posts,
  forumPosts,
  forumPosts,
  'PATCH /channels/:id/messages/:message',
  'PATCH /channels/:id/messages/:message',
  'DELETE /channels/:id/messages/:message',
  'POST /channels/:id/messages/:message/threads',
  'PUT /channels/:id/messages/pins/:message',
  'PATCH /channels/:id',
  'GET /channels/:id/messages',
  'GET /channels/:id',
  'GET /guilds/:id/threads/active',
  'GET /gateway/bot',
];

export const isChanging = ({ method, path }: { method: string; path: string }): boolean =>
  method !== 'GET' && path.startsWith('/channels/');

/** Orders one fault of Discord or of the network. */
export function makeTrouble(discord: LocalDiscord, random: Random): void {
  const { faults } = discord;
  const kind = random.next();
  if (kind < 0.08) faults.dropSockets({ forgetSessions: random.chance(0.5) });
  else if (kind < 0.11) faults.askToReconnect();
  else if (kind < 0.14) faults.invalidateSessions({ resumable: random.chance(0.5) });
  else {
    const pattern = random.pick(failing) ?? posts;
    // Few are never answered: the bot waits for 15 s of real time.
    const silent = random.chance(0.03);
    const status = silent ? 'silence' : (random.pick([500, 502, 503, 'drop'] as const) ?? 500);
    const when = random.chance(0.6) ? 'after' : 'before';
    faults.failNext(pattern, { status, when, count: random.chance(0.3) ? random.whole(2, 6) : 1 });
  }
}

/**
 * The next forum post is opened, but its answer is lost, and it is archived before anybody can ask
 * again. `then` is called with its id, which is also its message's.
 */
export function loseArchivedPost(
  discord: LocalDiscord,
  ownerId: string,
  then: (threadId: string) => void,
): void {
  discord.faults.failNext(forumPosts, { status: 'drop', when: 'after' });
  const stop = discord.faults.onCall((call) => {
    if (call.phase !== 'after' || !isForumPost(call) || call.status !== 201) return;
    stop();
    const { id } = call.answer as { id: string };
    discord.actor(ownerId).archiveThread(id);
    then(id);
  });
}

const isForumPost = ({ method, route }: SeenCall) =>
  method === 'POST' && /^\/channels\/:\w+\/threads$/.test(route);

/** Discord archives a thread that people have left. */
export function archiveSomeThread(
  discord: LocalDiscord,
  ownerId: string,
  channelIds: readonly string[],
  random: Random,
): void {
  const threads = channelIds
    .flatMap((id) => discord.threads(id).slice(-8))
    .filter(({ thread_metadata: { archived, locked } }) => !archived && !locked);
  const thread = random.pick(threads);
  if (thread) discord.actor(ownerId).archiveThread(thread.id);
}
