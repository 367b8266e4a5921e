import { acceptEncoding } from './body.ts';

/** What the transport itself says; a request that names them would contradict it. */
const ours = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'keep-alive',
  'upgrade',
  'expect',
  'te',
]);

/** What is said to a server that another one redirected to: nothing that may be a secret. */
const toStrangers = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'user-agent',
]);

/** RFC 9110, section 5.5; a validator that some server made up need not keep to it. */
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The headers of one hop. `extra` wins over the rest, is cleaned of what cannot be sent, and keeps
 * its secrets (authorization, cookies, keys) from any origin but the one it was meant for. The
 * address's own user name and password become `authorization`.
 */
export function requestHeaders(
  target: URL,
  standard: { accept: string; userAgent: string },
  extra: Readonly<Record<string, string>>,
  sameOrigin: boolean,
): Record<string, string> {
  const headers: Record<string, string> = {
    accept: standard.accept,
    'user-agent': standard.userAgent,
  };
  for (const [name, value] of Object.entries(extra)) {
    const key = name.toLowerCase();
    if (ours.has(key) || !headerName.test(key) || !sendable.test(value)) continue;
    if (sameOrigin || toStrangers.has(key)) headers[key] = value;
  }
  headers['accept-encoding'] = acceptEncoding;
  if (headers['authorization'] === undefined && (target.username || target.password)) {
    const pair = `${unescaped(target.username)}:${unescaped(target.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
  }
  return headers;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
