import { type Client, OAuth2Scopes } from 'discord.js';
import { invitePermissions } from '../../core/delivery/permissions.ts';

/** The address at which a server's manager invites the bot, with what it needs. */
export function inviteLink(client: Client<true>): string {
  return client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [...invitePermissions],
  });
}
