import type {
  Channel,
  Command,
  GuildChannel,
  LocalDiscord,
  Member,
  Thread,
} from '../discord/index.ts';
import { channelPermissions, hasPermission, isOffered } from '../discord/index.ts';
import type { Guild, Role } from '../discord/index.ts';
import { isThread, threadTypes } from '../discord/index.ts';

/** A guild as one of its members sees it. */
export class GuildView {
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
  static of(discord: LocalDiscord, personId: string, now: number): GuildView[] {
    return discord.guilds().flatMap(({ id, name, ownerId, locale }) => {
      const members = new Map(discord.members(id).map((one) => [one.user.id, one]));
      const roles = new Map((discord.roles(id) as unknown as Role[]).map((one) => [one.id, one]));
      const member = members.get(personId);
      const guild: Guild = {
        id,
        name,
        owner_id: ownerId,
        preferred_locale: locale,
        roles,
        members,
      };
      return member ? [new GuildView(discord, guild, member, now)] : [];
    });
  }

  /** What the person may do in a channel; for a thread `root` is its parent. */
  bits(root: GuildChannel): bigint {
    return channelPermissions(this.guild, this.member, root, this.now);
  }

  private sees(channel: Channel, root: GuildChannel): boolean {
    const bits = this.bits(root);
    if (!hasPermission(bits, 'ViewChannel')) return false;
    if (!isThread(channel) || channel.type !== threadTypes.private) return true;
    return hasPermission(bits, 'ManageThreads') || channel.owner_id === this.member.user.id;
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

  /** The commands offered in a channel, by name. */
  commands(root: GuildChannel): Command[] {
    const bits = this.bits(root);
    return [...this.guild.members.values()]
      .filter(({ user }) => user.bot)
      .flatMap(({ user }) => this.discord.commands(user.id))
      .filter((command) => isOffered(command, bits))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
