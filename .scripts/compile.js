import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { execPath, pid } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = '.compiled-from';

/**
 * A hash of the names and contents of all files that decide what is compiled. The compiler's
 * version is one of them: `package.json` pins it.
 */
function sourceHash(config) {
  const folder = dirname(config);
  const { include } = JSON.parse(readFileSync(config, 'utf8'));
  const named = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) =>
    join(root, name),
  );
  const sources = include.flatMap((name) => sourceFiles(join(folder, name)));
  const hash = createHash('sha256');
  for (const file of [...named, config, ...sources]) {
    const content = readFileSync(file);
    const name = relative(root, file).replaceAll(sep, '/');
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function sourceFiles(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(path, name));
}

function compiledFrom(output) {
  try {
    return readFileSync(join(output, stamp), 'utf8');
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
      'the program is not compiled, or its source was changed since, and the compiler is not installed: run "npm ci" first',
    );
  }
}

function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Error(
      `the program must be compiled, but this user may not write to ${root}: run "npm run build" there as its owner, then start it again`,
    );
  }
}

/**
 * Compiles what a TypeScript configuration includes, unless the output folder was compiled from
 * just that. The folder is replaced as a whole: nothing is left of a source file that was deleted.
 * Both paths are relative to the project.
 * @throws Error when the compiler is not installed, or refuses the source (it has printed why)
 */
export function compile(configPath = 'tsconfig.build.json', outputPath = 'dist') {
  const config = join(root, configPath);
  const output = join(root, outputPath);
  const hash = sourceHash(config);
  if (compiledFrom(output) === hash) return;
  requireWritable();
  const fresh = `${output}.${pid}.new`;
  try {
    const words = [compilerPath(), '-p', config, '--outDir', fresh];
    const { status, error } = spawnSync(execPath, words, { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw error ?? new Error('the source could not be compiled');
    writeFileSync(join(fresh, stamp), hash);
    replace(output, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Moves a folder to where another one may be. A process that does the same meanwhile is outlasted. */
function replace(folder, fresh) {
  const old = `${folder}.${pid}.old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(folder, old);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    rmSync(old, { recursive: true, force: true });
    try {
      renameSync(fresh, folder);
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}
