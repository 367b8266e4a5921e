import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, run, told } from './process.ts';

describe('the command line', () => {
  test('--help prints to standard output, so that it can be paged', async () => {
    const { code, stdout, stderr } = await run(await aFolder(), ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: wirethread [options]');
  });

  test('--version prints only the version', async () => {
    const { code, stdout } = await run(await aFolder(), ['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('a misspelt option is refused with the likely option named', async () => {
    const { code, stdout, stderr } = await run(await aFolder(), ['--confg', 'a.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('wirethread: --confg is unknown: did you mean --config?\n');
  });

  test('a missing configuration file is named', async () => {
    const { code, stderr } = await run(await aFolder(), ['--config', 'town.json']);
    expect(code).toBe(2);
    expect(told(stderr)).toEqual([expect.stringMatching(/^wirethread: town\.json: there is no/)]);
  });

  test('a configuration file that is not JSON is refused with the position of the error', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'wirethread.json'), '{\n  "feeds": [,]\n}');
    const { code, stderr } = await run(folder, []);
    expect(code).toBe(2);
    expect(told(stderr)).toEqual([expect.stringContaining('not JSON at line 2, column 13')]);
  });

  test('all problems of a configuration are printed at once, one per line', async () => {
    const folder = await aFolder();
    const file = { dataDirr: 'x', logLevel: 'loud', feeds: [{ url: 'harbour' }] };
    await writeFile(join(folder, 'wirethread.json'), JSON.stringify(file));
    const { code, stderr } = await run(folder, [], { STORE_URL: 'mysql://u:hushhush@db/x' });
    expect(code).toBe(2);
    const lines = told(stderr);
    expect(lines).toHaveLength(6);
    for (const line of lines)
      expect(line).toMatch(/^wirethread: (?:environment|wirethread\.json): /);
    expect(stderr).toContain('did you mean dataDir?');
    expect(stderr).not.toContain('hushhush');
  });

  test.each(['Bot harbour.town.bell', 'harbour.tøwn.bell'])(
    'a token of impossible form is refused without printing it: %s',
    async (token) => {
      const { code, stderr } = await run(await aFolder(), [], { DISCORD_TOKEN: token });
      expect(code).toBe(2);
      expect(told(stderr)).toEqual([expect.stringContaining('DISCORD_TOKEN is not usable')]);
      expect(stderr).not.toContain('harbour');
    },
  );
});
