import type { Locale } from 'discord-api-types/v10';
import { Actor } from './actor/actor.ts';
import type { CallLog } from './calls.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import { Setup } from './setup.ts';
import { waitFor } from './wait-for.ts';
import type { WaitOptions } from './wait-for.ts';
import type { Command } from './world/interaction-model.ts';
import type {
  Channel,
  Fields,
  GuildChannel,
  Id,
  Member,
  Message,
  Thread,
  Webhook,
} from './world/model.ts';
import { olderFirst } from './world/snowflake.ts';
import { messageView } from './world/views.ts';
import type { Change, World } from './world/world.ts';

export interface Parts {
  world: World;
  gateway: Gateway;
  faults: Faults;
  calls: CallLog;
  port: number;
  answerTimeoutMs: number;
  close: () => Promise<void>;
}

/** A Discord on this machine. Everything it returns is a copy: changing it changes nothing. */
export class LocalDiscord extends Setup {
  readonly port: number;
  /** The API's base, as `DISCORD_API_URL` takes it. */
  readonly url: string;
  readonly faults: Faults;
  readonly calls: CallLog;
  private readonly answerTimeoutMs: number;
  private readonly gateway: Gateway;
  private readonly end: () => Promise<void>;

  constructor(parts: Parts) {
    super(parts.world);
    this.port = parts.port;
    this.url = `http://127.0.0.1:${parts.port}/api`;
    this.faults = parts.faults;
    this.calls = parts.calls;
    this.answerTimeoutMs = parts.answerTimeoutMs;
    this.gateway = parts.gateway;
    this.end = parts.close;
  }

  /** How many events the gateway has dispatched. */
  get gatewayEvents(): number {
    return this.gateway.dispatched;
  }

  /** A person at the keyboard. */
  actor(userId: Id): Actor {
    this.world.user(userId);
    return new Actor(this.world, userId, {
      isConnected: (id) => this.sessions(id).length > 0,
      answerTimeoutMs: this.answerTimeoutMs,
    });
  }

  /** The gateway sessions of an application: open ones, and ones that can be resumed. */
  sessions(applicationId: Id): { id: string; connected: boolean; resumed: number }[] {
    return [...this.gateway.sessions.values()]
      .filter((one) => one.application.id === applicationId)
      .map((one) => ({ id: one.id, connected: one.socket !== null, resumed: one.resumed }));
  }

  guilds(): { id: Id; name: string; ownerId: Id; locale: Locale }[] {
    return [...this.world.guilds.values()].map((one) => ({
      id: one.id,
      name: one.name,
      ownerId: one.owner_id,
      locale: one.preferred_locale,
    }));
  }

  channels(guildId: Id): GuildChannel[] {
    return structuredClone(this.world.channelsOf(guildId));
  }

  /** The threads of a channel, archived ones too, oldest first. */
  threads(channelId: Id): Thread[] {
    return structuredClone(this.world.threads().filter((one) => one.parent_id === channelId));
  }

  /** A channel or thread, `null` when it does not exist. */
  channel(id: Id): Channel | null {
    return structuredClone(this.world.channels.get(id) ?? null);
  }

  thread(id: Id): Thread | null {
    const channel = this.channel(id);
    return channel && 'thread_metadata' in channel ? channel : null;
  }

  /** A channel's messages, oldest first; with `includeEphemeral`, what that person sees. */
  messages(channelId: Id, how: { includeEphemeral?: Id } = {}): Message[] {
    const hidden = [...this.world.ephemerals.values()]
      .filter((one) => one.userId === how.includeEphemeral && one.message.channel_id === channelId)
      .map((one) => one.message);
    const all = [...this.world.messagesOf(channelId), ...hidden];
    if (hidden.length > 0) all.sort((a, b) => olderFirst(a.id, b.id));
    return all.map((message) => messageView(this.world, message));
  }

  message(channelId: Id, id: Id): Message | null {
    const found = this.world.messages.get(channelId)?.get(id);
    return found ? messageView(this.world, found) : null;
  }

  /** A person's private channels, each with the bot that it is with. */
  directChannels(userId: Id): { id: Id; bot: string; last_message_id: Id | null }[] {
    return [...this.world.directs.values()]
      .filter((direct) => direct.userId === userId)
      .map(({ id, applicationId, last_message_id }) => {
        const bot = this.world.applications.get(applicationId)?.name ?? '';
        return { id, bot, last_message_id };
      });
  }

  /** What bots wrote to a person in private, oldest first. */
  directMessages(userId: Id): Message[] {
    return [...this.world.directs.values()]
      .filter((direct) => direct.userId === userId)
      .flatMap(({ id }) => this.messages(id, { includeEphemeral: userId }));
  }

  /** A channel's webhooks, as its settings show them. */
  webhooks(channelId: Id): Webhook[] {
    const all = [...this.world.webhooks.values()];
    return structuredClone(all.filter((one) => one.channel_id === channelId));
  }

  /** The address of a picture that a webhook gave to its message, by the author's `avatar`. */
  avatarAddress(hash: string): string | null {
    return this.world.avatars.get(hash) ?? null;
  }

  members(guildId: Id): Member[] {
    return structuredClone([...this.world.guild(guildId).members.values()]);
  }

  roles(guildId: Id): Fields[] {
    return structuredClone([...this.world.guild(guildId).roles.values()]) as unknown as Fields[];
  }

  commands(applicationId: Id): Command[] {
    const all = [...this.world.commands.values()];
    return structuredClone(all.filter((one) => one.application_id === applicationId));
  }

  /** Calls the listener for each change, in order. Returns a function that unsubscribes. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.world.listen(listener);
  }

  /** The first answer to `question` that is not undefined, null or false; asked at each change. */
  async waitFor<T>(
    question: (discord: LocalDiscord) => T | undefined | null | false,
    options: WaitOptions = {},
  ): Promise<T> {
    return waitFor(this.world, () => question(this), options);
  }

  /** Ends at once: cuts sockets and open calls. */
  async close(): Promise<void> {
    await this.end();
  }
}
