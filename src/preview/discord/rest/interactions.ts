import { answerInteraction, anyMessage } from '../world/interaction-answers.ts';
import type { CallbackBody } from '../world/interaction-answers.ts';
import { answerable } from '../world/interactions.ts';
import type { Interaction } from '../world/interaction-model.ts';
import { interactionTypes } from '../world/interaction-model.ts';
import { Refusal } from '../world/refusal.ts';
import { messageView } from '../world/views.ts';
import { refusedInteractionCallback, refusedMessageEdit } from '../rules/index.ts';
import { existingParts } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, noContent, ok, textOf } from './route.ts';

function checkedUpdate(call: Call, interaction: Interaction, body: CallbackBody): void {
  if (body.type !== 7 || !interaction.sourceMessageId) return;
  const message = anyMessage(call.world, interaction.channelId, interaction.sourceMessageId);
  accepted(body.data ?? {}, (data) => refusedMessageEdit(data, existingParts(message)));
}

function callback(call: Call): Answer {
  try {
    return answer(call);
  } catch (error) {
    const interaction = call.world.interactions.get(textOf(call, 'interaction'));
    if (interaction && error instanceof Refusal) {
      const facts = error.errors ? ` ${JSON.stringify(error.errors)}` : '';
      interaction.refused = `${error.code} ${error.message}${facts}`;
    }
    throw error;
  }
}

function answer(call: Call): Answer {
  const interaction = answerable(call.world, idOf(call, 'interaction'), textOf(call, 'token'));
  const body = accepted(call.body, refusedInteractionCallback) as CallbackBody;
  checkedUpdate(call, interaction, body);
  const given = answerInteraction(call.world, interaction, body);
  if (call.query.get('with_response') !== 'true') return noContent;
  const messageId = 'messageId' in given ? given.messageId : null;
  const described = {
    id: interaction.id,
    type: interactionTypes[interaction.kind],
    channel_id: interaction.channelId,
    guild_id: interaction.guildId,
    ...('messageId' in given
      ? {
          response_message_id: given.messageId,
          response_message_loading: body.type === 5,
          response_message_ephemeral: given.ephemeral,
        }
      : {}),
  };
  if (!messageId || body.type === 6) return ok({ interaction: described });
  const message = anyMessage(call.world, interaction.channelId, messageId);
  const view = messageView(call.world, message, interaction.applicationId);
  return ok({
    interaction: described,
    resource: { type: body.type === 5 ? 4 : body.type, message: view },
  });
}

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/:interaction/:token/callback',
    tokenInPath: true,
    handler: callback,
  },
];
