import { accessOrNull } from './access.ts';
import { flatComponents, storedComponents } from './components.ts';
import type { Composing, Draft } from './compose.ts';
import { applyEdit, composedMessage } from './compose.ts';
import type { Choice, Interaction, InteractionAnswer, OpenModal } from './interaction-model.ts';
import { commandTypes } from './interaction-model.ts';
import { placeDirect, rewriteDirect } from './direct-messages.ts';
import { demandAnswerable } from './interactions.ts';
import type { Fields, Id, Message } from './model.ts';
import { messageFlags, messageTypes } from './model.ts';
import { hasPermission } from './permissions.ts';
import { placeMessage, rewriteMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { messageView } from './views.ts';
import type { World } from './world.ts';

export interface CallbackBody {
  type: number;
  data?: Draft & {
    choices?: Choice[];
    custom_id?: string;
    title?: string;
  };
}

const callbackTypes = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 };

const fitting: Record<Interaction['kind'], readonly number[]> = {
  command: [4, 5, 9],
  component: [4, 5, 6, 7, 9],
  autocomplete: [8],
  modal: [4, 5, 6, 7],
};

function composing(world: World, interaction: Interaction): Composing {
  const application = world.applications.get(interaction.applicationId);
  if (!application) throw refusal('unknownApplication');
  const { guildId } = interaction;
  const access =
    guildId === null ? null : accessOrNull(world, application.botUserId, interaction.channelId);
  return {
    world,
    guild: guildId === null ? null : world.guild(guildId),
    channelId: interaction.channelId,
    author: world.user(application.botUserId),
    mayMentionAll: access !== null && hasPermission(access.bits, 'MentionEveryone'),
  };
}

/** A message of a channel's history or an ephemeral one. */
export function anyMessage(world: World, channelId: Id, id: Id): Message {
  return world.ephemerals.get(id)?.message ?? world.message(channelId, id);
}

function emitForOne(world: World, interaction: Interaction, name: string, data: Fields): void {
  world.emit({ name, guildId: interaction.guildId, channelId: interaction.channelId, data });
}

function replyType(interaction: Interaction, repliedTo: Message | null): number {
  if (interaction.commandType === commandTypes.slash) return messageTypes.ChatInputCommand;
  if (interaction.commandType !== null) return messageTypes.ContextMenuCommand;
  return repliedTo ? messageTypes.Reply : messageTypes.Default;
}

function place(world: World, message: Message): void {
  const direct = world.directs.get(message.channel_id);
  if (direct) placeDirect(world, direct, message);
  else placeMessage(world, message);
}

function rewrite(world: World, message: Message, draft: Draft, mayMentionAll: boolean): void {
  const direct = world.directs.get(message.channel_id);
  if (direct) rewriteDirect(world, direct, message, draft);
  else rewriteMessage(world, message, draft, mayMentionAll);
}

/** Posts an answer or a follow-up, into the channel or before one person's eyes only. */
export function postAnswer(
  world: World,
  interaction: Interaction,
  draft: Draft,
  how: { loading?: boolean; followUpOf?: Id },
): Message {
  const ephemeral = ((draft.flags ?? 0) & messageFlags.Ephemeral) !== 0;
  demandAnswerable(world, interaction, !ephemeral);
  const history = world.messages.get(interaction.channelId);
  const repliedTo = history?.get(how.followUpOf ?? interaction.sourceMessageId ?? '') ?? null;
  const message = composedMessage(composing(world, interaction), draft, {
    repliedTo,
    application_id: interaction.applicationId,
    webhook_id: interaction.applicationId,
    interaction_metadata: interaction.metadata,
    type: how.followUpOf ? (repliedTo ? 19 : 0) : replyType(interaction, repliedTo),
  });
  if (how.loading) message.flags |= messageFlags.Loading;
  if (ephemeral) {
    world.ephemerals.set(message.id, { message, userId: interaction.userId });
    const data = messageView(world, message) as unknown as Fields;
    emitForOne(world, interaction, 'ephemeral_create', data);
  } else {
    place(world, message);
  }
  return message;
}

