import type { ChannelKind } from './channel.ts';

const reading = ['ViewChannel', 'ReadMessageHistory', 'EmbedLinks'] as const;
const inThreads = ['SendMessagesInThreads', 'ManageThreads', 'ManageMessages'] as const;
const inChannels = ['SendMessages', 'CreatePublicThreads', ...inThreads, ...reading] as const;

export type PermissionName = (typeof inChannels)[number];

/** In the order in which Discord's settings show them. */
const order: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ManageThreads',
  'ManageMessages',
  'EmbedLinks',
  'ReadMessageHistory',
];

const needed: Readonly<Record<ChannelKind, readonly PermissionName[]>> = {
  text: inChannels,
  announcement: inChannels,
  // To open a forum's post takes Send Messages, which Discord calls "Create Posts" there.
  forum: ['SendMessages', ...inThreads, ...reading],
  thread: ['SendMessagesInThreads', ...reading],
};

/** What the bot needs to post stories in a channel of that kind, by Discord's names. */
export function requiredPermissions(kind: ChannelKind): readonly PermissionName[] {
  return order.filter((name) => needed[kind].includes(name));
}

/** What its install link asks for: beside these, what makes it nicer. */
export const invitePermissions = [...order, 'AttachFiles', 'PinMessages'] as const;

/** Permissions as Discord's settings name them to people: "Send Messages, Embed Links". */
export function permissionLabels(names: readonly string[]): string {
  return names
    .map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(' In ', ' in '))
    .join(', ');
}
