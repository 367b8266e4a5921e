import { demand } from '../world/access.ts';
import type { Access } from '../world/access.ts';
import type { Message, Reaction } from '../world/model.ts';
import { clearReactions, emojiNamed, react, reactedWith, unreact } from '../world/reacting.ts';
import { olderFirst } from '../world/snowflake.ts';
import { access, messageOf } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { countOf, idOf, noContent, ok, textOf } from './route.ts';

interface Place {
  where: Access;
  message: Message;
  emoji: Reaction['emoji'];
}

function place(call: Call): Place {
  const where = access(call);
  return { where, message: messageOf(call), emoji: emojiNamed(textOf(call, 'emoji')) };
}

function add(call: Call): Answer {
  const { where, message, emoji } = place(call);
  react(call.world, where, message, emoji);
  return noContent;
}

function remove(call: Call, userId: string): Answer {
  const { where, message, emoji } = place(call);
  unreact(call.world, where, message, emoji, userId);
  return noContent;
}

/** The people behind an emoji, by their ids; `after` is the last id seen. */
function list(call: Call): Answer {
  const { where, message, emoji } = place(call);
  demand(where, 'ReadMessageHistory');
  const limit = countOf(call, 'limit', { least: 1, most: 100, usual: 25 });
  const after = call.query.get('after') ?? '0';
  const users = [...reactedWith(call.world, message, emoji)]
    .sort(olderFirst)
    .filter((id) => olderFirst(id, after) > 0);
  return ok(users.slice(0, limit).map((id) => ({ ...call.world.user(id) })));
}

function clear(call: Call): Answer {
  const where = access(call);
  const named = call.params['emoji'];
  clearReactions(call.world, where, messageOf(call), named ? emojiNamed(named) : null);
  return noContent;
}

const all = '/channels/:channel/messages/:message/reactions';
/** One bucket for all that changes reactions. */
const shared = { bucket: 'reactions', limits: [{ calls: 1, perMs: 250 }] } as const;

export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', template: `${all}/:emoji/@me`, handler: add, ...shared },
  {
    method: 'DELETE',
    template: `${all}/:emoji/@me`,
    handler: (call) => remove(call, call.application.botUserId),
    ...shared,
  },
  {
    method: 'DELETE',
    template: `${all}/:emoji/:user`,
    handler: (call) => remove(call, idOf(call, 'user')),
    ...shared,
  },
  { method: 'GET', template: `${all}/:emoji`, handler: list },
  { method: 'DELETE', template: `${all}/:emoji`, handler: clear, ...shared },
  { method: 'DELETE', template: all, handler: clear, ...shared },
];