/** Changes an answer, a follow-up, or the message whose component was used. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  message: Message,
  draft: Draft,
): void {
  const where = composing(world, interaction);
  const ephemeral = world.ephemerals.has(message.id);
  demandAnswerable(world, interaction, !ephemeral);
  if (message.id === interaction.originalId) interaction.waiting = false;
  const wasLoading = (message.flags & messageFlags.Loading) !== 0;
  message.flags &= ~messageFlags.Loading;
  if (ephemeral) {
    applyEdit(where, message, draft);
    const data = messageView(world, message) as unknown as Fields;
    emitForOne(world, interaction, 'ephemeral_update', data);
  } else {
    rewrite(world, message, draft, where.mayMentionAll);
  }
  if (wasLoading) message.edited_timestamp = null;
}

/** Inputs that a modal can hold: text, selects, file upload, radio, checkboxes. */
const inputTypes = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);

function openModal(world: World, id: Id, data: NonNullable<CallbackBody['data']>): OpenModal {
  const components = storedComponents(data.components ?? [], world.nextId);
  const fields = flatComponents(components).filter((part) => inputTypes.has(part.type));
  const labels: Record<string, string> = {};
  for (const field of fields) labels[field.custom_id ?? ''] = field.label ?? '';
  for (const part of components) {
    if (part.component?.custom_id) labels[part.component.custom_id] = part.label ?? '';
  }
  return {
    id,
    custom_id: data.custom_id ?? '',
    title: data.title ?? '',
    components,
    fields,
    labels,
  };
}

function sourceOf(world: World, interaction: Interaction): Message {
  if (!interaction.sourceMessageId) {
    throw invalidField('type', 'BASE_TYPE_CHOICES', 'There is no message to update');
  }
  return anyMessage(world, interaction.channelId, interaction.sourceMessageId);
}

function answerFor(world: World, interaction: Interaction, body: CallbackBody): InteractionAnswer {
  const data = body.data ?? {};
  const ephemeral = ((data.flags ?? 0) & messageFlags.Ephemeral) !== 0;
  switch (body.type) {
    case callbackTypes.message:
    case callbackTypes.defer: {
      const loading = body.type === callbackTypes.defer;
      const draft: Draft = loading ? { flags: data.flags ?? 0 } : data;
      const message = postAnswer(world, interaction, draft, { loading });
      interaction.originalId = message.id;
      interaction.waiting = loading;
      return { kind: loading ? 'deferred' : 'reply', messageId: message.id, ephemeral };
    }
    case callbackTypes.deferUpdate:
    case callbackTypes.update: {
      const source = sourceOf(world, interaction);
      interaction.originalId = source.id;
      const hidden = world.ephemerals.has(source.id);
      if (body.type === callbackTypes.update) {
        editAnswer(world, interaction, source, data);
        return { kind: 'update', messageId: source.id, ephemeral: hidden };
      }
      interaction.waiting = true;
      return { kind: 'deferred', messageId: source.id, ephemeral: hidden };
    }
    case callbackTypes.choices:
      return { kind: 'choices', choices: data.choices ?? [] };
    default:
      return { kind: 'modal', modal: openModal(world, interaction.id, data) };
  }
}

/** The application's first answer. @throws 50035 for an answer that this interaction cannot take */
export function answerInteraction(
  world: World,
  interaction: Interaction,
  body: CallbackBody,
): InteractionAnswer {
  if (!fitting[interaction.kind].includes(body.type)) {
    throw invalidField(
      'type',
      'BASE_TYPE_CHOICES',
      `Value must be one of {${fitting[interaction.kind].join(', ')}}.`,
    );
  }
  const answer = answerFor(world, interaction, body);
  interaction.answer = answer;
  emitForOne(world, interaction, 'interaction_answered', { id: interaction.id, ...answer });
  return answer;
}
