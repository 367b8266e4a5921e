import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aFolder } from './process.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const file = (name: string) => readFile(join(project, name), 'utf8');

test('the Dockerfile is without faults, and its last stage has what the package has and no rights', async () => {
  const text = await file('Dockerfile');
  expect(validate(text)).toEqual([]);
  const stage = text.slice(text.lastIndexOf('\nFROM '));
  const Manifest = z.object({ files: z.array(z.string()) });
  const needed = Manifest.parse(JSON.parse(await file('package.json'))).files.filter(
    (name) => name === 'dist' || name.startsWith('src/'),
  );
  for (const name of needed) expect(stage).toContain(`COPY --from=build /app/${name} ./${name}\n`);
  expect(stage).toContain('\nUSER node\n');
  expect(stage.indexOf('\nUSER node\n')).toBeGreaterThan(stage.lastIndexOf('\nRUN '));
});

test('only what the build needs is sent to Docker: no .env, no database', async () => {
  const lines = (await file('.dockerignore')).trim().split('\n');
  expect(lines[0]).toBe('*');
  for (const line of lines.slice(1)) {
    expect(line).toMatch(/^!/);
    expect(existsSync(join(project, line.slice(1))), line).toBe(true);
  }
});

test('the compose file runs the bot on PostgreSQL, with nothing writable and no rights', async () => {
  const Compose = z.object({
    services: z.object({
      wirethread: z.object({
        environment: z.object({ STORE_URL: z.string() }),
        depends_on: z.object({ postgres: z.object({ condition: z.string() }) }),
        read_only: z.literal(true),
        cap_drop: z.tuple([z.literal('ALL')]),
      }),
      postgres: z.object({
        environment: z.record(z.string(), z.string()),
        volumes: z.string().array(),
      }),
    }),
  });
  const { wirethread, postgres } = Compose.parse(parse(await file('compose.yaml'))).services;
  const {
    POSTGRES_USER: user,
    POSTGRES_PASSWORD: password,
    POSTGRES_DB: name,
  } = postgres.environment;
  expect(wirethread.environment.STORE_URL).toBe(
    `postgres://${user}:${password}@postgres:5432/${name}`,
  );
  expect(wirethread.depends_on.postgres.condition).toBe('service_healthy');
});

const analyze = '/usr/bin/systemd-analyze';

test.skipIf(!existsSync(analyze))(
  'systemd takes the unit, and finds little that it may do (skipped without systemd-analyze)',
  async () => {
    const unit = join(await aFolder(), 'wirethread.service');
    const text = await file('deploy/wirethread.service');
    await writeFile(unit, text.replace(/^ExecStart=.*$/m, `ExecStart=${process.execPath}`));
    const words = ['security', '--offline=yes', '--threshold=25', unit];
    const run = promisify(execFile);
    expect((await run(analyze, ['verify', unit])).stderr).toBe('');
    await run(analyze, words); // It fails above 2.5 of 10.
  },
);
