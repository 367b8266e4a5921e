import type {
  Channel,
  Command,
  GuildChannel,
  LocalDiscord,
  Member,
  Thread,
} from '../discord/index.ts';
import { permissionBits } from '../discord/index.ts';
import { channelPermissions, holds } from '../discord/index.ts';
import type { Guild, Role } from '../discord/index.ts';
import { isThread, threadTypes } from '../discord/index.ts';

/** A guild as one of its members sees it. */
export class Eyes {
  readonly guild: Guild;
  readonly member: Member;
  readonly channels: GuildChannel[];
  private readonly discord: LocalDiscord;
  private readonly now: number;

  private constructor(discord: LocalDiscord, guild: Guild, member: Member, now: number) {
    this.discord = discord;
    this.guild = guild;
    this.member = member;
    this.now = now;
    this.channels = discord.channels(guild.id).filter((channel) => this.sees(channel, channel));
  }

  /** One for each guild that the person belongs to. */
  static of(discord: LocalDiscord, personId: string, now: number): Eyes[] {
    return discord.guilds().flatMap(({ id, name, ownerId }) => {
      const members = new Map(discord.members(id).map((one) => [one.user.id, one]));
      const roles = new Map((discord.roles(id) as unknown as Role[]).map((one) => [one.id, one]));
      const member = members.get(personId);
      const guild: Guild = { id, name, owner_id: ownerId, roles, members, bans: new Set() };
      return member ? [new Eyes(discord, guild, member, now)] : [];
    });
  }

  /** What the person may do in a channel; for a thread `root` is its parent. */
  bits(root: GuildChannel): bigint {
    return channelPermissions(this.guild, this.member, root, this.now);
  }

  private sees(channel: Channel, root: GuildChannel): boolean {
    const bits = this.bits(root);
    if (!holds(bits, 'ViewChannel')) return false;
    if (!isThread(channel) || channel.type !== threadTypes.private) return true;
    return holds(bits, 'ManageThreads') || channel.owner_id === this.member.user.id;
  }

  /** A channel's threads in sight, archived ones too, oldest first. */
  threads(root: GuildChannel): Thread[] {
    return this.discord.threads(root.id).filter((thread) => this.sees(thread, root));
  }

  /** The channel and the one whose permissions count, `null` when it is out of sight. */
  find(channelId: string): { channel: Channel; root: GuildChannel } | null {
    const channel = this.discord.channel(channelId);
    if (!channel || channel.guild_id !== this.guild.id) return null;
    const rootId = isThread(channel) ? channel.parent_id : channel.id;
    const root = this.channels.find((one) => one.id === rootId);
    return root && this.sees(channel, root) ? { channel, root } : null;
  }

  /** The commands offered in a channel, a guild's own before the global one of that name. */
  commands(root: GuildChannel): Command[] {
    const bits = this.bits(root);
    if (!holds(bits, 'UseApplicationCommands')) return [];
    const offered = new Map<string, Command>();
    for (const { user } of this.guild.members.values()) {
      if (!user.bot) continue;
      const all = [
        ...this.discord.commands(user.id, this.guild.id),
        ...this.discord.commands(user.id),
      ];
      for (const command of all) {
        const key = `${user.id} ${command.type} ${command.name}`;
        if (isOffered(command, bits) && !offered.has(key)) offered.set(key, command);
      }
    }
    return [...offered.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

function isOffered(command: Command, bits: bigint): boolean {
  if (command.contexts !== null && !command.contexts.includes(0)) return false;
  if (command.default_member_permissions === null) return true;
  if (bits & permissionBits.Administrator) return true;
  const needed = BigInt(command.default_member_permissions);
  return needed !== 0n && (bits & needed) === needed;
}
