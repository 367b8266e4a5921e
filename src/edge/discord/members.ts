import { type APIGuildMember, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import type { Discord } from '../../core/ports/discord.ts';
import { call, orNull } from './call.ts';

const unknownMember = 10007;

/** Time-outs. Members are fetched one by one, which takes no privileged intent. */
export function memberPort(
  client: Client,
): Pick<Discord, 'timeoutObstacle' | 'timedOutUntil' | 'timeOut'> {
  const fetchMember = (guildId: string, userId: string, signal: AbortSignal) =>
    orNull(
      call<APIGuildMember>(
        (inner) => client.rest.get(Routes.guildMember(guildId, userId), { signal: inner }),
        signal,
      ),
      [unknownMember],
    );

  return {
    async timeoutObstacle(guildId, userId, signal) {
      const member = await fetchMember(guildId, userId, signal);
      if (!member) return 'not-a-member';
      const guild = client.guilds.cache.get(guildId);
      const bot = guild?.members.me;
      const roles = member.roles.flatMap((id) => guild?.roles.cache.get(id) ?? []);
      const isExempt = (permissions: bigint) =>
        (permissions & PermissionFlagsBits.Administrator) !== 0n;
      if (guild?.ownerId === userId) return 'exempt';
      if (roles.some(({ permissions }) => isExempt(permissions.bitfield))) return 'exempt';
      if (!bot?.permissions.has(PermissionFlagsBits.ModerateMembers)) return 'missing-permission';
      const isAbove = roles.every((role) => bot.roles.highest.comparePositionTo(role) > 0);
      return isAbove ? null : 'higher-role';
    },

    async timedOutUntil(guildId, userId, signal) {
      const member = await fetchMember(guildId, userId, signal);
      const until = member?.communication_disabled_until;
      return until ? Date.parse(until) : null;
    },

    async timeOut(guildId, userId, until, reason, signal) {
      const body = {
        communication_disabled_until: until === null ? null : new Date(until).toISOString(),
      };
      await call(
        (inner) =>
          client.rest.patch(Routes.guildMember(guildId, userId), { body, reason, signal: inner }),
        signal,
      );
    },
  };
}
