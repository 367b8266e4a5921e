import { Agent } from 'undici';
import type { FetchResponse, Fetcher, FetchRequest } from '../../core/ports/fetcher.ts';
import type { Log } from '../../core/ports/log.ts';
import { addressPolicy } from './address-policy.ts';
import { deadline } from './deadline.ts';
import { exchange, isPost } from './exchange.ts';
import { busyFault, notWebFault, place, redirectFault } from './fetch-errors.ts';
import { guardedConnect } from './guarded-connect.ts';
import { type HostSlots, hostSlots } from './host-slots.ts';
import { loopbackRanges, typedHosts } from './typed-hosts.ts';
import { isPermanentRedirect, maxRedirects, withoutSecrets } from './redirects.ts';

const connectTimeoutMs = 10_000;
/** Servers allow minutes, but with thousands of hosts that would exceed the limit on open files. */
const maxIdleMs = 10_000;
const slotLimits = { perHost: 2, total: 40 };
const maxHeaderBytes = 64 * 1024;

export interface FetcherOptions {
  userAgent: string;
  /** CIDR ranges that are not public but may be fetched from, such as "127.0.0.0/8". */
  allow: readonly string[];
  /** Addresses that the operator typed: of those on this machine, host and port may be fetched from. */
  typed: readonly string[];
  /** Takes one of a host's turns over all processes that fetch; `null` when this is the only one. */
  takeTurn?: TakeTurn | null;
  log: Log;
  now: () => number;
}

/**
 * The `Fetcher` over the network. Follows at most 5 redirects and checks the address of each. Sends at
 * most 2 requests at once to one host (over all processes with `takeTurn`), and 40 in total; waiting for a slot counts against `queueMs`,
 * not `timeoutMs`. Every failure is a `FetchError`, except an abort, which rejects with the signal's
 * reason. `close()` ends all requests; after it, every fetch fails.
 */
export function createFetcher(options: FetcherOptions): Fetcher & { close(): Promise<void> } {
  const { userAgent, allow, log, now } = options;
  const guarded = guardedConnect(addressPolicy(allow), connectTimeoutMs);
  const local = guardedConnect(addressPolicy([...allow, ...loopbackRanges]), connectTimeoutMs);
  const isTyped = typedHosts(options.typed);
  const agent = new Agent({
    connect: (target, callback) => (isTyped(target) ? local : guarded)(target, callback),
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveMaxTimeout: maxIdleMs,
    maxHeaderSize: maxHeaderBytes,
  });
  const context = { agent, userAgent, log, now };
  const inSlot = inTurns(hostSlots(slotLimits), options.takeTurn ?? null);

  async function fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchResponse> {
    const first = webAddress(request.url);
    let target = first;
    let remainingMs = request.timeoutMs;
    let queueMs = request.queueMs ?? null;
    let permanentUrl: string | null = null;
    let isPermanent = true;
    for (let redirects = 0; ; redirects += 1) {
      const turn = queueMs === null ? null : deadline(queueMs, signal);
      const answer = await inSlot(
        target.hostname,
        () => {
          turn?.stop();
          return exchange(context, { target, first, request }, remainingMs, signal);
        },
        turn?.signal ?? signal,
      ).catch((error: unknown) => {
        turn?.stop();
        throw turn?.passed() ? busyFault(target) : error;
      });
      if (turn && queueMs !== null) queueMs -= turn.elapsedMs() - answer.tookMs;
      remainingMs -= answer.tookMs;
      if (answer.outcome === 'fetched') {
        const { status, body } = answer.fetched;
        log.debug({ place: place(target), status, bytes: body.length, redirects }, 'http.fetched');
        return { ...answer.fetched, permanentUrl };
      }
      const { status, to } = answer;
      log.debug({ from: place(target), to: place(to), status }, 'http.redirected');
      if (isPost(request)) throw redirectFault(first, status, 'where data was sent with POST');
      if (redirects === maxRedirects) {
        throw redirectFault(first, status, `and redirected more than ${maxRedirects} times`);
      }
      isPermanent &&= isPermanentRedirect(status);
      if (isPermanent) permanentUrl = withoutSecrets(to);
      target = to;
    }
  }

  return Object.assign(fetch, { close: () => agent.destroy() });
}

type TakeTurn = (hostname: string, most: number, signal: AbortSignal) => Promise<() => void>;

/** The same slots, each of which also needs a turn of its host. */
function inTurns(inSlot: HostSlots, takeTurn: TakeTurn | null): HostSlots {
  if (takeTurn === null) return inSlot;
  return (hostname, work, signal) =>
    inSlot(
      hostname,
      async () => {
        const giveBack = await takeTurn(hostname, slotLimits.perHost, signal);
        try {
          return await work();
        } finally {
          giveBack();
        }
      },
      signal,
    );
}

function webAddress(text: string): URL {
  if (!URL.canParse(text)) throw notWebFault();
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notWebFault();
  return url;
}
