import { refusal } from '../world/refusal.ts';
import type { Route } from './route.ts';

const segments = new Map<string, readonly string[]>();

function segmentsOf(template: string): readonly string[] {
  const cached = segments.get(template);
  if (cached) return cached;
  const split = template.split('/').slice(1);
  segments.set(template, split);
  return split;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal('notFound');
  }
}

function paramsOf(template: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = segmentsOf(template);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? '';
    if (want.startsWith(':')) params[want.slice(1)] = decoded(part);
    else if (want !== part) return null;
  }
  return params;
}

/**
 * The route for a path. Of several that fit, the earlier in the list is taken: fixed words
 * (`/users/@me`) come before parameters.
 * @throws 404 for no such path, 405 for a path without this method
 */
export function routed(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } {
  const parts = path.split('/').slice(1);
  let pathExists = false;
  for (const route of routes) {
    const params = paramsOf(route.template, parts);
    if (!params) continue;
    if (route.method === method) return { route, params };
    pathExists = true;
  }
  throw refusal(pathExists ? 'methodNotAllowed' : 'notFound');
}
