export { refusedCommands } from './commands.ts';
export { refusedDirectChannel } from './direct-channels.ts';
export { refusedInteractionCallback } from './interactions.ts';
export { refusedMessageCreate, refusedMessageEdit, refusedWebhookExecute } from './messages.ts';
export type { Refused } from './refused.ts';
export { refusedWebhook } from './webhooks.ts';
export { refusedChannelPatch, refusedThreadCreate, refusedThreadFromMessage } from './threads.ts';
