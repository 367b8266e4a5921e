import { Locale } from 'discord-api-types/v10';
import { intentBits } from './gateway/intents.ts';
import type {
  ApplicationHandle,
  ChannelGiven,
  GuildHandle,
  OverwriteGiven,
  Permissions,
} from './options.ts';
import * as membership from './world/membership.ts';
import { removeWebhook } from './world/webhooks.ts';
import { announceChannel, makeChannel } from './world/channel-making.ts';
import type { Guild, GuildChannel, Id, Overwrite, Role } from './world/model.ts';
import { channelTypes, isThread, threadTypes } from './world/model.ts';
import { defaultEveryone, permissionSet } from './world/permission-bits.ts';
import { discordTime } from './world/snowflake.ts';
import { enterThread, newThread } from './world/threads.ts';
import type { World } from './world/world.ts';

const requireTag = 1 << 4;

function overwriteOf(given: OverwriteGiven): Overwrite {
  return {
    id: given.id,
    type: given.kind === 'role' ? 0 : 1,
    allow: permissionSet(given.allow ?? []).toString(),
    deny: permissionSet(given.deny ?? []).toString(),
  };
}

/** Sets up the world before and while a bot runs. */
export class Setup {
  protected readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** `privileged` switches privileged intents on, as in the developer portal; none by default. */
  addApplication(given: {
    name: string;
    token?: string;
    privileged?: readonly ('GuildMembers' | 'GuildPresences' | 'MessageContent')[];
  }): ApplicationHandle {
    let privilegedIntents = 0;
    for (const name of given.privileged ?? []) privilegedIntents |= intentBits[name];
    const { name, token } = given;
    const application = membership.addApplication(this.world, {
      name,
      privilegedIntents,
      ...(token ? { token } : {}),
    });
    return {
      applicationId: application.id,
      botUserId: application.botUserId,
      token: application.token,
    };
  }

  /** A guild with an owner of its own. `everyone` replaces Discord's default permissions. */
  addGuild(given: { name: string; everyone?: Permissions; locale?: Locale }): GuildHandle {
    const { world } = this;
    const ownerId = membership.addUser(world, `Owner of ${given.name}`);
    const id = world.nextId();
    const permissions = permissionSet(given.everyone ?? defaultEveryone);
    const everyone = membership.newRole(world, { id, name: '@everyone', permissions, position: 0 });
    const guild: Guild = {
      id,
      name: given.name,
      owner_id: ownerId,
      preferred_locale: given.locale ?? Locale.EnglishUS,
      roles: new Map([[id, everyone]]),
      members: new Map(),
    };
    world.guilds.set(id, guild);
    membership.addMember(world, guild, ownerId, []);
    return { id, name: given.name, everyoneRoleId: id, ownerId };
  }

  /** Chooses the channel where Discord welcomes new members. Takes effect before a bot is invited. */
  setSystemChannel(guildId: Id, channelId: Id): void {
    this.world.guild(guildId).system_channel_id = channelId;
  }

  /** Chooses a person's language, as they do in Discord's settings. */
  setLocale(userId: Id, locale: Locale): void {
    this.world.locales.set(userId, locale);
  }

  addRole(
    guildId: Id,
    given: {
      name: string;
      permissions?: Permissions;
      position?: number;
      mentionable?: boolean;
    },
  ): { id: Id } {
    const guild = this.world.guild(guildId);
    const role: Role = membership.newRole(this.world, {
      name: given.name,
      permissions: permissionSet(given.permissions ?? []),
      position: given.position ?? guild.roles.size,
    });
    role.mentionable = given.mentionable ?? false;
    membership.addRole(this.world, guild, role);
    return { id: role.id };
  }

  setRolePermissions(guildId: Id, roleId: Id, permissions: Permissions): void {
    const guild = this.world.guild(guildId);
    const role = guild.roles.get(roleId);
    if (!role) throw new Error(`The guild has no role ${roleId}`);
    role.permissions = permissionSet(permissions).toString();
    membership.changeRole(this.world, guild, role);
  }

  /** A new person who is a member, or with `userId` an existing person. */
  addMember(guildId: Id, given: { name?: string; userId?: Id; roles?: readonly Id[] }): { id: Id } {
    const userId = given.userId ?? membership.addUser(this.world, given.name ?? 'Reader');
    membership.addMember(this.world, this.world.guild(guildId), userId, given.roles ?? []);
    return { id: userId };
  }

  setMemberRoles(guildId: Id, userId: Id, roles: readonly Id[]): void {
    const guild = this.world.guild(guildId);
    const member = guild.members.get(userId);
    if (!member) throw new Error(`The guild has no member ${userId}`);
    member.roles = [...roles];
    membership.memberChanged(this.world, guild, member);
  }

