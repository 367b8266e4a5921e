import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { sourceFolder } from '../source-folder.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface StaticFile {
  type: string;
  bytes: Buffer;
}

/**
 * The browser's files by their URL path, read once: only paths in this table are served, so no
 * path can lead out of the folder. @throws when the folder is missing
 */
export async function staticFiles(): Promise<ReadonlyMap<string, StaticFile>> {
  const folder = sourceFolder('page/public', 'index.html');
  const files = new Map<string, StaticFile>();
  for (const name of await readdir(folder)) {
    const type = types[extname(name)];
    if (!type) continue;
    const file = { type, bytes: await readFile(join(folder, name)) };
    files.set(`/${name}`, file);
    if (name === 'index.html') files.set('/', file);
  }
  return files;
}
