import { applicationFlags } from '../world/application-flags.ts';
import type { Application, User } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import type { Call, Route } from './route.ts';
import { idOf, ok } from './route.ts';

function ownUser(call: Call): User & { mfa_enabled: boolean; locale: string; verified: boolean } {
  const user = call.world.user(call.application.botUserId);
  return { ...user, mfa_enabled: true, locale: 'en-US', verified: true };
}

function applicationView(world: World, application: Application): Record<string, unknown> {
  const bot = world.user(application.botUserId);
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(application),
    flags_new: String(applicationFlags(application)),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: ownerOf(world),
    approximate_guild_count: [...world.guilds.values()].filter((guild) =>
      guild.members.has(application.botUserId),
    ).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}

function ownerOf(world: World): User {
  const first = [...world.users.values()].find((user) => !user.bot);
  if (first) return { ...first };
  throw refusal('unknownUser');
}

export const identityRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/gateway',
    tokenInPath: true,
    handler: (call) => ok({ url: call.gateway.url }),
  },
  { method: 'GET', template: '/gateway/bot', handler: (call) => ok({ ...call.gateway }) },
  { method: 'GET', template: '/users/@me', handler: (call) => ok(ownUser(call)) },
  {
    method: 'GET',
    template: '/users/:user',
    handler: (call) => ok({ ...call.world.user(idOf(call, 'user')) }),
  },
  {
    method: 'GET',
    template: '/applications/@me',
    handler: (call) => ok(applicationView(call.world, call.application)),
  },
  {
    method: 'GET',
    template: '/oauth2/applications/@me',
    handler: (call) => ok(applicationView(call.world, call.application)),
  },
];
