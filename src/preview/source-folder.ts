import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A folder below `src/preview` whose files are not compiled, also for a caller in `dist/`; `file` is
 * one that must be in it. @throws when there is no such folder
 */
export function sourceFolder(path: string, file: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let up = here; up !== dirname(up); up = dirname(up)) {
    const folder = join(up, 'src', 'preview', path);
    if (existsSync(join(folder, file))) return folder;
  }
  throw new Error(
    `The preview found no src/preview/${path}/${file} above ${here}: install Wirethread again`,
  );
}
