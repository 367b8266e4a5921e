export { refusedBulkDelete } from './bulk-delete.ts';
export { refusedCommand, refusedCommands } from './commands.ts';
export { refusedMemberPatch, refusedOverwrite, refusedRole } from './guilds.ts';
export { refusedInteractionCallback } from './interactions.ts';
export { refusedMessageCreate, refusedMessageEdit, refusedWebhookExecute } from './messages.ts';
export type { Refused } from './refused.ts';
export {
  refusedChannelCreate,
  refusedChannelPatch,
  refusedThreadCreate,
  refusedThreadFromMessage,
} from './threads.ts';
export { refusedWebhookCreate, refusedWebhookUpdate } from './usernames.ts';
