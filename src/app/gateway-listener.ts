import type { GatewayListener } from '../edge/discord/gateway-events.ts';
import { onChannelDeleted } from '../newsroom/discussions/channel-deleted.ts';
import {
  onMessagesDeleted,
  onPermissionsChanged,
  onThreadChanged,
  onThreadDeleted,
} from '../newsroom/discussions/discord-events.ts';
import { onMemberMessage } from '../newsroom/discussions/member-messages.ts';
import { MessageCounter } from '../newsroom/discussions/message-counter.ts';
import { onSlowModeChanged } from '../newsroom/discussions/slow-mode.ts';
import type { Ports } from '../newsroom/ports.ts';
import {
  onServerJoined,
  onServerLeft,
  onServersKnown,
} from '../newsroom/subscriptions/left-servers.ts';

/** What the newsroom does about each event in Discord. */
export function gatewayListener(ports: Ports, signal: AbortSignal): GatewayListener {
  const counter = new MessageCounter();
  return {
    async onThreadChanged(threadId, state) {
      await onThreadChanged(ports, threadId, state, signal);
      await onSlowModeChanged(ports, threadId, state.slowModeSeconds, signal);
    },
    onMemberMessage: (message) => onMemberMessage(ports, counter, message, signal),
    onThreadDeleted: (threadId) => onThreadDeleted(ports, threadId, signal),
    onChannelDeleted: (deleted) => onChannelDeleted(ports, deleted),
    onMessagesDeleted: (ids) => onMessagesDeleted(ports, ids),
    onServersKnown: (known) => onServersKnown(ports, known),
    onServerJoined: (guildId) => onServerJoined(ports, guildId),
    onServerLeft: (guildId) => onServerLeft(ports, guildId),
    onPermissionsChanged: (guildId) => onPermissionsChanged(ports, guildId),
  };
}
