import { StoreError } from '../sql.ts';

/** The open file as a commit needs it. */
export interface CommitFile {
  readonly isOpen: boolean;
  /** Whether SQLite still holds the transaction; it ends one by itself when the disk is full. */
  readonly inTransaction: boolean;
  /** Whether a commit, from the next transaction on, waits until it is on the disk. */
  waitForDisk(waits: boolean): Promise<void>;
  execute(sql: string): Promise<void>;
  /** Runs the statement again while another process holds the lock, within limits. */
  retryWhileBusy<T>(statement: () => T): Promise<T>;
  /** What SQLite threw, in words for the operator where it is theirs to mend. */
  fault(thrown: unknown): unknown;
}

interface Call {
  statement: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** What a statement does, and whether it may be undone by a power cut. */
export type CallKind = 'read' | 'light write' | 'write';

/**
 * Statements that were asked for at the same time, each for itself. Those that write are committed
 * together: a commit waits for the disk, whatever it brings. No write resolves before it is on the
 * disk, unless it is light; one that fails undoes itself only.
 */
export class GroupCommit {
  readonly #calls: Call[] = [];
  #writes = 0;
  #mustLast = false;

  add<T>(statement: () => T, kind: CallKind): Promise<T> {
    if (kind !== 'read') this.#writes += 1;
    if (kind === 'write') this.#mustLast = true;
    return new Promise((resolve, reject) => {
      this.#calls.push({ statement, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  /** Runs them in order. Never rejects: each call hears of its own failure. */
  async run(file: CommitFile): Promise<void> {
    try {
      if (!file.isOpen) throw new StoreError('the store is closed');
      if (this.#writes > 0) await file.waitForDisk(this.#mustLast);
      await (this.#writes > 1 ? this.#together(file) : this.#oneByOne(file));
    } catch (error) {
      for (const { reject } of this.#calls) reject(error);
    }
  }

  async #oneByOne(file: CommitFile): Promise<void> {
    for (const { statement, resolve, reject } of this.#calls) {
      await file.retryWhileBusy(statement).then(resolve, reject);
    }
  }

  async #together(file: CommitFile): Promise<void> {
    try {
      await file.execute('BEGIN IMMEDIATE');
      const settled = this.#calls.map((call) => outcome(call, file));
      await file.execute('COMMIT');
      for (const tell of settled) tell();
    } catch (error) {
      if (file.inTransaction) await file.execute('ROLLBACK').catch(() => {});
      for (const { reject } of this.#calls) reject(error);
    }
  }
}

/** Does the statement; what it came to may be told when it is on the disk. */
function outcome({ statement, resolve, reject }: Call, file: CommitFile): () => void {
  try {
    const result = statement();
    return () => resolve(result);
  } catch (thrown) {
    const error = file.fault(thrown);
    // SQLite rolls back of itself when it cannot write at all: then nothing of this was kept.
    if (!file.inTransaction) throw error;
    return () => reject(error);
  }
}
