import { pino } from 'pino';
import type { Log } from '../../core/ports/log.ts';
import { prettyLine } from './pretty-line.ts';
import { redactedFields, redactedText } from './redaction.ts';

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Takes whole lines, each with its newline. */
interface LogDestination {
  write(line: string): void;
}

export interface LogOptions {
  level: LogLevel;
  /** Standard error by default. */
  destination?: LogDestination;
  /** Readable lines instead of JSON. Default: when standard error is a terminal. */
  pretty?: boolean;
}

const reservedNames = new Set(['level', 'time', 'event']);

/**
 * The `Log` over pino: one JSON object per line with `level`, `time` (ISO 8601), the fields, and
 * `event`. Secrets are redacted everywhere; errors have their stack only at level "debug". A field
 * named like one of those three gets the suffix "_".
 */
export function createLog(options: LogOptions): Log {
  const { destination } = options;
  const pretty = options.pretty ?? (destination === undefined && process.stderr.isTTY);
  const out = destination ?? standardError();
  const stream = pretty ? { write: (line: string) => out.write(prettyLine(line)) } : out;
  const stacks = options.level === 'debug';
  const logger = pino(
    {
      level: options.level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const write =
    (level: LogLevel) =>
    (fields: Record<string, unknown>, event: string): void => {
      if (!logger.isLevelEnabled(level)) return;
      const clean = Object.entries(redactedFields(fields, stacks)).map(([name, value]) => [
        reservedNames.has(name) ? `${name}_` : name,
        value,
      ]);
      logger[level](Object.fromEntries(clean), redactedText(event));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
}

/** Synchronous, so that the last lines before a crash are not lost. */
function standardError(): LogDestination {
  const stream = pino.destination({ fd: 2, sync: true });
  // When the reader of the log exits, the bot continues.
  stream.on('error', () => {});
  return stream;
}
