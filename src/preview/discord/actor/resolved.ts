import { accessOrNull } from '../world/access.ts';
import type { Fields, Guild, Id } from '../world/model.ts';
import { channelPermissions, guildPermissions } from '../world/permissions.ts';
import { memberWithoutUser, partialChannel, roleView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { ActorRefused } from './refused.ts';

export type Pickable = 'user' | 'role' | 'channel' | 'mentionable';

/** The `resolved` objects of an interaction: what the picked ids stand for. */
export class Resolved {
  private readonly world: World;
  private readonly guild: Guild | null;
  private readonly userId: Id;
  private readonly parts: Record<string, Fields> = {};

  constructor(world: World, guild: Guild | null, userId: Id) {
    this.world = world;
    this.guild = guild;
    this.userId = userId;
  }

  private put(part: string, id: Id, view: unknown): void {
    this.parts[part] = { ...this.parts[part], [id]: view };
  }

  private user(id: Id): boolean {
    const user = this.world.users.get(id);
    if (!user) return false;
    this.put('users', id, { ...user });
    const member = this.guild?.members.get(id);
    if (this.guild && member) {
      const permissions = guildPermissions(this.guild, member, this.world.now()).toString();
      this.put('members', id, { ...memberWithoutUser(member), permissions });
    }
    return true;
  }

  private role(id: Id): boolean {
    const role = this.guild?.roles.get(id);
    if (role) this.put('roles', id, roleView(role));
    return role !== undefined;
  }

  private channel(id: Id, types: readonly number[] | undefined): boolean {
    const channel = this.world.channels.get(id);
    const { guild } = this;
    if (!channel || channel.guild_id !== guild?.id) return false;
    if (!accessOrNull(this.world, this.userId, id)) return false;
    if (types && types.length > 0 && !types.includes(channel.type)) {
      throw new ActorRefused(
        50035,
        `Channel ${channel.name} is of a type that is not offered here`,
      );
    }
    const member = guild.members.get(this.userId);
    const root = this.world.rootOf(channel);
    const bits = member ? channelPermissions(guild, member, root, this.world.now()) : 0n;
    this.put('channels', id, partialChannel(channel, bits));
    return true;
  }

  /** Takes an id that was picked. @throws ActorRefused for one that could not have been */
  pick(kind: Pickable, id: Id, types?: readonly number[]): void {
    const found =
      (kind === 'user' && this.user(id)) ||
      (kind === 'role' && this.role(id)) ||
      (kind === 'channel' && this.channel(id, types)) ||
      (kind === 'mentionable' && (this.user(id) || this.role(id)));
    if (!found) throw new ActorRefused(50035, `There is no ${kind} ${id} to pick`);
  }

  /** Takes a file that is served at an http address; the id it is given. @throws ActorRefused */
  file(address: string): Id {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url?.protocol.startsWith('http')) {
      throw new ActorRefused(
        50035,
        `"${address}" is not where a file is served: give its address, such as http://127.0.0.1:8000/feeds.opml`,
      );
    }
    const id = this.world.nextId();
    const filename = url.pathname.split('/').pop() || 'file';
    this.put('attachments', id, { id, filename, size: 1, url: url.href, proxy_url: url.href });
    return id;
  }

  /** `{ resolved }`, or nothing when nothing was picked. */
  field(): Fields {
    return Object.keys(this.parts).length > 0 ? { resolved: this.parts } : {};
  }
}
