import { acceptEncoding } from './body.ts';

/** Set by the transport only; a request cannot override them. */
const transportHeaders = new Set([
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

/** The only headers for another origin after a redirect: none can be a secret. */
const crossOriginHeaders = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'user-agent',
]);

/** RFC 9110, section 5.5. Some servers' validators break this rule. */
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The headers of one request. `extra` overrides the standard ones, without headers that cannot be sent;
 * only those in `crossOriginHeaders` go to another origin. The URL's user name and password become
 * `authorization`.
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
    if (transportHeaders.has(key) || !headerName.test(key) || !sendable.test(value)) continue;
    if (sameOrigin || crossOriginHeaders.has(key)) headers[key] = value;
  }
  headers['accept-encoding'] = acceptEncoding;
  if (headers['authorization'] === undefined && (target.username || target.password)) {
    const credentials = `${unescaped(target.username)}:${unescaped(target.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`;
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
