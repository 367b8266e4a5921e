import type { Draft } from '../world/compose.ts';
import type { DirectChannel } from '../world/model.ts';
import type { DirectAccess } from '../world/direct-messages.ts';
import {
  directOf,
  directView,
  openDirect,
  removeDirect,
  rewriteDirect,
  sendDirect,
} from '../world/direct-messages.ts';
import { refusal } from '../world/refusal.ts';
import { refusedDirectChannel, refusedMessageCreate, refusedMessageEdit } from '../rules/index.ts';
import { existingParts, messageOf, page, shown } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok } from './route.ts';

/** The private channel of a path, when the calling bot is in it. */
function directIn(call: Call): DirectAccess | null {
  return directOf(call.world, call.application.botUserId, idOf(call, 'channel'));
}

function open(call: Call): Answer {
  const body = accepted(call.body, refusedDirectChannel) as { recipient_id?: string };
  const direct = openDirect(call.world, call.application, body.recipient_id ?? '');
  return ok(directView(call.world, direct));
}

function create(call: Call, direct: DirectChannel): Answer {
  const draft = accepted(call.body, refusedMessageCreate) as Draft;
  const message = sendDirect(call.world, direct, draft);
  const nonce = draft.nonce === undefined ? {} : { nonce: draft.nonce };
  return ok({ ...shown(call, message), ...nonce });
}

function list(call: Call, direct: DirectChannel): Answer {
  const history = call.world.messagesOf(direct.id);
  return ok(page(call, history).map((message) => shown(call, message)));
}

function edit(call: Call, direct: DirectChannel): Answer {
  const message = messageOf(call);
  if (message.author.id !== call.application.botUserId) throw refusal('notAuthor');
  const draft = accepted(call.body, (body) =>
    refusedMessageEdit(body, existingParts(message)),
  ) as Draft;
  rewriteDirect(call.world, direct, message, draft);
  return ok(shown(call, message));
}

/** Nobody deletes another's message in a private channel. @throws 50003 */
function remove(call: Call, direct: DirectChannel): Answer {
  const message = messageOf(call);
  if (message.author.id !== call.application.botUserId) throw refusal('directAction');
  removeDirect(call.world, direct, message);
  return noContent;
}

type Direct = (call: Call, direct: DirectChannel) => Answer;

const inDirects: Readonly<Record<string, Direct>> = {
  'GET /channels/:channel': (call, direct) => ok(directView(call.world, direct)),
  'GET /channels/:channel/messages': list,
  'POST /channels/:channel/messages': create,
  'GET /channels/:channel/messages/:message': (call) => ok(shown(call, messageOf(call))),
  'PATCH /channels/:channel/messages/:message': edit,
  'DELETE /channels/:channel/messages/:message': remove,
};

/** The routes of channels, which serve private channels too. */
export function withDirects(routes: readonly Route[]): Route[] {
  return routes.map((route) => {
    const inDirect = inDirects[`${route.method} ${route.template}`];
    if (!inDirect) return route;
    const handler = (call: Call): Answer => {
      const found = directIn(call);
      return found ? inDirect(call, found.direct) : route.handler(call);
    };
    return { ...route, handler };
  });
}

export const directRoutes: readonly Route[] = [
  { method: 'POST', template: '/users/@me/channels', handler: open },
];
