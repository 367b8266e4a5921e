import { errorCode } from '../../system/file-errors.ts';
import { StoreError } from '../sql.ts';

// Codes are those of the system, and PostgreSQL's own (SQLSTATE,
// https://www.postgresql.org/docs/current/errcodes-appendix.html).

/** Two transactions came in each other's way: the same one may succeed when it runs again. */
export function isConflict(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40001' || code === '40P01';
}

/** @param where the database in words */
export const readOnlyServer = (where: string): string =>
  `${where} is read-only: let STORE_URL name the primary server instead of a standby, or turn default_transaction_read_only off for the database and its user`;

const lost = (where: string) =>
  `the connection to ${where} was lost: a bot that runs connects again by itself. If this goes on, check PostgreSQL and the network`;

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
  [
    /^53100$/,
    (where) =>
      `the disk of ${where} is full, and the last change was not saved. Make room on it: a bot that runs goes on by itself, one that ended must be started again`,
  ],
  [/^25006$/, readOnlyServer],
  [
    /^57014$/,
    (where) =>
      `${where} cancelled a statement that took too long: raise its statement_timeout, or look what keeps it busy`,
  ],
  [
    /^53300$/,
    (where) =>
      `${where} has no free connection: raise max_connections (or the limit of its user), or stop other programs; each process of Wirethread uses up to 11`,
  ],
  [
    /^57P0[123]$/,
    (where) =>
      `${where} is shutting down or starting: a bot that runs goes on by itself, one that ended must be started again`,
  ],
  [/^08/, lost],
  [/^XX00[12]$/, (where) => `${where} is damaged: restore a backup`],
];

const lostConnection = /^Connection terminated|^Client has encountered a connection error/;
/** What `pg` says when its `query_timeout` has passed, and when no connection came free in time. */
const silence = /^(?:Query read timeout|timeout expired|timeout exceeded when trying to connect)$/;

/** True when nothing was heard of the other side in time: on this connection nothing may come any more. */
export function isSilent(error: unknown): boolean {
  return error instanceof Error && silence.test(error.message);
}

/**
 * An error of PostgreSQL, or of the way to it, as a StoreError for the operator; any other error is
 * returned unchanged.
 * @param where the database in words, without its password
 */
export function postgresFault(error: unknown, where: string): unknown {
  if (error instanceof Error && lostConnection.test(error.message)) {
    return new StoreError(lost(where), { cause: error });
  }
  if (isSilent(error)) {
    return new StoreError(
      `${where} gave no answer in time, so the connection was given up: a bot that runs tries again by itself. If this goes on, check the network between both, and what keeps PostgreSQL busy`,
      { cause: error },
    );
  }
  const code = errorCode(error);
  const message = code === null ? undefined : messages.find(([pattern]) => pattern.test(code))?.[1];
  return message ? new StoreError(message(where), { cause: error }) : error;
}
