import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { execPath, pid } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = '.built-from';

/** Every file that decides what is in `dist/`. TypeScript's version is pinned in `package.json`. */
function sourceFiles() {
  const sources = ['src', 'commands', 'config'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.(?:ts|json)$/.test(name))
      .map((name) => join(folder, name)),
  );
  return ['package.json', 'tsconfig.json', 'tsconfig.build.json', ...sources.sort()];
}

/** A hash of the names and contents of all source files. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const file of sourceFiles()) {
    const content = readFileSync(join(root, file));
    hash.update(`${file.replaceAll(sep, '/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function builtFrom() {
  try {
    return readFileSync(join(dist, stamp), 'utf8');
  } catch {
    return null;
  }
}

function compilerPath() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return join(dirname(manifest), 'bin', 'tsc');
  } catch {
    throw new Error(
      'dist/ is missing or older than the source, and the compiler is not installed: run "npm ci" first',
    );
  }
}

/**
 * Compiles the source into `dist/`, unless that is what `dist/` was compiled from. The folder is
 * replaced as a whole: nothing is left of a source file that was deleted.
 * @throws Error when the compiler is not installed, or refuses the source (it has printed why)
 */
export function compile() {
  const hash = sourceHash();
  if (builtFrom() === hash) return;
  const [fresh, old] = [`${dist}.${pid}.new`, `${dist}.${pid}.old`];
  try {
    const words = [compilerPath(), '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh];
    const { status, error } = spawnSync(execPath, words, { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw error ?? new Error('the source could not be compiled');
    writeFileSync(join(fresh, stamp), hash);
    replace(fresh, old);
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}

function replace(fresh, old) {
  try {
    renameSync(dist, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(fresh, dist);
}
