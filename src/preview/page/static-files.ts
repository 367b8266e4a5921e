import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Where the browser's files lie: beside this file, or in `src/` when this one was built. */
async function publicFolder(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = [join(here, 'public')];
  for (let up = here; up !== dirname(up); up = dirname(up)) {
    folders.push(join(up, 'src', 'preview', 'page', 'public'));
  }
  for (const folder of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    if (names.includes('index.html')) return folder;
  }
  throw new Error(`The preview's page is not beside ${here}: run it from a checkout with its src/`);
}

/**
 * The browser's files by their address, read once: a path that is not in this table is nowhere, so
 * no path can lead out of the folder. @throws when the folder is missing
 */
export async function staticFiles(): Promise<ReadonlyMap<string, StaticFile>> {
  const folder = await publicFolder();
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
