import type { ChannelKind } from './channel.ts';

const reading = ['ViewChannel', 'ReadMessageHistory', 'EmbedLinks'] as const;
const inThreads = ['SendMessagesInThreads', 'ManageThreads', 'ManageMessages'] as const;
const inChannels = ['SendMessages', 'CreatePublicThreads', ...inThreads, ...reading] as const;

/** What posting under the names of commenters needs beside the required permissions. */
export const personaPermission = 'ManageWebhooks';

export type PermissionName = (typeof inChannels)[number];

/** In the order of Discord's settings. */
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
  // In a forum, Send Messages is called "Create Posts" and allows new posts.
  forum: ['SendMessages', ...inThreads, ...reading],
  thread: ['SendMessagesInThreads', ...reading],
};

/** Permissions that the bot needs to post stories in a channel of this kind. */
export function requiredPermissions(kind: ChannelKind): readonly PermissionName[] {
  return order.filter((name) => needed[kind].includes(name));
}

/** Permissions in the install link: the required ones and two optional ones. */
export const invitePermissions = [...order, 'AttachFiles', 'PinMessages'] as const;
