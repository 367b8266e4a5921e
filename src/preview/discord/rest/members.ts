import type { Guild, Member } from '../world/model.ts';
import { memberChanged } from '../world/membership.ts';
import { guildPermissions, hasPermission } from '../world/permissions.ts';
import { invalidField, refusal } from '../world/refusal.ts';
import { memberView } from '../world/views.ts';
import type { Answer, Call, Route } from './route.ts';
import { idOf, ok } from './route.ts';

const longestTimeoutMs = 28 * 24 * 3_600_000;

/** The member of the path. @throws 10004 where the bot is not, 10007 */
function memberOf(call: Call): { guild: Guild; bot: Member; member: Member } {
  const guild = call.world.guild(idOf(call, 'guild'));
  const bot = guild.members.get(call.application.botUserId);
  if (!bot) throw refusal('unknownGuild');
  const member = guild.members.get(idOf(call, 'user'));
  if (!member) throw refusal('unknownMember');
  return { guild, bot, member };
}

/** The place of a member's highest role; the owner is above all. */
function rankOf(guild: Guild, { roles }: Member): number {
  return Math.max(0, ...roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

/** @throws 50035 for no time, or one further off than 28 days */
function checkedUntil(call: Call, value: unknown): string | null {
  if (value === null) return null;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const field = 'communication_disabled_until';
  if (Number.isNaN(at)) {
    throw invalidField(field, 'DATE_TIME_TYPE_PARSE', `Could not parse ${JSON.stringify(value)}`);
  }
  if (at - call.world.now() > longestTimeoutMs) {
    throw invalidField(field, 'INVALID_COMMUNICATION_DISABLED_TIMESTAMP', 'Invalid timestamp');
  }
  return new Date(at).toISOString().replace('Z', '000+00:00');
}

/**
 * A time-out takes Moderate Members and a role above the member's; the owner and administrators take
 * none. @throws 50013
 * @see https://github.com/discord/discord-api-docs/pull/4390
 */
function patch(call: Call): Answer {
  const { guild, bot, member } = memberOf(call);
  const body = (call.body ?? {}) as Record<string, unknown>;
  if ('communication_disabled_until' in body) {
    const now = call.world.now();
    const bits = guildPermissions(guild, bot, now);
    const isAbove = guild.owner_id !== member.user.id && rankOf(guild, bot) > rankOf(guild, member);
    const until = checkedUntil(call, body['communication_disabled_until']);
    const isExempt = hasPermission(guildPermissions(guild, member, now), 'Administrator');
    if (!hasPermission(bits, 'ModerateMembers') || !isAbove || (isExempt && until !== null)) {
      throw refusal('missingPermissions');
    }
    member.communication_disabled_until = until;
    memberChanged(call.world, guild, member);
  }
  return ok(memberView(member));
}

export const memberRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/guilds/:guild/members/:user',
    handler: (call) => ok(memberView(memberOf(call).member)),
  },
  { method: 'PATCH', template: '/guilds/:guild/members/:user', handler: patch },
];
