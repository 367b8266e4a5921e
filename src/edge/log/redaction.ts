const censored = '[redacted]';
const maxDepth = 6;
const maxEntries = 100;
const maxTextLength = 4_000;
const maxSecretLength = 600;

/** Field names whose value is always a secret. */
const secretName = /(?:authorization|cookie|token|secret|password|api[_-]?key)$/i;

const patterns: readonly [RegExp, string][] = [
  // A Discord bot token: its id in base64, a timestamp, a signature.
  [/(?<![\w-])[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{25,120}/g, censored],
  [
    /\b(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)(?:\w{1,20} )?[^\s"',;]{1,500}/gi,
    `$1${censored}`,
  ],
  [/\b(Bearer|Basic|Bot) [\w.~+/=-]{16,500}/g, `$1 ${censored}`],
  // A user name and password in a URL of any scheme, but for those of our own examples.
  [/([a-z][a-z0-9+.-]{1,20}:\/\/)(?!user:password@host[:/])[^\s/"\\]{1,300}@/gi, `$1${censored}@`],
  [
    /([?&](?:access_token|token|api_?key|key|secret|password|auth|signature|sig)=)[^&\s"#\\]{1,500}/gi,
    `$1${censored}`,
  ],
  // Discord URLs that contain a token.
  [/(\/(?:webhooks|interactions)\/\d{15,20}\/)[\w-]{20,500}/g, `$1${censored}`],
];

/** Redacts everything in a text that looks like a token, an authorization or credentials in a URL. */
export function redactedText(text: string): string {
  // A secret that crosses the length limit is redacted whole before the text is truncated.
  let clean = text.slice(0, maxTextLength + maxSecretLength);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  return clean.length > maxTextLength ? `${clean.slice(0, maxTextLength)}…` : clean;
}

/**
 * A copy of a log line's fields without secrets, as plain JSON values. Errors become their name,
 * message, facts and causes, with their stack only if `stacks` is true. Depth, entries and text length
 * are limited. Never throws on a cycle or a getter.
 */
export function redactedFields(
  fields: Record<string, unknown>,
  stacks: boolean,
): Record<string, unknown> {
  return record(fields, 0, stacks);
}

function record(source: object, depth: number, stacks: boolean): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(source).slice(0, maxEntries)) {
    copy[redactedText(key)] = secretName.test(key)
      ? censored
      : redacted(valueOf(source, key), depth + 1, stacks);
  }
  return copy;
}

function valueOf(source: object, key: string): unknown {
  try {
    return (source as Record<string, unknown>)[key];
  } catch {
    return '[unreadable]';
  }
}

function redacted(value: unknown, depth: number, stacks: boolean): unknown {
  if (typeof value === 'string') return redactedText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return undefined;
  if (depth > maxDepth) return '[deeper]';
  if (value instanceof Error) return thrownFacts(value, depth, stacks);
  if (value instanceof URL) return redactedText(value.href);
  if (value instanceof Date) return String(value.getTime());
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    return value.slice(0, maxEntries).map((part) => redacted(part, depth + 1, stacks));
  }
  return record(value, depth, stacks);
}

/** The only logged properties of an error. Others, such as discord.js's request body, may contain readers' text. */
const loggedFacts = ['code', 'kind', 'fault', 'status', 'retryAfterMs', 'syscall'];

function thrownFacts(error: Error, depth: number, stacks: boolean): Record<string, unknown> {
  const facts: Record<string, unknown> = {
    name: error.name,
    message: redactedText(error.message),
  };
  for (const fact of loggedFacts) {
    const value = valueOf(error, fact);
    if (typeof value === 'string' || typeof value === 'number')
      facts[fact] = redacted(value, depth, stacks);
  }
  if (error.cause !== undefined) facts['cause'] = redacted(error.cause, depth + 1, stacks);
  if (stacks && error.stack) facts['stack'] = redactedText(error.stack);
  return facts;
}
