import { StoreError } from '../sql.ts';

/** The open file as a commit needs it. */
export interface CommitFile {
  readonly isOpen: boolean;
  /** False after SQLite rolled back automatically, as it does when the disk is full. */
  readonly inTransaction: boolean;
  /** Resolves once all that was committed is on the disk. */
  flushed(): Promise<void>;
  execute(sql: string): Promise<void>;
  /** Runs the statement again while another process holds the lock, within limits. */
  retryWhileBusy<T>(statement: () => T): Promise<T>;
  /** SQLite's error, as a message for the operator where the operator can fix it. */
  fault(thrown: unknown): unknown;
}

interface Call {
  statement: () => unknown;
  kind: CallKind;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** What a statement does. A power cut may undo a relaxed write. */
export type CallKind = 'read' | 'relaxed write' | 'write';

/**
 * Single statements that were called at the same time. Their writes are committed together, and
 * brought to the disk together. A write resolves once it is on the disk, unless it is relaxed. A
 * statement that fails undoes only itself.
 */
export class GroupCommit {
  readonly #calls: Call[] = [];

  add<T>(statement: () => T, kind: CallKind): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#calls.push({ statement, kind, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  /**
   * Runs the calls in order, and returns before the disk has them. Never rejects: each call gets its
   * own error.
   */
  async run(file: CommitFile): Promise<void> {
    try {
      if (!file.isOpen) throw new StoreError('the store is closed');
      const writes = this.#calls.filter(({ kind }) => kind !== 'read').length;
      await (writes > 1 ? this.#together(file) : this.#oneByOne(file));
    } catch (error) {
      for (const { reject } of this.#calls) reject(error);
    }
  }

  async #oneByOne(file: CommitFile): Promise<void> {
    for (const call of this.#calls) {
      await file
        .retryWhileBusy(call.statement)
        .then((result) => committed(call, file, result), call.reject);
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

/** Settles a call whose statement is committed. */
function committed({ kind, resolve, reject }: Call, file: CommitFile, result: unknown): void {
  if (kind === 'write') void file.flushed().then(() => resolve(result), reject);
  else resolve(result);
}

/** Runs a statement. The returned function settles its call, once it is committed. */
function outcome(call: Call, file: CommitFile): () => void {
  try {
    const result = call.statement();
    return () => committed(call, file, result);
  } catch (thrown) {
    const error = file.fault(thrown);
    // SQLite rolls back automatically when it cannot write at all, as on a full disk.
    if (!file.inTransaction) throw error;
    return () => call.reject(error);
  }
}
