import type { AnswerValidators } from '../../core/discussion/discussion.ts';
import { errorText, FetchError, ReadError } from '../../core/errors.ts';
import type { FetchRequest, FetchResponse } from '../../core/ports/fetcher.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { rateLimitPauseMs } from '../../core/time/rate-limit.ts';
import {
  conditionalHeaders,
  isSameDocument,
  refreshedValidators,
  validatorsOf,
} from '../../feeds/index.ts';
import { type SourceAnswer, type SourceRequest, type SourceStep } from '../../sources/index.ts';
import { shortHash } from '../../text/hash.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { fetchPage, shortestFetchMs } from '../articles/fetch-page.ts';
import { pausedUntil, pauseHost } from '../articles/page-access.ts';
import { forgetToken, keyAdvice, keyedRequest } from './keyed-request.ts';
import type { Ports } from '../ports.ts';

/** What one look may cost its publisher, and us. */
export const lookLimits = { requests: 20, bytes: 5_000_000, ms: 60 * secondMs };
const requestTimeoutMs = 15 * secondMs;

const accept = {
  page: 'text/html,application/xhtml+xml',
  feed: 'application/atom+xml, application/rss+xml, application/xml;q=0.9',
  json: 'application/json',
};

const noValidators = { etag: null, lastModified: null, bodyHash: null };

type Validators = Readonly<Record<string, AnswerValidators>>;

/** A source's result, or why it has none. */
export type Look<T> =
  | { outcome: 'done'; result: T; isUnchanged: boolean; validators: Validators }
  /** A host asked for a pause. */
  | { outcome: 'later'; at: UnixMs; reason: string }
  | { outcome: 'failed'; error: string; retryAfterMs: number | null };

/**
 * Makes the requests that a source asks for, until it is done. Each is conditional by the validators
 * of the look before. `livelyMs` is the time between two looks at a lively discussion. Requests over the limits of a look fail. Rejects only on an abort.
 */
export async function look<T>(
  ports: Ports,
  known: { validators: Validators; livelyMs: number },
  step: (answers: readonly SourceAnswer[]) => Promise<SourceStep<T>>,
  signal: AbortSignal,
): Promise<Look<T>> {
  const looking = new Looking(ports, known, signal);
  try {
    const result = await looking.run(step);
    const isUnchanged = looking.answers.every(({ kind }) => kind === 'unchanged');
    return { outcome: 'done', result, isUnchanged, validators: looking.validators };
  } catch (error) {
    if (signal.aborted) throw error;
    const { later, retryAfterMs, hasFailed } = looking;
    if (later && !hasFailed) return { outcome: 'later', ...later };
    return { outcome: 'failed', error: errorText(error), retryAfterMs };
  }
}

class Looking {
  readonly answers: SourceAnswer[] = [];
  readonly validators: Record<string, AnswerValidators> = {};
  later: { at: UnixMs; reason: string } | null = null;
  retryAfterMs: number | null = null;
  hasFailed = false;
  private requests = 0;
  private bytes = 0;
  private readonly ports: Ports;
  private readonly before: Validators;
  private readonly livelyMs: number;
  private readonly signal: AbortSignal;
  private readonly begunAt: UnixMs;

  constructor(
    ports: Ports,
    { validators, livelyMs }: { validators: Validators; livelyMs: number },
    signal: AbortSignal,
  ) {
    this.ports = ports;
    this.before = validators;
    this.livelyMs = livelyMs;
    this.signal = signal;
    this.begunAt = ports.clock.now();
  }

  async run<T>(step: (answers: readonly SourceAnswer[]) => Promise<SourceStep<T>>): Promise<T> {
    for (;;) {
      const next = await step(this.answers);
      if ('done' in next) return next.done;
      const ask = next.ask.filter((request) => this.isNew(request));
      if (ask.length === 0 || this.answers.length > 2 * lookLimits.requests) {
        throw new ReadError(
          'Reading these comments does not come to an end. Report this to the developers of Wirethread, with the address of the article.',
        );
      }
      for (const request of ask) {
        const answer = await this.answer(request);
        const before = this.answers.findIndex(({ url }) => url === request.url);
        if (before < 0) this.answers.push(answer);
        else this.answers[before] = answer;
      }
    }
  }

  /** An address is asked once, and once more without conditions when it was unchanged. */
  private isNew({ url, unconditional = false }: SourceRequest): boolean {
    const answer = this.answers.find((candidate) => candidate.url === url);
    return answer === undefined || (answer.kind === 'unchanged' && unconditional);
  }

