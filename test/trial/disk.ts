import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { errorText } from '../../src/core/errors.ts';

const run = promisify(execFile);

/** More than a trial needs. Memory is used only for what is stored. */
const wholeSize = '2g';
const kilobyte = 1024;

/** What goes before a program's own command line, so that it sees the disk. */
export type Entrance = readonly string[];

/**
 * The disk that the bot's database is on: a real file system of its own, in memory, which the kernel
 * fills up and makes read-only. It needs no rights: Linux lets everybody mount one in a namespace of
 * their own, which ends with its last process.
 */
export class TrialDisk {
  readonly entrance: Entrance;
  private readonly keeper: ChildProcess;
  private readonly folder: string;
  private isFull = false;
  private isReadOnly = false;

  private constructor(keeper: ChildProcess, folder: string, entrance: Entrance) {
    this.keeper = keeper;
    this.folder = folder;
    this.entrance = entrance;
  }

  /** @param folder an empty one, where the disk is mounted. @throws when this system has no such disks */
  static async open(folder: string): Promise<TrialDisk> {
    const isRoot = process.getuid?.() === 0;
    const rights = isRoot ? [] : ['--user', '--map-root-user'];
    const mount = 'mount -t tmpfs -o "size=$1" trial "$0" && echo mounted && exec cat';
    const keeper = spawn('unshare', [...rights, '--mount', 'sh', '-c', mount, folder, wholeSize], {
      // It ends when this process does.
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    keeper.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const failed = Promise.race([once(keeper, 'exit'), once(keeper, 'error')]).then(([error]) => {
      throw new Error(error instanceof Error ? error.message : said.trim());
    });
    await Promise.race([once(keeper.stdout, 'data'), failed]);
    failed.catch(() => {});
    const into = isRoot ? [] : ['--user', '--preserve-credentials'];
    return new TrialDisk(keeper, folder, [
      'nsenter',
      '--target',
      String(keeper.pid),
      '--mount',
      ...into,
    ]);
  }

  /** From now on nothing more fits on it. */
  async fill(): Promise<void> {
    // As many blocks as are used.
    const { stdout } = await this.inside('df', '--output=used', '--block-size=1K', this.folder);
    const used = Number(stdout.trim().split('\n').at(-1));
    await this.resize(String(Math.max(1, used) * kilobyte));
    this.isFull = true;
  }

  /** From now on it can be read alone. No process may have it open for writing. */
  async makeReadOnly(): Promise<void> {
    await this.inside('mount', '-o', 'remount,bind,ro', this.folder);
    this.isReadOnly = true;
  }

  /** It is as it was before. */
  async heal(): Promise<void> {
    if (this.isFull) await this.resize(wholeSize);
    if (this.isReadOnly) await this.inside('mount', '-o', 'remount,bind,rw', this.folder);
    this.isFull = false;
    this.isReadOnly = false;
  }

  async close(): Promise<void> {
    const ended = once(this.keeper, 'exit');
    this.keeper.stdin?.end();
    await ended;
  }

  private async resize(size: string): Promise<void> {
    await this.inside('mount', '-t', 'tmpfs', '-o', `remount,size=${size}`, 'trial', this.folder);
  }

  private async inside(...command: string[]) {
    const [program = '', ...args] = [...this.entrance, ...command];
    return run(program, args);
  }
}

/** Why {@link refuseWrites} cannot be used here; `null` when it can. */
export async function withoutWriteLimit(): Promise<string | null> {
  return run('prlimit', ['--version']).then(
    () => null,
    (error: unknown) => errorText(error),
  );
}

/**
 * Has the kernel refuse each write of a process to a file, or allow it again: for the process it is a
 * disk that failed while it was at work. @throws without the program `prlimit` (util-linux)
 */
export async function refuseWrites(pid: number, isRefused: boolean): Promise<void> {
  const most = isRefused ? '0' : 'unlimited';
  await run('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`]);
}
