import { pino } from 'pino';
import type { Log } from '../../core/ports/log.ts';
import { prettyLine } from './pretty-line.ts';
import { redactedFields, redactedText } from './redaction.ts';
import { Repeats } from './repeats.ts';

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
  /** Milliseconds that never go back. Default: `performance.now`. */
  now?: () => number;
}

const reservedNames = new Set(['level', 'time', 'event', 'repeated']);

/**
 * The `Log` over pino: one JSON object per line with `level`, `time` (ISO 8601), the fields, and
 * `event`. Secrets are redacted everywhere; errors have their stack only at level "debug". An error is
 * written once a minute at most, with how often it was left out since as `repeated`. A field named like
 * one of those four gets the suffix "_".
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
  const repeats = new Repeats(options.now ?? (() => performance.now()));
  const write =
    (level: LogLevel) =>
    (fields: Record<string, unknown>, event: string): void => {
      if (!logger.isLevelEnabled(level)) return;
      const clean = Object.entries(redactedFields(fields, stacks)).map(([name, value]) => [
        reservedNames.has(name) ? `${name}_` : name,
        value,
      ]);
      const text = redactedText(event);
      const line = Object.fromEntries(clean);
      const repeated = level === 'error' ? repeats.leftOut(JSON.stringify([text, line])) : 0;
      if (repeated === null) return;
      logger[level](repeated > 0 ? { ...line, repeated } : line, text);
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
