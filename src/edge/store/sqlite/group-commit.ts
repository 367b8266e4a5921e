import { StoreError } from '../sql.ts';

/** The open file as a commit needs it. */
export interface CommitFile {
  readonly isOpen: boolean;
  /** False after SQLite rolled back automatically, as it does when the disk is full. */
  readonly inTransaction: boolean;
  /** Whether a commit, from the next transaction on, waits until it is on the disk. */
  waitForDisk(waits: boolean): Promise<void>;
  execute(sql: string): Promise<void>;
  /** Runs the statement again while another process holds the lock, within limits. */
  retryWhileBusy<T>(statement: () => T): Promise<T>;
  /** SQLite's error, as a message for the operator where the operator can fix it. */
  fault(thrown: unknown): unknown;
}

interface Call {
  statement: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** What a statement does. A power cut may undo a relaxed write. */
export type CallKind = 'read' | 'relaxed write' | 'write';

/**
 * Single statements that were called at the same time. Their writes are committed together, because
 * every commit waits for the disk. A write resolves once it is on the disk, unless it is relaxed. A
 * statement that fails undoes only itself.
 */
export class GroupCommit {
  readonly #calls: Call[] = [];
  #writes = 0;
  #durable = false;

  add<T>(statement: () => T, kind: CallKind): Promise<T> {
    if (kind !== 'read') this.#writes += 1;
    if (kind === 'write') this.#durable = true;
    return new Promise((resolve, reject) => {
      this.#calls.push({ statement, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  /** Runs the calls in order. Never rejects: each call gets its own error. */
  async run(file: CommitFile): Promise<void> {
    try {
      if (!file.isOpen) throw new StoreError('the store is closed');
      if (this.#writes > 0) await file.waitForDisk(this.#durable);
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
      for (const settle of settled) settle();
    } catch (error) {
      if (file.inTransaction) await file.execute('ROLLBACK').catch(() => {});
      for (const { reject } of this.#calls) reject(error);
    }
  }
}

/** Runs a statement. The returned function settles its call, once the commit is on the disk. */
function outcome({ statement, resolve, reject }: Call, file: CommitFile): () => void {
  try {
    const result = statement();
    return () => resolve(result);
  } catch (thrown) {
    const error = file.fault(thrown);
    // SQLite rolls back automatically when it cannot write at all, as on a full disk.
    if (!file.inTransaction) throw error;
    return () => reject(error);
  }
}
