import type { PermissionName } from '../../../core/delivery/permissions.ts';

/** Discord's permissions, as its own settings call them. */
export const permissions = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  ManageThreads: 'Manage Threads',
  ManageMessages: 'Manage Messages',
  EmbedLinks: 'Embed Links',
  ReadMessageHistory: 'Read Message History',
  ManageGuild: 'Manage Server',
} as const satisfies Record<PermissionName | 'ManageGuild', string>;
