import type { Log } from '../../core/ports/log.ts';

/** What the configuration says that a command needs. */
export interface ToolSettings {
  storeUrl: string;
  dataDir: string;
}

export interface ToolContext<T = ToolSettings> {
  settings: T;
  /** A line on standard output. */
  print: (line: string) => void;
  now: () => number;
  log: Log;
}

export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:/.test(url);
