import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallFaults, CallFault } from '../call-faults.ts';
import type { CallListener, CallLog, SeenCall } from '../calls.ts';
import { listenersOf } from '../observe.ts';
import type { Application } from '../world/model.ts';
import { Refusal, refusal } from '../world/refusal.ts';
import { archiveIdleThreads } from '../world/thread-change.ts';
import type { World } from '../world/world.ts';
import { bodyOf } from './body.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import type { RateLimits, Verdict } from './rate-limits.ts';
import { routed } from './router.ts';
import type { Method } from '../calls.ts';
import type { Answer, Call, GatewayBot, Route } from './route.ts';

export interface RestContext {
  world: World;
  routes: readonly Route[];
  limits: RateLimits;
  faults: CallFaults;
  calls: CallLog;
  listeners: Set<CallListener>;
  invalid: InvalidRequests;
  gatewayBot: (applicationId: string) => GatewayBot;
}

/** The caller of a route whose path has the token: no application is needed. */
const nobody: Application = { id: '', name: '', botUserId: '', token: '', privilegedIntents: 0 };

/** The application a request's bot token belongs to. @throws 401 */
function bearer(world: World, request: IncomingMessage): Application {
  const token = /^Bot (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  for (const application of world.applications.values()) {
    if (application.token === token) return application;
  }
  throw refusal('unauthorized');
}

function refused(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  const { status, code, message, errors, extra } = error;
  return { status, body: { message, code, ...(errors ? { errors } : {}), ...extra } };
}

function overLimit(over: NonNullable<Verdict['over']>): {
  answer: Answer;
  headers: Record<string, string>;
} {
  const seconds = Number((over.retryAfterMs / 1000).toFixed(3));
  const headers: Record<string, string> = {
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': over.scope,
  };
  if (over.scope === 'global') headers['X-RateLimit-Global'] = 'true';
  const body = {
    message: over.extra?.message ?? 'You are being rate limited.',
    retry_after: seconds,
    global: over.scope === 'global',
    ...(over.extra?.code ? { code: over.extra.code } : {}),
  };
  return { answer: { status: 429, body }, headers };
}

function write(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  const text = answer.status === 204 ? '' : JSON.stringify(answer.body ?? null);
  response.writeHead(answer.status, {
    ...headers,
    ...(text ? { 'Content-Type': 'application/json' } : {}),
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** What a banned address gets: no JSON, nothing of the API behind it. */
function writeBan(response: ServerResponse, seconds: number): void {
  response.writeHead(429, { 'Content-Type': 'text/plain', 'Retry-After': String(seconds) });
  response.end('error code: 1015');
}

/** Answers one request under `/api`. Errors other than refusals are the server's own faults: 500. */
export async function serve(
  context: RestContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, faults, calls } = context;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = url.pathname.replace(/^\/api(\/v10)?(?=\/)/, '');
  const method = (request.method ?? 'GET') as Method;
  const bannedForSec = context.invalid.bannedForSec();
  if (bannedForSec > 0) {
    calls.log.push({ method, route: path, path, status: 429, atMs: world.now() });
    return writeBan(response, bannedForSec);
  }
  let headers: Record<string, string> = {};
  let answer: Answer;
  let route: Route | null = null;
  let fault: CallFault | null = null;
  try {
    const found = routed(context.routes, method, path);
    route = found.route;
    const application = route.tokenInPath ? nobody : bearer(world, request);
    const call: Call = {
      world,
      method,
      path,
      params: found.params,
      query: url.searchParams,
      body: await bodyOf(request, world.limits),
      application,
      gateway: context.gatewayBot(application.id),
    };
    const seen: SeenCall = {
      phase: 'before',
      method,
      path,
      route: route.template,
      body: call.body,
      status: null,
      answer: undefined,
    };
    fault = await faults.faultOf(seen);
    for (const listener of listenersOf(context.listeners)) await listener(seen);
    const verdict = context.limits.verdict(route, call);
    headers = verdict.headers;
    if (fault) {
      answer = { status: 0 };
    } else if (verdict.over) {
      const over = overLimit(verdict.over);
      answer = over.answer;
      headers = { ...headers, ...over.headers };
    } else {
      archiveIdleThreads(world);
      answer = handled(route, call);
      const done: SeenCall = {
        ...seen,
        phase: 'after',
        status: answer.status,
        answer: answer.body,
      };
      for (const listener of listenersOf(context.listeners)) await listener(done);
      fault = await faults.faultOf(done);
    }
  } catch (error) {
    answer = refused(error);
  }
  if (fault?.kind === 'fail') {
    answer = { status: fault.status, body: fault.body };
    headers = { ...headers, ...fault.headers };
  }
  const isAnswered = fault === null || fault.kind === 'fail';
  const status = isAnswered ? answer.status : 0;
  context.invalid.note(status, headers['X-RateLimit-Scope']);
  calls.log.push({ method, route: route?.template ?? path, path, status, atMs: world.now() });
  if (isAnswered) write(response, answer, headers);
  else if (fault?.kind === 'drop') request.socket.destroy();
  const data = { method, route: route?.template ?? path, path, status };
  world.emit({ name: 'call', guildId: null, data });
}

function handled(route: Route, call: Call): Answer {
  try {
    return route.handler(call);
  } catch (error) {
    return refused(error);
  }
}
