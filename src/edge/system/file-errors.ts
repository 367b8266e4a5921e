import { dirname } from 'node:path';
import { errorText } from '../../core/errors.ts';

/** The code that the system, or a database's driver, gave an error, such as "ENOSPC"; `null` without one. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function whoami(): string {
  const id = process.getuid?.();
  return id === undefined ? 'the user that runs this' : `user ${id}`;
}

/**
 * Why a file cannot be written and what to do, for the operator.
 * @param error the system's error
 */
export function cannotWrite(path: string, error: unknown): string {
  switch (errorCode(error) ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${path} cannot be written, as its disk is full: make room there, or name another place`;
    case 'EROFS':
      return `${path} cannot be written, as its file system is mounted read-only: name another place`;
    case 'EACCES':
    case 'EPERM':
      return `${path} cannot be written by ${whoami()}: check who owns its folder, or name another place`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `${path} cannot be written: there is no folder ${dirname(path)}`;
    case 'ELOOP':
      return `${path} is a link, and root follows none in another user's folder: name the file itself, or delete the link if you did not make it`;
    default:
      return `${path} cannot be written (${errorText(error)}): name another place`;
  }
}
