export { Locale } from 'discord-api-types/v10';
export { startLocalDiscord } from './server.ts';
export type { LocalDiscord } from './local-discord.ts';
export type {
  ApplicationHandle,
  ChannelGiven,
  GuildHandle,
  LocalDiscordOptions,
  OverwriteGiven,
  Permissions,
} from './options.ts';
export type { Actor } from './actor/actor.ts';
export type { Answered, AnswerKind } from './actor/answer.ts';
export { ActorRefused } from './actor/refused.ts';
export type { ModalValues } from './actor/modal.ts';
export type { OptionValues } from './actor/slash.ts';
export type { MessageRef } from './actor/visible.ts';
export type { CallListener, CallPattern, LoggedCall, SeenCall } from './calls.ts';
export type { FailOptions, Hold } from './call-faults.ts';
export type { Faults } from './faults.ts';
export type { WaitOptions } from './wait-for.ts';
export type { SavedWorld } from './world/saved-world.ts';
export type { Change } from './world/world.ts';
export type { PermissionName } from './world/permission-bits.ts';
export type {
  Channel,
  Component,
  Embed,
  Guild,
  GuildChannel,
  Member,
  Message,
  Role,
  Thread,
  User,
} from './world/model.ts';
export { isThread, threadTypes } from './world/model.ts';
export { isOffered } from './world/command-offer.ts';
export { channelPermissions, hasPermission } from './world/permissions.ts';
export type { Choice, Command, OpenModal } from './world/interaction-model.ts';
