/**
 * An element's attributes in the order of the document, the first of each name. A list, since a
 * feed's elements have one or two: it is made and searched faster than a map.
 */
export class Attributes {
  private readonly names: string[] = [];
  private readonly values: string[] = [];

  get size(): number {
    return this.names.length;
  }

  get(name: string): string | undefined {
    const at = this.names.indexOf(name);
    return at < 0 ? undefined : this.values[at];
  }

  /** Adds an attribute, unless there is one of that name. */
  add(name: string, value: string): void {
    if (this.names.includes(name)) return;
    this.names.push(name);
    this.values.push(value);
  }

  /** The names that begin so, with their values. */
  beginning(start: string): [name: string, value: string][] {
    let found: [string, string][] = none;
    for (let at = 0; at < this.names.length; at += 1) {
      const name = this.names[at] ?? '';
      if (name.startsWith(start)) found = [...found, [name, this.values[at] ?? '']];
    }
    return found;
  }

  /** The same attributes under other names. */
  renamed(rename: (name: string) => string): Attributes {
    const renamed = new Attributes();
    for (let at = 0; at < this.names.length; at += 1) {
      renamed.add(rename(this.names[at] ?? ''), this.values[at] ?? '');
    }
    return renamed;
  }

  /** Whether any name has a prefix. */
  get hasPrefix(): boolean {
    return this.names.some((name) => name.includes(':'));
  }
}

const none: [string, string][] = [];
export const noAttributes = new Attributes();
