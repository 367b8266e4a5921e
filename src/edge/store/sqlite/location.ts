import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorText } from '../../../core/errors.ts';
import { errorCode, whoami } from '../../system/file-errors.ts';
import { makeFolder } from '../../system/folder.ts';
import { StoreError } from '../sql.ts';

/** The path of a `sqlite:` URL. @throws StoreError when it is invalid */
export function databasePath(url: string): string {
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (path === '' || path.startsWith('//') || path.startsWith(':')) {
    throw new StoreError(
      'STORE_URL must be "sqlite:" and the path of a file, such as "sqlite:/var/lib/wirethread/wirethread.db", or the address of a PostgreSQL database, such as "postgres://user:password@host:5432/wirethread"',
    );
  }
  return resolve(path);
}

/**
 * The database file of a `sqlite:` URL. Creates its folder if needed.
 * @throws StoreError when the URL is invalid or the file or folder is not writable
 */
export function databaseFile(url: string): string {
  const file = databasePath(url);
  writableFolder(dirname(file));
  if (!existsSync(file)) return file;
  if (!statSync(file).isFile()) {
    throw new StoreError(`${file} is not a file: STORE_URL must name a file in a folder`);
  }
  const error = whyNotWritable(file);
  if (error !== null) {
    throw new StoreError(
      errorCode(error) === 'EROFS'
        ? readOnlyDisk(file)
        : `the database ${file} can be read but not written: check who owns it (this runs as ${whoami()})`,
      { cause: error },
    );
  }
  return file;
}

function writableFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new StoreError(
      `the folder ${folder} cannot be created (${errorText(error)}): create it yourself, or name another DATA_DIR`,
      { cause: error },
    );
  }
  const reason = unwritableFolder(folder);
  if (reason !== null) throw new StoreError(`${reason}, or name another DATA_DIR`);
}

/** Why a folder that exists cannot be written to, with a remedy; `null` when it can. */
export function unwritableFolder(folder: string): string | null {
  const error = whyNotWritable(folder);
  if (error === null) return null;
  return errorCode(error) === 'EROFS'
    ? readOnlyDisk(folder)
    : `the folder ${folder} is not writable: make ${whoami()} its owner`;
}

const readOnlyDisk = (path: string) =>
  `the disk is read-only that ${path} is on: a system does that to a disk that failed. Look into its log, and mount the disk so that it can be written`;

function whyNotWritable(path: string): unknown {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return error;
  }
}
