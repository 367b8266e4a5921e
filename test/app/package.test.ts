import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aFolder, start } from './process.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const runFile = promisify(execFile);

/** Where the packages are that the bot needs when it runs, by the lock file. */
async function neededPackages(): Promise<string[]> {
  const Lock = z.object({
    packages: z.record(z.string(), z.object({ dev: z.literal(true).optional() })),
  });
  const { packages } = Lock.parse(
    JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')),
  );
  return Object.entries(packages)
    .filter(([path, { dev }]) => !dev && /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path))
    .map(([path]) => path)
    .filter((path) => existsSync(join(project, path)));
}

/** What `npm pack` makes, unpacked as npm would, beside the packages that it depends on. */
async function unpacked() {
  const folder = await aFolder();
  const words = ['pack', '--json', '--pack-destination', folder];
  const { stdout } = await runFile('npm', words, { cwd: project, shell: false });
  const Packed = z.array(
    z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
  );
  // What the build prints comes before.
  const [packed] = Packed.parse(JSON.parse(stdout.slice(stdout.indexOf('[\n'))));
  if (!packed) throw new Error('npm packed nothing');
  await runFile('tar', ['-xzf', packed.filename], { cwd: folder });
  const installed = join(folder, 'node_modules', 'wirethread');
  await mkdir(join(folder, 'node_modules'));
  for (const path of await neededPackages()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(project, path), join(folder, path), 'junction');
  }
  await runFile('mv', ['package', installed], { cwd: folder });
  return { folder, installed, files: packed.files.map(({ path }) => path) };
}

test('the package starts the preview, with its page and photos, and holds no tests', async () => {
  const { folder, installed, files } = await unpacked();
  const main = join(installed, 'dist', 'src', 'main.js');
  expect(files).not.toContainEqual(
    expect.stringMatching(/^(?:test|bench)\/|\.test\.|^src\/.*\.ts$/),
  );
  expect(await readFile(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  const preview = start(folder, ['--port', '0'], {}, main);
  const address = /http:\/\/\S+/.exec(await preview.says('http://127.0.0.1:'))?.[0] ?? '';
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>');
  preview.child.kill('SIGTERM');
  expect((await preview.ended).code).toBe(0);
});
