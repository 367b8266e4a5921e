import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { guild, newStoreFile, noon, subscription } from '../edge/store/stores.ts';
import { compiled } from '../support/compiled.ts';
import { aFolder, type Ended } from './process.ts';

const main = compiled(new URL('../../src/main.ts', import.meta.url));

/** A shell that may mount a file system which nobody else sees: where Linux allows it, no right is needed. */
const apart = ['--user', '--map-root-user', '--mount', 'sh', '-c'];

const reason = mayMount()
  ? ''
  : ' (skipped: this machine lets us mount no small disk with unshare)';

function mayMount(): boolean {
  try {
    execFileSync('unshare', [...apart, 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the program while a disk in its folder, `disk`, is full. At the end it prints what is on the disk. */
async function besideFullDisk(source: string, command: string, token = ''): Promise<Ended> {
  const folder = await aFolder();
  const script = `
    mkdir disk && mount -t tmpfs -o size=1024k tmpfs disk && mkdir disk/data || exit 99
    cat /dev/zero > disk/filling 2> /dev/null
    "$NODE" "$MAIN" ${command}
    code=$?; rm disk/filling; find disk -type f; exit $code`;
  const env = { PATH: process.env['PATH'], HOME: folder, NODE: process.execPath, MAIN: main };
  const child = spawn('unshare', [...apart, script], {
    cwd: folder,
    env: { ...env, DATA_DIR: dirname(source), BACKUP: source, DISCORD_TOKEN: token },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

const isFull =
  /^wirethread: the disk is full: \S+\/disk\/\S+ cannot grow, .*Make room on it: .*\n$/;
const refused = (path: string) =>
  new RegExp(`^wirethread: ${path} cannot be written, as its disk is full: make room there, .*\n$`);

test.skipIf(reason !== '').each([
  ['backup', 'backup disk/copy.db', isFull, ''],
  ['export', `export ${guild} disk/server.json`, refused('disk/server\\.json'), ''],
  [
    'an export on standard output',
    `export ${guild} > disk/out`,
    refused('Standard output'),
    'disk/out\n',
  ],
  [
    'restore',
    'restore "$BACKUP" --data disk/data',
    /not full\n$/,
    'disk/data/wirethread.db.lock\n',
  ],
  ['the first start', '--data disk/data', isFull, 'disk/data/wirethread.db.lock\n'],
])(
  `a full disk: %s says so and leaves nothing that looks whole${reason}`,
  async (_, command, sentence, left) => {
    const { store, file } = await newStoreFile();
    await store.feeds.addSubscription(subscription(), noon);
    await store.close();
    const { code, stdout, stderr } = await besideFullDisk(file, command, 'a-token');
    expect(stderr).toMatch(sentence);
    expect({ code, stdout }).toEqual({ code: 1, stdout: left });
  },
);

test.skipIf(reason !== '')(`the doctor says that the disk is full${reason}`, async () => {
  const { store, file } = await newStoreFile();
  await store.close();
  const { code, stdout } = await besideFullDisk(file, 'doctor --data disk/data');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^PROBLEM The disk of the .*\/disk\/data has room for 0 kB only: make/m);
});
