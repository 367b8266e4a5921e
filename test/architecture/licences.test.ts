import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What may stand beside MIT in a program that anybody runs and passes on. */
const compatible = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  // Of single files: those of @resvg/resvg-js, which are not changed.
  'MPL-2.0',
  // Of fonts: PT Sans.
  'OFL-1.1',
];

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(packages).filter(([path]) => path !== '');

test('every package that the bot runs with has a licence that goes with MIT', () => {
  const others = installed.filter(
    ([, { dev, license = 'none' }]) =>
      !dev && !license.split(' AND ').every((name) => compatible.includes(name)),
  );
  expect(others).toEqual([]);
});

test('no package of the bot runs a script when it is installed, but for one whose script is off', () => {
  const scripted = installed.filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.literal(false)) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  for (const [path] of scripted) {
    expect(Object.keys(allowScripts)).toContain(path.replace(/^.*node_modules\//u, ''));
  }
});
