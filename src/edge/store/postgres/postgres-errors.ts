import { StoreError } from '../sql.ts';

/** SQLSTATE codes (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Two transactions came in each other's way: the same one may succeed when it runs again. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

const messages: readonly [RegExp, (where: string) => string][] = [
  [
    /^(?:ECONNREFUSED|ENOENT|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET|EPIPE)$/,
    (where) =>
      `${where} does not answer: check that PostgreSQL runs and that STORE_URL names its host and port`,
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, (where) => `the host of ${where} is not known: check STORE_URL`],
  [
    /^28(?:000|P01)$/,
    (where) => `${where} refuses the user or the password: check STORE_URL and pg_hba.conf`,
  ],
  [/^3D000$/, (where) => `${where} does not exist: create it with "createdb", or check STORE_URL`],
  [
    /^42501$/,
    (where) =>
      `the user may not do this in ${where}: make it the owner of the database, or let it create tables in its schema`,
  ],
  [/^53100$/, (where) => `the disk of ${where} is full, and the last change was not saved`],
  [
    /^53300$/,
    (where) => `${where} has no free connection: raise max_connections, or stop other programs`,
  ],
  [/^57P0[123]$/, (where) => `${where} is shutting down or starting`],
  [/^08/, (where) => `the connection to ${where} was lost`],
  [/^XX00[12]$/, (where) => `${where} is damaged: restore a backup`],
];

const lostConnection = /^Connection terminated|^Client has encountered a connection error/;

/**
 * An error of PostgreSQL, or of the way to it, as a StoreError for the operator; any other error is
 * returned unchanged.
 * @param where the database in words, without its password
 */
export function postgresFault(error: unknown, where: string): unknown {
  if (error instanceof Error && lostConnection.test(error.message)) {
    return new StoreError(`the connection to ${where} was lost`, { cause: error });
  }
  const code = codeOf(error);
  const message = code === null ? undefined : messages.find(([pattern]) => pattern.test(code))?.[1];
  return message ? new StoreError(message(where), { cause: error }) : error;
}
