import type { Route } from './route.ts';
import { ok } from './route.ts';

export const gatewayRoutes: readonly Route[] = [
  { method: 'GET', template: '/gateway/bot', handler: (call) => ok({ ...call.gateway }) },
];
