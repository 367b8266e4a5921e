import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { aFolder } from './process.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A project of two source files, with what `npm run build` needs. */
async function aProject() {
  const folder = join(await aFolder(), 'a prôject');
  for (const name of ['src', 'commands', 'config']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  for (const name of ['.scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    await cp(join(project, name), join(folder, name), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'src', 'story.ts'), 'export const story: number = 1;');
  await writeFile(join(folder, 'src', 'thread.ts'), 'export const thread: number = 2;');
  return {
    folder,
    compiled: () => readdir(join(folder, 'dist', 'src')),
    build: () => ran(['.scripts/build.js'], folder),
    /** Builds as a user who may not write there: root may write anywhere, so root asks as nobody. */
    buildAsAnother: async () => {
      await chmod(dirname(folder), 0o755);
      await chmod(folder, 0o555);
      const another = `
        if (process.getuid() === 0) {
          process.setgroups([]);
          process.setgid(65534);
          process.setuid(65534);
        }
        await import(process.argv[1]);
      `;
      const script = pathToFileURL(join(folder, '.scripts', 'build.js')).href;
      try {
        return await ran(['--input-type=module', '-e', another, script], folder);
      } finally {
        await chmod(folder, 0o755);
      }
    },
  };
}

function ran(words: readonly string[], folder: string) {
  return new Promise<{ failed: boolean; stderr: string }>((resolve) => {
    execFile(process.execPath, words, { cwd: folder }, (error, _, stderr) =>
      resolve({ failed: error !== null, stderr }),
    );
  });
}

test('a build compiles only changed files and removes the output of deleted ones', async () => {
  const { folder, compiled, build } = await aProject();
  expect(await build()).toEqual({ failed: false, stderr: '' });
  expect(await compiled()).toEqual(['story.js', 'thread.js']);
  const before = await stat(join(folder, 'dist', 'src', 'story.js'));
  expect(await build()).toEqual({ failed: false, stderr: '' });
  expect((await stat(join(folder, 'dist', 'src', 'story.js'))).ino).toBe(before.ino);
  await rm(join(folder, 'src', 'thread.ts'));
  expect(await build()).toEqual({ failed: false, stderr: '' });
  expect(await compiled()).toEqual(['story.js']);
});

test('a finished build starts without the compiler, and a missing build is explained', async () => {
  const { folder, compiled, build } = await aProject();
  await build();
  await rm(join(folder, 'node_modules'));
  expect(await build()).toEqual({ failed: false, stderr: '' });
  await writeFile(join(folder, 'src', 'story.ts'), 'export const story: number = 3;');
  const { failed, stderr } = await build();
  expect(failed).toBe(true);
  expect(stderr).toMatch(/^wirethread: .*the compiler is not installed: run "npm ci" first\n$/);
  expect(await compiled()).toEqual(['story.js', 'thread.js']);
});

test('a user who does not own the checkout starts what is built, and reads who must build what is not', async () => {
  const { folder, build, buildAsAnother } = await aProject();
  await build();
  expect(await buildAsAnother()).toEqual({ failed: false, stderr: '' });
  await writeFile(join(folder, 'src', 'story.ts'), 'export const story: number = 3;');
  expect(await buildAsAnother()).toEqual({
    failed: true,
    stderr: `wirethread: the program must be compiled, but this user may not write to ${folder}/: run "npm run build" there as its owner, then start it again\n`,
  });
});

test('a source that does not compile leaves the previous build in place', async () => {
  const { folder, compiled, build } = await aProject();
  await build();
  await writeFile(join(folder, 'src', 'story.ts'), 'export const story = ;');
  const { failed, stderr } = await build();
  expect(failed).toBe(true);
  expect(stderr).toContain('src/story.ts(1,');
  expect(await compiled()).toEqual(['story.js', 'thread.js']);
  expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^dist\./));
});
