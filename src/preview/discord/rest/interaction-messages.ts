import { anyMessage, editAnswer, postAnswer } from '../world/interaction-answers.ts';
import type { Draft } from '../world/compose.ts';
import { continuable } from '../world/interactions.ts';
import type { Interaction } from '../world/interaction-model.ts';
import type { Message } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import { messageView } from '../world/views.ts';
import { refusedMessageEdit, refusedWebhookExecute } from '../rules/index.ts';
import { existingParts, oldEditLimit } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, ok, textOf } from './route.ts';

/** The answered interaction whose token is in the path. @throws 10015, 50027 */
function interactionOf(call: Call): Interaction {
  return continuable(call.world, idOf(call, 'webhook'), textOf(call, 'token'));
}

function shown(call: Call, message: Message): Message {
  return messageView(call.world, message, call.params['webhook']);
}

/** A follow-up right after a deferral takes the deferral's place. */
function followUp(call: Call, interaction: Interaction, draft: Draft): Message {
  const { world } = call;
  const { originalId, answer } = interaction;
  const deferredReply = answer?.kind === 'deferred' && originalId !== interaction.sourceMessageId;
  if (interaction.waiting && deferredReply && originalId) {
    const original = anyMessage(world, interaction.channelId, originalId);
    editAnswer(world, interaction, original, draft);
    return original;
  }
  interaction.waiting = false;
  const followUpOf = originalId ?? interaction.id;
  return postAnswer(world, interaction, draft, { followUpOf });
}

function post(call: Call): Answer {
  const interaction = interactionOf(call);
  const draft = accepted(call.body, refusedWebhookExecute) as Draft;
  return ok(shown(call, followUp(call, interaction, draft)));
}

/** The message that a path names; it must be the application's own. @throws 10008 */
function target(call: Call, interaction: Interaction): Message {
  const name = textOf(call, 'message');
  const id = name === '@original' ? (interaction.originalId ?? '') : idOf(call, 'message');
  const message = anyMessage(call.world, interaction.channelId, id);
  const bot = call.world.applications.get(interaction.applicationId)?.botUserId;
  if (message.author.id !== bot) throw refusal('unknownMessage');
  return message;
}

function edit(call: Call): Answer {
  const interaction = interactionOf(call);
  const message = target(call, interaction);
  const draft = accepted(call.body, (body) =>
    refusedMessageEdit(body, existingParts(message)),
  ) as Draft;
  editAnswer(call.world, interaction, message, draft);
  return ok(shown(call, message));
}

/** Discord calls the application a webhook here: its id and the interaction's token are in the path. */
export const interactionMessageRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/webhooks/:webhook/:token',
    tokenInPath: true,
    handler: post,
    limits: [{ calls: 5, perMs: 2_000 }],
  },
  {
    method: 'PATCH',
    template: '/webhooks/:webhook/:token/messages/:message',
    tokenInPath: true,
    handler: edit,
    extraLimit: oldEditLimit,
  },
];
