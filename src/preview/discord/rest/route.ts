import type { Method } from '../calls.ts';
import type { Application, Id } from '../world/model.ts';
import { invalidField, Refusal } from '../world/refusal.ts';
import { isSnowflake } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import type { Refused } from '../rules/index.ts';

/** What `GET /gateway/bot` answers. */
export interface GatewayBot {
  url: string;
  shards: number;
  session_start_limit: object;
}

/** One REST call, its path's parameters taken out and its body read. */
export interface Call {
  world: World;
  method: Method;
  /** The path after the version, without the query. */
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  /** Whose token it carries. */
  application: Application;
  /** The gateway's address and session limits, for the routes that return them. */
  gateway: GatewayBot;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** So many calls within so long. */
export interface Limit {
  calls: number;
  perMs: number;
}

/** A limit beside the route's own, for some of its calls; `code` is the answer's. */
export interface ExtraLimit extends Limit {
  key: string;
  code?: number;
  message?: string;
}

export interface Route {
  method: Method;
  /** As in Discord's documentation, `:name` for a parameter: `/channels/:channel/messages`. */
  template: string;
  handler: (call: Call) => Answer;
  /** Routes that carry a token in their path need no bot token; they are not counted globally. */
  tokenInPath?: true;
  limits?: readonly Limit[];
  extraLimit?: (call: Call) => ExtraLimit | null;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const noContent: Answer = { status: 204 };

/** A path parameter that is an id. @throws 50035 for anything else */
export function idOf(call: Call, name: string): Id {
  const value = call.params[name] ?? '';
  if (!isSnowflake(value)) {
    throw invalidField(`${name}_id`, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  }
  return value;
}

export function textOf(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** A whole number of the query between bounds. @throws 50035 outside them */
export function countOf(
  call: Call,
  name: string,
  range: { least: number; most: number; usual: number },
): number {
  const text = call.query.get(name);
  if (text === null) return range.usual;
  const count = Number(text);
  if (!Number.isInteger(count) || count < range.least || count > range.most) {
    throw invalidField(
      name,
      'NUMBER_TYPE_MAX',
      `int value should be between ${range.least} and ${range.most}.`,
    );
  }
  return count;
}

/** The body once the rules found nothing against it. @throws what they refuse it with */
export function accepted(body: unknown, refused: (body: unknown) => Refused | null): unknown {
  const found = refused(body);
  if (found) throw new Refusal(found.status, found.code, found.message, found.errors);
  return body;
}
