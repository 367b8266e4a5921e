import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from './file-errors.ts';

/**
 * Makes a folder and the ones above it, for its owner alone; no matter if it is there. Not by mkdir's
 * own `recursive`, which on Node 20 never returns where a folder takes no other (/proc).
 * @throws the system's error
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (isFolder(folder)) return;
    const above = dirname(folder);
    const mayHelp = errorCode(error) === 'ENOENT';
    if (!mayHelp || isFolder(above)) throw error;
    makeFolder(above);
    mkdirSync(folder, { mode: 0o700 });
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
