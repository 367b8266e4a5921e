import type { Log } from '../../core/ports/log.ts';

/** What the configuration says that a command needs. */
export interface ToolSettings {
  storeUrl: string;
  /** Keys of 32 bytes, the newest first. */
  storeKeys: readonly Uint8Array[];
  /** `null` for the preview. */
  discordToken: string | null;
  discordApiUrl: string;
  hubs: { publicUrl: string } | null;
  /** Rules look at members' messages too. */
  readMemberMessages: boolean;
}

export interface ToolContext {
  settings: ToolSettings;
  /** A line on standard output. */
  print: (line: string) => void;
  now: () => number;
  log: Log;
}
