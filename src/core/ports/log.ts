type Fields = Record<string, unknown>;

/** Logs events with fields: identifiers and counts, never a reader's text or a token. */
export interface Log {
  debug(fields: Fields, event: string): void;
  info(fields: Fields, event: string): void;
  warn(fields: Fields, event: string): void;
  error(fields: Fields, event: string): void;
}
