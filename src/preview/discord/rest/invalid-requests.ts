/** The span in which refused requests are counted, and for which an address is then banned. */
const spanMs = 600_000;

/**
 * Discord's guard against clients that ignore refusals: so many answers of 401, 403 and
 * 429 within ten minutes ban the address. A 429 of a shared limit does not count.
 * @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class InvalidRequests {
  private readonly atMs: number[] = [];
  private bannedUntilMs = -Infinity;
  private readonly most: number;
  private readonly elapsed: () => number;

  constructor(most: number, elapsed: () => number) {
    this.most = most;
    this.elapsed = elapsed;
  }

  /** Counts an answer. */
  note(status: number, scope: string | undefined): void {
    if (![401, 403, 429].includes(status) || (status === 429 && scope === 'shared')) return;
    const now = this.elapsed();
    this.atMs.push(now);
    while ((this.atMs[0] ?? now) <= now - spanMs) this.atMs.shift();
    if (this.atMs.length >= this.most) this.bannedUntilMs = now + spanMs;
  }

  /** How long the ban still lasts, in seconds; 0 for none. */
  bannedForSec(): number {
    return Math.max(0, Math.ceil((this.bannedUntilMs - this.elapsed()) / 1000));
  }

  get count(): number {
    return this.atMs.length;
  }
}
