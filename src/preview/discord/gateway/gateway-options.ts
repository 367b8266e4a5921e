/** How the gateway deals with its clients; a test may set any of it. */
export interface GatewayOptions {
  /** How often a client must send a heartbeat; real milliseconds. */
  heartbeatMs: number;
  /** Packets of a connection in a minute, heartbeats too; one more closes it with 4008. */
  packetsPerMinute: number;
  /** How many shards `GET /gateway/bot` recommends. */
  shards: number;
  /** How many shards may identify within five seconds. */
  maxConcurrency: number;
  /** Sessions that may be started in a day. */
  sessionsPerDay: number;
  /** A shard with more guilds is closed with 4011. */
  guildsPerShard: number;
}

export const discordGateway: GatewayOptions = {
  heartbeatMs: 41_250,
  packetsPerMinute: 120,
  shards: 1,
  maxConcurrency: 1,
  sessionsPerDay: 1_000,
  guildsPerShard: 2_500,
};
