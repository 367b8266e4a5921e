import type { Message } from '../world/model.ts';
import type { Access } from '../world/access.ts';
import { accessOf, demand, demandOpenThread } from '../world/access.ts';
import type { Draft } from '../world/compose.ts';
import { hasPermission } from '../world/permissions.ts';
import { isSystemMessage, removeMessage, rewriteMessage, sendMessage } from '../world/posting.ts';
import { refusal } from '../world/refusal.ts';
import { olderFirst, snowflakeMs } from '../world/snowflake.ts';
import { messageView } from '../world/views.ts';
import { withoutContent } from '../world/message-content.ts';
import { refusedMessageCreate, refusedMessageEdit } from '../rules/index.ts';
import type { Answer, Call, ExtraLimit, Route } from './route.ts';
import { accepted, countOf, idOf, noContent, ok } from './route.ts';

const hourMs = 3_600_000;

export function access(call: Call): Access {
  return accessOf(call.world, call.application.botUserId, idOf(call, 'channel'));
}

export function messageOf(call: Call): Message {
  return call.world.message(idOf(call, 'channel'), idOf(call, 'message'));
}

/** A message as the calling application gets it: others' content only with the intent. */
export function shown(call: Call, message: Message): Message {
  return withoutContent(
    messageView(call.world, message, call.application.botUserId),
    call.application,
    call.application.privilegedIntents,
  );
}

/** What an edit is judged against. */
export function existingParts(message: Message): Parameters<typeof refusedMessageEdit>[1] {
  return {
    flags: message.flags,
    content: message.content,
    embeds: message.embeds.length,
    components: message.components.length,
    attachments: message.attachments.length,
  };
}

/** The page of a history that `around`, `before`, `after` and `limit` ask for, newest first. */
export function page(call: Call, history: readonly Message[]): Message[] {
  const limit = countOf(call, 'limit', { least: 1, most: 100, usual: 50 });
  const around = call.query.get('around');
  const before = call.query.get('before');
  const after = call.query.get('after');
  const newestFirst = [...history].reverse();
  if (around) {
    const half = Math.floor(limit / 2);
    const older = newestFirst.filter((one) => olderFirst(one.id, around) < 0).slice(0, half);
    const rest = history.filter((one) => olderFirst(one.id, around) >= 0);
    return [...rest.slice(0, limit - half).reverse(), ...older];
  }
  if (before) return newestFirst.filter((one) => olderFirst(one.id, before) < 0).slice(0, limit);
  if (after) {
    return history
      .filter((one) => olderFirst(one.id, after) > 0)
      .slice(0, limit)
      .reverse();
  }
  return newestFirst.slice(0, limit);
}

function list(call: Call): Answer {
  const { bits, channel } = access(call);
  const history = hasPermission(bits, 'ReadMessageHistory')
    ? call.world.messagesOf(channel.id)
    : [];
  return ok(page(call, history).map((message) => shown(call, message)));
}

function get(call: Call): Answer {
  demand(access(call), 'ReadMessageHistory');
  return ok(shown(call, messageOf(call)));
}

function create(call: Call): Answer {
  const channelId = idOf(call, 'channel');
  call.world.channel(channelId);
  const draft = accepted(call.body, refusedMessageCreate) as Draft;
  const message = sendMessage(call.world, call.application.botUserId, channelId, draft);
  const nonce = draft.nonce === undefined ? {} : { nonce: draft.nonce };
  return ok({ ...shown(call, message), ...nonce });
}

function isOwn(call: Call, message: Message): boolean {
  return message.author.id === call.application.botUserId;
}

/** @throws 50005 for another's message, but a moderator may hide its embeds */
function edit(call: Call): Answer {
  const where = access(call);
  const message = messageOf(call);
  const draft = accepted(call.body, (body) =>
    refusedMessageEdit(body, existingParts(message)),
  ) as Draft;
  if (!isOwn(call, message)) {
    const onlyFlags = Object.keys(draft).every((key) => key === 'flags');
    if (!onlyFlags) throw refusal('notAuthor');
    demand(where, 'ManageMessages');
  }
  if (isSystemMessage(message)) throw refusal('systemMessage');
  demandOpenThread(where, 'edit');
  if ((draft.embeds ?? []).length > 0) demand(where, 'EmbedLinks');
  rewriteMessage(call.world, message, draft, hasPermission(where.bits, 'MentionEveryone'));
  return ok(shown(call, message));
}

function remove(call: Call): Answer {
  const where = access(call);
  const message = messageOf(call);
  if (!isOwn(call, message)) demand(where, 'ManageMessages');
  if (message.type === 21) throw refusal('systemMessage');
  removeMessage(call.world, message);
  return noContent;
}

/** Edits of messages over an hour old have a bucket of their own. */
export function oldEditLimit(call: Call): ExtraLimit | null {
  const id = call.params['message'] ?? '';
  if (!/^\d{15,20}$/.test(id) || call.world.now() - snowflakeMs(id) <= hourMs) return null;
  return {
    key: `old-edit:${call.params['channel'] ?? ''}`,
    calls: 3,
    perMs: 6_000,
    code: 30_046,
    message: 'Maximum number of edits to messages older than 1 hour reached. Try again later.',
  };
}

const messagePath = '/channels/:channel/messages/:message';

export const messageRoutes: readonly Route[] = [
  { method: 'GET', template: '/channels/:channel/messages', handler: list },
  {
    method: 'POST',
    template: '/channels/:channel/messages',
    handler: create,
    limits: [{ calls: 5, perMs: 5_000 }],
  },
  { method: 'GET', template: messagePath, handler: get },
  { method: 'PATCH', template: messagePath, handler: edit, extraLimit: oldEditLimit },
  { method: 'DELETE', template: messagePath, handler: remove },
];
