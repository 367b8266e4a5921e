import type { Application, Channel, Guild, Id, Member, Message, Role, User } from './model.ts';
import type { World } from './world.ts';

/**
 * What a local Discord held, as JSON: without interactions, nonces and commands, which Discord forgets
 * or a bot registers again.
 */
export interface SavedWorld {
  users: User[];
  applications: Application[];
  guilds: (Omit<Guild, 'roles' | 'members'> & { roles: Role[]; members: Member[] })[];
  /** Threads too. */
  channels: Channel[];
  /** Of each channel and thread, oldest first. */
  messages: Message[];
  /** By thread: who is in it, and since when. */
  threadMembers: [Id, [Id, string][]][];
}

/** Puts what was saved into a new world. Its ids must be older than the world's clock. */
export function loadWorld(world: World, saved: SavedWorld): void {
  const copy = structuredClone(saved);
  for (const user of copy.users) world.users.set(user.id, user);
  for (const application of copy.applications) world.applications.set(application.id, application);
  for (const guild of copy.guilds) {
    const roles = new Map(guild.roles.map((role) => [role.id, role]));
    const members = new Map(guild.members.map((member) => [member.user.id, member]));
    world.guilds.set(guild.id, { ...guild, roles, members });
  }
  for (const channel of copy.channels) world.channels.set(channel.id, channel);
  for (const message of copy.messages) {
    const history = world.messages.get(message.channel_id) ?? new Map<Id, Message>();
    world.messages.set(message.channel_id, history.set(message.id, message));
  }
  for (const [threadId, members] of copy.threadMembers) {
    world.threadMembers.set(threadId, new Map(members));
  }
}
