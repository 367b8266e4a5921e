import type { IncomingMessage } from 'node:http';

/**
 * Nothing but the page's own files runs or is asked for; pictures come from this machine alone,
 * where the demo's paper prints them. Trusted types forbid the browser to read a string as HTML.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' http://127.0.0.1:* http://localhost:*",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Go with every answer. */
export const safetyHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

export interface TurnedAway {
  status: 403 | 415 | 421;
  why: string;
}

const localNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request is turned away, `null` when it may pass. The `Host` must be this machine's own name
 * and port, so that no site can point its name here (DNS rebinding); what another site's page sends
 * never passes, and a POST must be JSON, which no site's form can send.
 */
export function turnedAway(request: IncomingMessage, port: number): TurnedAway | null {
  const { headers, method } = request;
  const hosts = localNames.map((name) => `${name}:${port}`);
  if (!hosts.includes((headers.host ?? '').toLowerCase())) {
    return { status: 421, why: `This page answers to 127.0.0.1:${port} only.` };
  }
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = origin !== undefined && !hosts.some((host) => origin === `http://${host}`);
  const isCalled = request.url?.startsWith('/api/') ?? false;
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || (isCalled && isForeignSite)) {
    return { status: 403, why: 'Only the page itself may ask this.' };
  }
  if (method !== 'POST') return null;
  if (origin === undefined && site !== 'same-origin') {
    return { status: 403, why: 'A request must say that it comes from the page itself.' };
  }
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { status: 415, why: 'A request must be JSON.' };
  return null;
}
