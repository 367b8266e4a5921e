/** How much of a thing Discord allows; a test may set any of them low. */
export interface Limits {
  /** Active threads of a guild, announcement threads apart (160006, 160007). */
  activeThreads: number;
  activeAnnouncementThreads: number;
  /** Pinned messages of a channel (30003). */
  pins: number;
  /** Webhooks of a channel (30007). */
  webhooks: number;
  /** New commands of an application in a day (30034). */
  commandCreatesPerDay: number;
  /** Bytes of one uploaded file (40005). */
  attachmentBytes: number;
  /** Bytes of a multipart request (40005). */
  requestBytes: number;
  /** Bytes of a JSON request (40005): Discord does not publish its own limit. */
  jsonBytes: number;
  /** Answers of 401, 403 and 429 within ten minutes, after which the address is banned. */
  invalidRequests: number;
  /** How long a nonce is remembered, in milliseconds of the world's clock; 0: not at all. */
  nonceMs: number;
}

export const discordLimits: Limits = {
  activeThreads: 1_000,
  activeAnnouncementThreads: 1_000,
  pins: 250,
  webhooks: 15,
  commandCreatesPerDay: 200,
  attachmentBytes: 10 * 1024 * 1024,
  requestBytes: 25 * 1024 * 1024,
  jsonBytes: 1024 * 1024,
  invalidRequests: 10_000,
  nonceMs: 5 * 60_000,
};
