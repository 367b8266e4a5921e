import type { Locale } from 'discord-api-types/v10';
import type {
  Application,
  Channel,
  DirectChannel,
  Fields,
  Guild,
  GuildChannel,
  Id,
  Message,
  Thread,
  User,
  Webhook,
} from './model.ts';
import { isThread } from './model.ts';
import { discordLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Command, Interaction } from './interaction-model.ts';
import { Files } from './files.ts';
import { refusal } from './refusal.ts';
import { discordTime, snowflakeSource } from './snowflake.ts';

/**
 * Something that happened. `name` is the gateway's name of it, or one of ours in lower case for what
 * no gateway event exists: `ephemeral_create`, `ephemeral_update`, `ephemeral_delete`,
 * `interaction_answered`, `session`, `call`.
 */
export interface Change {
  name: string;
  guildId: Id | null;
  channelId?: Id;
  data: Fields;
  /** Only this application gets the event (an interaction, its own removal). */
  onlyTo?: Id;
}

/** The server's state. Nothing here knows of HTTP or of sockets. */
export class World {
  readonly now: () => number;
  readonly nextId: () => Id;
  readonly limits: Limits;
  readonly users = new Map<Id, User>();
  readonly applications = new Map<Id, Application>();
  readonly guilds = new Map<Id, Guild>();
  /** Guilds in an outage of Discord's. */
  readonly unreachable = new Set<Id>();
  readonly channels = new Map<Id, Channel>();
  /** By channel, oldest first. */
  readonly messages = new Map<Id, Map<Id, Message>>();
  /** Ephemeral messages: out of every channel's history, seen by one person. */
  readonly ephemerals = new Map<Id, { message: Message; userId: Id }>();
  /** Private channels of people and bots. */
  readonly directs = new Map<Id, DirectChannel>();
  /** The languages that people chose in Discord; `en-US` for all others. */
  readonly locales = new Map<Id, Locale>();
  /** People who take no private messages of servers' members. */
  readonly closedDirects = new Set<Id>();
  readonly webhooks = new Map<Id, Webhook>();
  /** The addresses of pictures that webhooks gave to their messages, by the hash that a user has. */
  readonly avatars = new Map<string, string>();
  readonly threadMembers = new Map<Id, Map<Id, string>>();
  readonly nonces = new Map<string, { messageId: Id; atMs: number }>();
  readonly commands = new Map<Id, Command>();
  readonly interactions = new Map<Id, Interaction>();
  /** When an application made commands, by application, epoch milliseconds. */
  readonly commandCreates = new Map<string, readonly number[]>();
  /** When somebody last wrote or opened a thread in a channel, epoch milliseconds. */
  readonly lastWritten = new Map<string, number>();
  /** When idle threads were last looked for, epoch milliseconds. */
  lookedForIdleAt = -Infinity;
  readonly files = new Files();
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(now: () => number, limits: Partial<Limits> = {}) {
    this.now = now;
    this.limits = { ...discordLimits, ...limits };
    this.nextId = snowflakeSource(now);
  }

  time(): string {
    return discordTime(this.now());
  }

  emit(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Listeners are called at once, oldest first. Returns a function that unsubscribes. */
  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  guild(id: Id): Guild {
    const guild = this.guilds.get(id);
    if (!guild) throw refusal('unknownGuild');
    return guild;
  }

  channel(id: Id): Channel {
    const channel = this.channels.get(id);
    if (!channel) throw refusal('unknownChannel');
    return channel;
  }

  /** The channel whose overwrites and permissions count: a thread's parent, else the channel. */
  rootOf(channel: Channel): GuildChannel {
    if (!isThread(channel)) return channel;
    const parent = this.channels.get(channel.parent_id);
    if (!parent || isThread(parent)) throw refusal('unknownChannel');
    return parent;
  }

  user(id: Id): User {
    const user = this.users.get(id);
    if (!user) throw refusal('unknownUser');
    return user;
  }

  message(channelId: Id, id: Id): Message {
    const message = this.messages.get(channelId)?.get(id);
    if (!message) throw refusal('unknownMessage');
    return message;
  }

  messagesOf(channelId: Id): Message[] {
    return [...(this.messages.get(channelId)?.values() ?? [])];
  }

  channelsOf(guildId: Id): GuildChannel[] {
    const found: GuildChannel[] = [];
    for (const channel of this.channels.values()) {
      if (channel.guild_id === guildId && !isThread(channel)) found.push(channel);
    }
    return found;
  }

  threads(): Thread[] {
    return [...this.channels.values()].filter(isThread);
  }

  applicationOfBot(userId: Id): Application | null {
    for (const application of this.applications.values()) {
      if (application.botUserId === userId) return application;
    }
    return null;
  }
}
