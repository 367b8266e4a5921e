/** An attribute and the next one: a list, since most elements have one or two. */
interface Attribute {
  readonly name: string;
  readonly value: string;
  next: Attribute | null;
}

/** An element's attributes in document order; of several with one name the first. */
export class Attributes {
  private first: Attribute | null = null;
  private last: Attribute | null = null;
  size = 0;

  get(name: string): string | undefined {
    for (let at = this.first; at; at = at.next) if (at.name === name) return at.value;
    return undefined;
  }

  /** Adds an attribute, unless there is one with that name. */
  add(name: string, value: string): void {
    if (this.get(name) !== undefined) return;
    const added = { name, value, next: null };
    if (this.last) this.last.next = added;
    else this.first = added;
    this.last = added;
    this.size += 1;
  }

  /** True when a name starts with `start`. */
  hasNameStarting(start: string): boolean {
    for (let at = this.first; at; at = at.next) if (at.name.startsWith(start)) return true;
    return false;
  }

  /** True when a name has a prefix. */
  hasPrefix(): boolean {
    for (let at = this.first; at; at = at.next) if (at.name.includes(':')) return true;
    return false;
  }

  all(): [name: string, value: string][] {
    const all: [string, string][] = [];
    for (let at = this.first; at; at = at.next) all.push([at.name, at.value]);
    return all;
  }
}

export const noAttributes = new Attributes();
