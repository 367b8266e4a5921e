import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The package's version, read from the `package.json` above this file, built or not. */
export async function version(): Promise<string> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    if (file) return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
    if (folder === dirname(folder)) return 'unknown';
  }
}
