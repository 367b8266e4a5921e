import { isThread, threadTypes } from '../world/model.ts';
import type { Fields, Thread } from '../world/model.ts';
import { accessOrNull, demand } from '../world/access.ts';
import type { ThreadDraft } from '../world/threads.ts';
import { openForumPost, openThread, openThreadFrom } from '../world/threads.ts';
import { refusal } from '../world/refusal.ts';
import { messageView, threadView } from '../world/views.ts';
import { refusedThreadCreate, refusedThreadFromMessage } from '../rules/index.ts';
import { access, messageOf } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, countOf, idOf, ok } from './route.ts';

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

/** Active threads of the guild that the bot can see. @throws 10004 for a guild that it is not in */
function active(call: Call): Answer {
  const guild = call.world.guild(idOf(call, 'guild'));
  const viewer = call.application.botUserId;
  if (!guild.members.has(viewer)) throw refusal('unknownGuild');
  const threads = call.world
    .threads()
    .filter((thread) => thread.guild_id === guild.id && !thread.thread_metadata.archived)
    .filter((thread) => accessOrNull(call.world, viewer, thread.id) !== null);
  return ok({ ...threadList(call, threads), has_more: false });
}

/** Archived public threads, the latest archived first; `before` is an instant. */
function archived(call: Call): Answer {
  const where = access(call);
  demand(where, 'ReadMessageHistory');
  const limit = countOf(call, 'limit', { least: 2, most: 100, usual: 50 });
  const before = Date.parse(call.query.get('before') ?? '');
  const archivedMs = (thread: Thread) => Date.parse(thread.thread_metadata.archive_timestamp);
  const all = call.world
    .threads()
    .filter((one) => one.parent_id === where.channel.id && one.thread_metadata.archived)
    .filter((one) => one.type !== threadTypes.private && !(archivedMs(one) >= before))
    .sort((a, b) => archivedMs(b) - archivedMs(a));
  return ok({ ...threadList(call, all.slice(0, limit)), has_more: all.length > limit });
}

function threadList(
  call: Call,
  threads: readonly Thread[],
): { threads: Fields[]; members: unknown[] } {
  const views = threads.map((one) => threadView(call.world, one, call.application.botUserId));
  return {
    threads: views,
    members: views.flatMap((one) => (one['member'] ? [one['member']] : [])),
  };
}

/** @throws 10007 for somebody who is not in the thread */
function member(call: Call): Answer {
  const { channel } = access(call);
  if (!isThread(channel)) throw refusal('wrongChannelType');
  const user_id = idOf(call, 'user');
  const join_timestamp = call.world.threadMembers.get(channel.id)?.get(user_id);
  if (!join_timestamp) throw refusal('unknownMember');
  return ok({ id: channel.id, user_id, join_timestamp, flags: 1 });
}

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/channels/:channel/messages/:message/threads',
    handler: fromMessage,
  },
  { method: 'POST', template: '/channels/:channel/threads', handler: create },
  { method: 'GET', template: '/guilds/:guild/threads/active', handler: active },
  { method: 'GET', template: '/channels/:channel/threads/archived/public', handler: archived },
  { method: 'GET', template: '/channels/:channel/thread-members/:user', handler: member },
];
