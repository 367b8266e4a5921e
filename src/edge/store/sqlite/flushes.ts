import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { StoreError } from '../sql.ts';

/** Resolves once what was written to this file is on the disk. */
export type Flush = (descriptor: number) => Promise<void>;

/**
 * Brings a file's writes to the disk, in a thread of Node's, so that a slow disk holds up only those
 * who wait for it. Who asks while the disk is at work shares the next flush: only one that begins
 * later has all their writes.
 */
export class Flushes {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #flush: Flush;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #closed = false;

  constructor(file: string, flush: Flush = promisify(fdatasync)) {
    this.#file = file;
    this.#flush = flush;
    // Windows flushes only what may be written.
    this.#descriptor = openSync(file, 'r+');
  }

  /**
   * After one flush failed, all do: the system then forgets what it could not write, so later writes
   * would stand behind a gap.
   * @throws StoreError
   */
  async wait(): Promise<void> {
    this.#next ??= this.#last.then(async () => this.#run());
    return this.#next;
  }

  async #run(): Promise<void> {
    this.#last = this.#next ?? this.#last;
    this.#next = null;
    // The file was closed after its writes were moved into the database.
    if (this.#closed) return;
    try {
      await this.#flush(this.#descriptor);
    } catch (error) {
      throw new StoreError(
        `the disk failed while ${this.#file} was written: nothing more is saved. Check the disk and its mount, then start again`,
        { cause: error },
      );
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#descriptor);
  }
}
