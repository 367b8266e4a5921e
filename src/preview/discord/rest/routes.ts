import { channelRoutes } from './channels.ts';
import { commandPermissionRoutes } from './command-permissions.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { memberRoutes } from './members.ts';
import { roleRoutes } from './roles.ts';
import { identityRoutes } from './identity.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { pinRoutes } from './pins.ts';
import { reactionRoutes } from './reactions.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threads.ts';
import { webhookMessageRoutes } from './webhook-messages.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every call this server answers. Pins stand before messages: `/messages/pins` is no message. */
export const routes: readonly Route[] = [
  ...identityRoutes,
  ...commandPermissionRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...pinRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...channelRoutes,
  ...webhookRoutes,
  ...webhookMessageRoutes,
  ...interactionRoutes,
];