  private async answer(request: SourceRequest): Promise<SourceAnswer> {
    const { url, everyLooks = 0 } = request;
    const everyMs = Math.min(hourMs, everyLooks * this.livelyMs);
    const before = this.before[url];
    if (before && this.ports.clock.now() - before.askedAt < everyMs) {
      this.validators[url] = before;
      return { kind: 'unchanged', url };
    }
    try {
      const fetched = await this.fetched(request, request.unconditional ? undefined : before);
      if ('message' in fetched) return { kind: 'failed', url, status: null, ...fetched };
      this.bytes += fetched.body.length;
      await this.obeyRateLimit(url, fetched.headers);
      return this.compared(url, fetched, request.unconditional ? undefined : before);
    } catch (error) {
      if (this.signal.aborted) throw error;
      return this.failed(request, error);
    }
  }

  /** The answer, or why it was not asked for. @throws FetchError */
  private async fetched(
    { url, format, key, json }: SourceRequest,
    before: AnswerValidators | undefined,
  ): Promise<FetchResponse | { message: string }> {
    const { ports, signal } = this;
    const leftMs = this.begunAt + lookLimits.ms - ports.clock.now();
    const leftBytes = lookLimits.bytes - this.bytes;
    if (this.requests >= lookLimits.requests || leftBytes <= 0 || leftMs < shortestFetchMs) {
      return { message: 'These comments need more requests than Wirethread makes at once.' };
    }
    this.requests += 1;
    const timeoutMs = Math.min(requestTimeoutMs, leftMs);
    const request: FetchRequest = {
      url,
      accept: accept[format],
      headers: json === undefined ? conditionalHeaders(before ?? null) : {},
      ...(json !== undefined && { json }),
      maxBytes: leftBytes,
      timeoutMs,
    };
    if (format !== 'page') {
      const at = await pausedUntil(ports, url);
      if (at !== null) return this.postponed(url, at, false);
      if (!key) return ports.fetch(request, signal);
      const keyed = await keyedRequest(ports, url, key, timeoutMs, signal);
      const headers = { ...request.headers, ...keyed.headers };
      return { ...(await ports.fetch({ ...request, url: keyed.url, headers }, signal)), url };
    }
    const fetched = await fetchPage(ports, request, signal);
    switch (fetched.page) {
      case 'fetched':
        return fetched.answer;
      case 'refused':
        return {
          message: `The robots.txt of ${new URL(url).host} does not allow Wirethread to read ${shownAddress(url)}. Ask the publisher to allow "Wirethread" there.`,
        };
      case 'later':
        return this.postponed(url, fetched.at, fetched.isAttempt);
      default:
        return fetched satisfies never;
    }
  }

  private postponed(url: string, at: UnixMs, isUnread: boolean): { message: string } {
    const { host } = new URL(url);
    if (isUnread) {
      this.hasFailed = true;
      this.retryAfterMs = Math.max(this.retryAfterMs ?? 0, at - this.ports.clock.now());
      return {
        message: `The robots.txt of ${host} cannot be read now, so Wirethread does not know whether it may read the page. It tries again later.`,
      };
    }
    const reason = `The server ${host} asked for a pause. Wirethread waits until it is over.`;
    if (!this.later || at > this.later.at) this.later = { at, reason };
    return { message: reason };
  }

  private compared(
    url: string,
    { status, headers, body, url: finalUrl }: FetchResponse,
    before: AnswerValidators | undefined,
  ): SourceAnswer {
    const askedAt = this.ports.clock.now();
    if (status === 304 && before) {
      this.validators[url] = { ...refreshedValidators(before, headers), askedAt };
      return { kind: 'unchanged', url };
    }
    const bodyHash = shortHash(body);
    this.validators[url] = { ...validatorsOf(headers, bodyHash), askedAt };
    if (before && isSameDocument(before, headers, bodyHash)) return { kind: 'unchanged', url };
    return { kind: 'document', url, body, headers, finalUrl };
  }

  /** A host whose last request of a period this was is asked again in the next one. */
  private async obeyRateLimit(url: string, headers: FetchResponse['headers']): Promise<void> {
    const pauseMs = rateLimitPauseMs(headers, this.ports.clock.now());
    if (pauseMs > 0) await pauseHost(this.ports, url, Math.min(pauseMs, hourMs));
  }

  private async failed({ url, key }: SourceRequest, error: unknown): Promise<SourceAnswer> {
    this.hasFailed = true;
    const before = this.before[url] ?? noValidators;
    this.validators[url] = { ...before, askedAt: this.ports.clock.now() };
    const fault = error instanceof FetchError ? error : null;
    const askedMs = fault?.retryAfterMs ?? null;
    if (askedMs !== null && askedMs > 0) {
      this.retryAfterMs = Math.max(this.retryAfterMs ?? 0, askedMs);
      await pauseHost(this.ports, url, Math.min(askedMs, hourMs));
    }
    const isKeyRefused = key !== undefined && fault?.status === 401;
    if (isKeyRefused) forgetToken(this.ports, key);
    const message = errorText(error) + (isKeyRefused ? keyAdvice(this.ports, url, key) : '');
    this.ports.log.debug({ url: shownAddress(url), error: message }, 'comments.request-failed');
    return { kind: 'failed', url, status: fault?.status ?? null, message };
  }
}
