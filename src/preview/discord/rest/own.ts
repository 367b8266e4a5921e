import { applicationFlags } from '../world/application-flags.ts';
import type { Guild } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import { channelView, guildView } from '../world/views.ts';
import type { Answer, Call, Route } from './route.ts';
import { idOf, ok } from './route.ts';

/** @throws 10004 where the bot is not */
function guildOf(call: Call): Guild {
  const guild = call.world.guilds.get(idOf(call, 'guild'));
  if (!guild?.members.has(call.application.botUserId)) throw refusal('unknownGuild');
  return guild;
}

function self({ world, application }: Call): Answer {
  const user = world.user(application.botUserId);
  return ok({ ...user, mfa_enabled: false, locale: 'en-US', verified: true, email: null });
}

function application({ world, application }: Call): Answer {
  const owner = world.user(application.botUserId);
  return ok({
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot: owner,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(application),
    flags_new: String(applicationFlags(application)),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: [...world.guilds.values()].filter(({ members }) =>
      members.has(application.botUserId),
    ).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot'],
  });
}

function channels(call: Call): Answer {
  const guild = guildOf(call);
  return ok(call.world.channelsOf(guild.id).map((channel) => channelView(call.world, channel)));
}

/** The bot itself, its application and its servers. */
export const ownRoutes: readonly Route[] = [
  { method: 'GET', template: '/users/@me', handler: self },
  { method: 'GET', template: '/applications/@me', handler: application },
  { method: 'GET', template: '/guilds/:guild', handler: (call) => ok(guildView(guildOf(call))) },
  { method: 'GET', template: '/guilds/:guild/channels', handler: channels },
];
