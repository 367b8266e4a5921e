import type { GatewayOptions } from './gateway/gateway-options.ts';
import type { CallListener } from './calls.ts';
import type { Limits } from './world/limits.ts';
import type { PermissionName } from './world/permission-bits.ts';
import type { Id } from './world/model.ts';
import type { SavedWorld } from './world/saved-world.ts';

export interface LocalDiscordOptions {
  /** Epoch milliseconds: ids, timestamps, nonces, time-outs, archiving and tokens go by it. */
  now: () => number;
  /** 0, the default, takes a free one. */
  port?: number;
  host?: '127.0.0.1';
  /** Real 429s by Discord's observed limits; on unless `false`. They run on `elapsed`. */
  rateLimits?: boolean;
  /** Milliseconds for rate limits, heartbeats and the ban: real time unless given. */
  elapsed?: () => number;
  /**
   * How long, in real milliseconds, a person waits for an application's first answer before the
   * test gets an error; 3000 by default. Discord's own three seconds follow `now`.
   */
  answerTimeoutMs?: number;
  /** How the gateway deals with its clients, where a test wants it otherwise. */
  gateway?: Partial<GatewayOptions>;
  /** What Discord allows, where a test wants less of it. */
  limits?: Partial<Limits>;
  onCall?: CallListener;
  /** What it holds at its start; nothing unless given. */
  saved?: SavedWorld;
}

export type Permissions = bigint | readonly PermissionName[];

/** An overwrite of a channel for a role's or a member's id. */
export interface OverwriteGiven {
  id: Id;
  kind: 'role' | 'member';
  allow?: Permissions;
  deny?: Permissions;
}

export interface ChannelGiven {
  name: string;
  type?: 'text' | 'announcement' | 'forum' | 'category';
  topic?: string;
  parentId?: Id;
  overwrites?: readonly OverwriteGiven[];
  /** A forum's tags; a moderated one takes Manage Threads. */
  tags?: readonly (string | { name: string; moderated?: boolean })[];
  slowModeSeconds?: number;
  /** A forum that takes no post without a tag. */
  requireTag?: boolean;
  autoArchiveMinutes?: 60 | 1440 | 4320 | 10080;
}

export interface GuildHandle {
  id: Id;
  name: string;
  everyoneRoleId: Id;
  ownerId: Id;
}

export interface ApplicationHandle {
  applicationId: Id;
  botUserId: Id;
  token: string;
}
