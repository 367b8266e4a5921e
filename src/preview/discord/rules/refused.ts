/**
 * What Discord answers to a body it refuses.
 * @see https://discord.com/developers/docs/reference#error-messages
 */
export interface Refused {
  status: number;
  code: number;
  message: string;
  errors?: object;
}

/** Where in the body a complaint belongs: keys and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** One leaf of Discord's error tree. */
export interface Complaint {
  code: string;
  message: string;
}

const invalidFormBody = 50035;
export const emptyMessage: Refused = {
  status: 400,
  code: 50006,
  message: 'Cannot send an empty message',
};

const mostComplaints = 100;

interface Branch {
  [key: string]: Branch | Complaint[];
}

const emptyBranch = (): Branch => Object.create(null) as Branch;

/** Collects the errors of one body, at most a hundred. */
export class Complaints {
  readonly #found: { path: Path; complaint: Complaint }[] = [];
  readonly #places = new Set<string>();

  add(path: Path, complaint: Complaint): void {
    if (this.#found.length >= mostComplaints) return;
    this.#places.add(JSON.stringify(path));
    this.#found.push({ path, complaint });
  }

  hasAny(): boolean {
    return this.#found.length > 0;
  }

  hasAt(path: Path): boolean {
    return this.#places.has(JSON.stringify(path));
  }

  /** Adds those of `others` that stand where nothing has been said yet. */
  addWhereSilent(others: Complaints): void {
    const spoken = new Set(this.#places);
    for (const { path, complaint } of others.#found) {
      if (!spoken.has(JSON.stringify(path))) this.add(path, complaint);
    }
  }

  /** The 50035 answer with its tree, or null when there is nothing to complain about. */
  refused(): Refused | null {
    if (!this.hasAny()) return null;
    const root = emptyBranch();
    for (const { path, complaint } of this.#found) {
      let branch = root;
      for (const key of path) {
        const next = branch[key];
        if (next === undefined || Array.isArray(next)) branch = branch[key] = emptyBranch();
        else branch = next;
      }
      const leaf = branch['_errors'];
      if (Array.isArray(leaf)) leaf.push(complaint);
      else branch['_errors'] = [complaint];
    }
    return { status: 400, code: invalidFormBody, message: 'Invalid Form Body', errors: root };
  }
}
