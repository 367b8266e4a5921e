import type { Snowflake } from './ids.ts';
import type { UnixMs } from './time/duration.ts';

/** What the program does for its operator instead of running the bot. Paths are as they were typed. */
export type OperatorTool =
  | { name: 'backup'; file: string }
  | { name: 'restore'; file: string }
  /** The database was restored by other means, from a backup of that time. */
  | { name: 'restored'; takenAt: UnixMs }
  | { name: 'doctor' }
  /** From one `sqlite:` or `postgres:` address to another. */
  | { name: 'migrate'; from: string; to: string }
  /** `file: null` prints. */
  | { name: 'export'; guildId: Snowflake; file: string | null; withSecrets: boolean }
  /** `guildId: null` for the server that the file is of. */
  | { name: 'import'; file: string; guildId: Snowflake | null; dryRun: boolean };

export type OperatorToolName = OperatorTool['name'];
