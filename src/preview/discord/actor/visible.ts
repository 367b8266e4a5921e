import { accessOrNull } from '../world/access.ts';
import { directOf } from '../world/direct-messages.ts';
import { flatComponents } from '../world/components.ts';
import type { Application, Component, Id, Message } from '../world/model.ts';
import { messageFlags } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { ActorRefused } from './refused.ts';

export type MessageRef = Id | Pick<Message, 'id'>;

/** A message a person can see, ephemeral ones of theirs included. @throws ActorRefused 10008 */
export function visibleMessage(world: World, userId: Id, ref: MessageRef): Message {
  const id = typeof ref === 'string' ? ref : ref.id;
  const hidden = world.ephemerals.get(id);
  if (hidden?.userId === userId) return hidden.message;
  for (const history of world.messages.values()) {
    const message = history.get(id);
    if (message && isInSight(world, userId, message.channel_id)) return message;
  }
  throw new ActorRefused(10008, `There is no message ${id} in sight`);
}

function isInSight(world: World, userId: Id, channelId: Id): boolean {
  if (world.directs.has(channelId)) return directOf(world, userId, channelId) !== null;
  return accessOrNull(world, userId, channelId) !== null;
}

/** The application whose components a message carries. */
export function applicationOf(world: World, message: Message): Application {
  const application =
    world.applications.get(message.application_id ?? '') ??
    world.applicationOfBot(message.author.id);
  if (!application) throw new ActorRefused(10002, 'This message is not from an application');
  return application;
}

/** The one component of these types with this custom_id, label or placeholder. */
function named(message: Message, types: readonly number[], name: string): Component {
  const parts = flatComponents(message.components).filter((part) => types.includes(part.type));
  const found =
    parts.find((part) => part.custom_id === name) ?? parts.find((part) => part.label === name);
  if (found) return found;
  const offered = parts.map((part) => part.label ?? part.custom_id ?? '?').join(', ') || 'nothing';
  throw new ActorRefused(50035, `The message offers no "${name}", but ${offered}`);
}

function usable(message: Message, part: Component): Component {
  if (message.flags & messageFlags.Loading) throw new ActorRefused(50035, 'It is still loading');
  if (part.disabled) throw new ActorRefused(50035, `"${part.label ?? part.custom_id}" is disabled`);
  return part;
}

/** A button that can be clicked. @throws ActorRefused for a link, a disabled or a missing one */
export function buttonOf(message: Message, name: string): Component {
  const button = usable(message, named(message, [2], name));
  if (button.custom_id === undefined) {
    throw new ActorRefused(50035, `"${name}" is a link: it opens ${button.url ?? 'a shop'}`);
  }
  return button;
}

/** A select menu that can be used, found by its custom_id. */
export function selectOf(message: Message, name: string): Component {
  return usable(message, named(message, [3, 5, 6, 7, 8], name));
}