  addChannel(guildId: Id, given: ChannelGiven): { id: Id } {
    const { name, topic, parentId, autoArchiveMinutes } = given;
    const channel = makeChannel(this.world, guildId, {
      name,
      type: channelTypes[given.type ?? 'text'],
      flags: given.requireTag ? requireTag : 0,
      topic: topic ?? null,
      parent_id: parentId ?? null,
      permission_overwrites: (given.overwrites ?? []).map(overwriteOf),
      available_tags: (given.tags ?? []).map((tag) =>
        typeof tag === 'string' ? { name: tag } : tag,
      ),
      rate_limit_per_user: given.slowModeSeconds ?? 0,
      default_auto_archive_duration: autoArchiveMinutes ?? null,
    });
    return { id: channel.id };
  }

  /** A thread of a person's, without a message. */
  addThread(channelId: Id, given: { name: string; ownerId: Id; closed?: boolean }): { id: Id } {
    const { name, ownerId, closed = false } = given;
    const id = this.world.nextId();
    const type = threadTypes.public;
    const thread = newThread(
      this.world,
      this.guildChannel(channelId),
      { name },
      { id, type, ownerId },
    );
    thread.thread_metadata.archived = closed;
    thread.thread_metadata.locked = closed;
    enterThread(this.world, thread);
    return { id };
  }

  /** Changes a channel as its settings do; a connected bot gets the event. */
  setChannel(
    channelId: Id,
    change: { name?: string; topic?: string; slowModeSeconds?: number; requireTag?: boolean },
  ): void {
    const channel = this.guildChannel(channelId);
    if (change.name !== undefined) channel.name = change.name;
    if (change.topic !== undefined) channel.topic = change.topic;
    if (change.slowModeSeconds !== undefined) channel.rate_limit_per_user = change.slowModeSeconds;
    if (change.requireTag !== undefined) {
      channel.flags = change.requireTag ? channel.flags | requireTag : channel.flags & ~requireTag;
    }
    announceChannel(this.world, 'CHANNEL_UPDATE', channel);
  }

  /** Sets a channel's overwrite for a role or a member; an empty one deletes it. */
  setOverwrite(channelId: Id, given: OverwriteGiven): void {
    const channel = this.guildChannel(channelId);
    const own = overwriteOf(given);
    const others = channel.permission_overwrites.filter((one) => one.id !== given.id);
    const empty = own.allow === '0' && own.deny === '0';
    channel.permission_overwrites = empty ? others : [...others, own];
    announceChannel(this.world, 'CHANNEL_UPDATE', channel);
  }

  private guildChannel(channelId: Id): GuildChannel {
    const channel = this.world.channel(channelId);
    if (isThread(channel)) throw new Error(`${channelId} is a thread`);
    return channel;
  }

  /** A member's timeout; `null` ends it. Epoch milliseconds. */
  timeOut(guildId: Id, userId: Id, untilMs: number | null): void {
    const guild = this.world.guild(guildId);
    const member = guild.members.get(userId);
    if (!member) throw new Error(`The guild has no member ${userId}`);
    member.communication_disabled_until = untilMs === null ? null : discordTime(untilMs);
    membership.memberChanged(this.world, guild, member);
  }

  /** Whether a person takes private messages from members of their servers: a privacy setting of theirs. */
  setDirectMessages(userId: Id, state: 'open' | 'closed'): void {
    if (state === 'closed') this.world.closedDirects.add(userId);
    else this.world.closedDirects.delete(userId);
  }

  /** Deletes a webhook, as its channel's settings do. */
  deleteWebhook(webhookId: Id): void {
    const webhook = this.world.webhooks.get(webhookId);
    if (!webhook) throw new Error(`There is no webhook ${webhookId}`);
    removeWebhook(this.world, webhook);
  }

  /** Adds the bot with a managed role with `permissions`; a connected bot gets the event. */
  inviteBot(applicationId: Id, guildId: Id, permissions: Permissions): void {
    const application = this.application(applicationId);
    const bits = permissionSet(permissions);
    membership.inviteBot(this.world, application, this.world.guild(guildId), bits);
  }

  removeBot(applicationId: Id, guildId: Id): void {
    const application = this.application(applicationId);
    membership.removeBot(this.world, application, this.world.guild(guildId));
  }

  protected application(id: Id) {
    const application = this.world.applications.get(id);
    if (!application) throw new Error(`There is no application ${id}`);
    return application;
  }
}
