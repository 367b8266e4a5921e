const censored = '[redacted]';
const deepest = 6;
const mostEntries = 100;
const longestText = 4_000;
const longestSecret = 600;

/** Field names whose value is a secret whatever it looks like. */
const secretName = /(?:authorization|cookie|token|secret|password|api[_-]?key)$/i;

const patterns: readonly [RegExp, string][] = [
  // A bot's token as Discord makes them: its id in base64, a time, a signature.
  [/(?<![\w-])[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{25,120}/g, censored],
  [
    /\b(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)(?:\w{1,20} )?[^\s"',;]{1,500}/gi,
    `$1${censored}`,
  ],
  [/\b(Bearer|Basic|Bot) [\w.~+/=-]{16,500}/g, `$1 ${censored}`],
  // A user name and password in an address of any scheme.
  [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/"\\]{1,300}@/gi, `$1${censored}@`],
  [
    /([?&](?:access_token|token|api_?key|key|secret|password|auth|signature|sig)=)[^&\s"#\\]{1,500}/gi,
    `$1${censored}`,
  ],
  // Discord's own addresses that carry a token.
  [/(\/(?:webhooks|interactions)\/\d{15,20}\/)[\w-]{20,500}/g, `$1${censored}`],
];

/** Text with what looks like a secret taken out: tokens, authorization, credentials in addresses. */
export function redactedText(text: string): string {
  // A secret across the cut is taken out whole before the text is cut.
  let clean = text.slice(0, longestText + longestSecret);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  return clean.length > longestText ? `${clean.slice(0, longestText)}…` : clean;
}

/**
 * A copy of a log line's fields without secrets, made of plain JSON values. Errors become their name,
 * message, facts and causes, and their stack only where `stacks` asks for it. Bounded in depth,
 * entries and text; never throws on a cycle or a getter.
 */
export function redactedFields(
  fields: Record<string, unknown>,
  stacks: boolean,
): Record<string, unknown> {
  return record(fields, 0, stacks);
}

function record(source: object, depth: number, stacks: boolean): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(source).slice(0, mostEntries)) {
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
  if (depth > deepest) return '[deeper]';
  if (value instanceof Error) return thrownFacts(value, depth, stacks);
  if (value instanceof URL) return redactedText(value.href);
  if (value instanceof Date) return String(value.getTime());
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    return value.slice(0, mostEntries).map((part) => redacted(part, depth + 1, stacks));
  }
  return record(value, depth, stacks);
}

/** Which facts of an error tell what happened; others (discord.js's request body) may hold readers' text. */
const toldFacts = ['code', 'kind', 'fault', 'status', 'retryAfterMs', 'syscall'];

function thrownFacts(error: Error, depth: number, stacks: boolean): Record<string, unknown> {
  const facts: Record<string, unknown> = {
    name: error.name,
    message: redactedText(error.message),
  };
  for (const fact of toldFacts) {
    const value = valueOf(error, fact);
    if (typeof value === 'string' || typeof value === 'number')
      facts[fact] = redacted(value, depth, stacks);
  }
  if (error.cause !== undefined) facts['cause'] = redacted(error.cause, depth + 1, stacks);
  if (stacks && error.stack) facts['stack'] = redactedText(error.stack);
  return facts;
}
