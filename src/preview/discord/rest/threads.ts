import { isThread, threadTypes } from '../world/model.ts';
import type { Thread } from '../world/model.ts';
import { accessOf, demand, demandOpenThread } from '../world/access.ts';
import type { ThreadDraft } from '../world/threads.ts';
import { openForumPost, openThread, openThreadFrom } from '../world/threads.ts';
import { refusal } from '../world/refusal.ts';
import { joinThread, leaveThread } from '../world/thread-members.ts';
import { messageView, threadView } from '../world/views.ts';
import { refusedThreadCreate, refusedThreadFromMessage } from '../rules/index.ts';
import { access, messageOf } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, countOf, idOf, noContent, ok } from './route.ts';

function fromMessage(call: Call): Answer {
  access(call);
  const starter = messageOf(call);
  const draft = accepted(call.body, refusedThreadFromMessage) as ThreadDraft;
  const self = call.application.botUserId;
  const thread = openThreadFrom(call.world, self, starter, draft);
  return { status: 201, body: threadView(call.world, thread, self) };
}

function create(call: Call): Answer {
  const { channel } = access(call);
  const self = call.application.botUserId;
  const draft = accepted(call.body, (body) =>
    refusedThreadCreate(body, channel.type),
  ) as ThreadDraft;
  if (channel.type === 15) {
    const { thread, message } = openForumPost(call.world, self, channel.id, draft);
    const first = messageView(call.world, message, self);
    return { status: 201, body: { ...threadView(call.world, thread, self), message: first } };
  }
  const thread = openThread(call.world, self, channel.id, draft);
  return { status: 201, body: threadView(call.world, thread, self) };
}

type Archive = 'public' | 'private' | 'joined';

/**
 * Archived threads, the latest archived first; `before` is an instant. The private ones take Manage
 * Threads, but for those the bot is a member of.
 */
function archived(call: Call, which: Archive): Answer {
  const where = access(call);
  demand(where, 'ReadMessageHistory');
  if (which === 'private') demand(where, 'ManageThreads');
  const self = call.application.botUserId;
  const wanted = (one: Thread): boolean =>
    (one.type === threadTypes.private) === (which !== 'public') &&
    (which !== 'joined' || call.world.threadMembers.get(one.id)?.has(self) === true);
  const limit = countOf(call, 'limit', { least: 2, most: 100, usual: 50 });
  const before = Date.parse(call.query.get('before') ?? '');
  const archivedMs = (thread: Thread) => Date.parse(thread.thread_metadata.archive_timestamp);
  const all = call.world
    .threads()
    .filter((one) => one.parent_id === where.channel.id && one.thread_metadata.archived)
    .filter((one) => wanted(one) && !(archivedMs(one) >= before))
    .sort((a, b) => archivedMs(b) - archivedMs(a));
  const threads = all.slice(0, limit).map((one) => threadView(call.world, one, self));
  const members = threads.flatMap((one) => (one['member'] ? [one['member']] : []));
  return ok({ threads, members, has_more: all.length > limit });
}

function thread(call: Call): Thread {
  const { channel } = access(call);
  if (!isThread(channel)) throw refusal('wrongChannelType');
  return channel;
}

/** The user a thread-member path names, `@me` being the caller. */
function userOf(call: Call): string {
  return call.params['user'] === '@me' ? call.application.botUserId : idOf(call, 'user');
}

function members(call: Call): Answer {
  const { id } = thread(call);
  const joined = call.world.threadMembers.get(id) ?? new Map<string, string>();
  return ok(
    [...joined].map(([user_id, join_timestamp]) => ({ id, user_id, join_timestamp, flags: 1 })),
  );
}

function join(call: Call): Answer {
  const one = thread(call);
  const user = userOf(call);
  const where = accessOf(call.world, call.application.botUserId, one.id);
  if (one.thread_metadata.archived) throw refusal('threadArchived');
  if (user !== call.application.botUserId) {
    demandOpenThread(where, 'post');
    demand(where, 'SendMessagesInThreads');
  }
  const guild = call.world.guild(one.guild_id);
  if (!guild.members.has(user)) throw refusal('unknownMember');
  joinThread(call.world, one, user);
  return noContent;
}

function leave(call: Call): Answer {
  const one = thread(call);
  const user = userOf(call);
  if (one.thread_metadata.archived) throw refusal('threadArchived');
  if (user !== call.application.botUserId) demand(access(call), 'ManageThreads');
  leaveThread(call.world, one, user);
  return noContent;
}

/** @throws 10007 for somebody who is not in the thread */
function member(call: Call): Answer {
  const { id } = thread(call);
  const user_id = userOf(call);
  const join_timestamp = call.world.threadMembers.get(id)?.get(user_id);
  if (!join_timestamp) throw refusal('unknownMember');
  return ok({ id, user_id, join_timestamp, flags: 1 });
}

const memberPath = '/channels/:channel/thread-members/:user';

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/channels/:channel/messages/:message/threads',
    handler: fromMessage,
  },
  { method: 'POST', template: '/channels/:channel/threads', handler: create },
  {
    method: 'GET',
    template: '/channels/:channel/threads/archived/public',
    handler: (call) => archived(call, 'public'),
  },
  {
    method: 'GET',
    template: '/channels/:channel/threads/archived/private',
    handler: (call) => archived(call, 'private'),
  },
  {
    method: 'GET',
    template: '/channels/:channel/users/@me/threads/archived/private',
    handler: (call) => archived(call, 'joined'),
  },
  { method: 'GET', template: '/channels/:channel/thread-members', handler: members },
  { method: 'GET', template: memberPath, handler: member },
  { method: 'PUT', template: memberPath, handler: join },
  { method: 'DELETE', template: memberPath, handler: leave },
];
