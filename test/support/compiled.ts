import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The path of what a TypeScript file was compiled to before the run (`.scripts/compile-tests.js`):
 * a process starts five times as fast from it. Compiled programs have it beside them.
 */
export function compiled(source: URL): string {
  const path = relative(project, fileURLToPath(source));
  if (import.meta.url.endsWith('.js')) return join(project, path.replace(/\.ts$/, '.js'));
  return join(project, 'dist.test', path.replace(/\.ts$/, '.js'));
}
