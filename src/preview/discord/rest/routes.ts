import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { directRoutes, withDirects } from './direct-messages.ts';
import { gatewayRoutes } from './gateway.ts';
import { interactionRoutes } from './interactions.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { ownRoutes } from './own.ts';
import { pinRoutes } from './pins.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

/** All routes of this server: only those that the bot calls. */
export const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...commandRoutes,
  ...pinRoutes,
  ...withDirects(messageRoutes),
  ...threadRoutes,
  ...withDirects(channelRoutes),
  ...directRoutes,
  ...ownRoutes,
  ...memberRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];
