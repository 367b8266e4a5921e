import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import { interactionMessageRoutes } from './interaction-messages.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { pinRoutes } from './pins.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threads.ts';

/** All routes of this server: only those that the bot calls. */
export const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...commandRoutes,
  ...pinRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...channelRoutes,
  ...interactionRoutes,
  ...interactionMessageRoutes,
];
