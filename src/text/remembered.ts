import { Buffer } from 'node:buffer';

/**
 * What was computed of the texts that are asked for again and again, at most `most` of them: one more
 * forgets them all. A part of a string keeps the whole of it in memory, which may be a page, so the
 * texts are copied.
 */
export class Remembered<T> {
  private readonly known = new Map<string, T>();
  private readonly compute: (text: string) => T;
  private readonly most: number;

  constructor(most: number, compute: (text: string) => T) {
    this.most = most;
    this.compute = compute;
  }

  of(text: string): T {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    const copy = Buffer.from(text, 'utf16le').toString('utf16le');
    const computed = this.compute(copy);
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(copy, computed);
    return computed;
  }
}
