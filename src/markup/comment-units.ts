import { commentFields, type CommentFields } from './comment-fields.ts';
import { flatGroups } from './flat-comments.ts';
import { isElement, type ChildNode, type Element } from './nodes.ts';
import type { Range, Scan } from './scan.ts';

/** A comment as a page's structure gives it. */
export interface FoundComment {
  /** What it stands in, side by side; replies may stand inside too. */
  nodes: readonly ChildNode[];
  /** The element that is the comment; `null` when it is only a part of one. */
  element: Element | null;
  parent: FoundComment | null;
  fields: CommentFields;
  /** The piece of its time. */
  stamp: number;
  time: string;
}

/** Deeper comments are nobody's: the stack has an end. */
const mostDepth = 600;
const mostTried = 60;
const replyWords = new Set(
  'reply replies children child thread nested response responses sub'.split(' '),
);

function union(nodes: readonly ChildNode[], page: Scan): Range {
  let range: Range | null = null;
  for (const node of nodes) {
    const { from, to } = page.rangeOf(node);
    if (from === to) continue;
    range = range ? { from: range.from, to } : { from, to };
  }
  return range ?? { from: 0, to: 0 };
}

function sequence({ from, to }: Range): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The pieces of a range, those of the ranges taken out of it left out. */
function without({ from, to }: Range, taken: readonly Range[]): number[] {
  const pieces: number[] = [];
  let at = from;
  for (const skipped of taken.toSorted((one, other) => one.from - other.from)) {
    pieces.push(...sequence({ from: at, to: skipped.from }));
    at = Math.max(at, skipped.to);
  }
  return pieces.concat(sequence({ from: at, to }));
}

/** Reads the comments of a part of a page by their structure. */
export class CommentUnits {
  private readonly page: Scan;
  /** A name must be more than the first short line. */
  private readonly isStrict: boolean;
  private depth = 0;

  constructor(page: Scan, isStrict: boolean) {
    this.page = page;
    this.isStrict = isStrict;
  }

  /** The comments in neighbouring nodes; `host` is the element that they are all of. */
  read(
    host: Element | null,
    nodes: readonly ChildNode[],
    parent: FoundComment | null,
  ): FoundComment[] {
    if (this.depth >= mostDepth) return [];
    this.depth += 1;
    const found = this.readLevel(host, nodes, parent);
    this.depth -= 1;
    return found;
  }

  private readLevel(
    host: Element | null,
    nodes: readonly ChildNode[],
    parent: FoundComment | null,
  ): FoundComment[] {
    const { page } = this;
    const kids = nodes.filter((node) => page.stamps(page.rangeOf(node)) > 0);
    const [only] = kids;
    if (!only) return [];
    if (kids.length === 1) return this.single(host, nodes, only, parent);
    const units = this.alikeUnits(kids);
    if (units.size > 0) return this.list(nodes, units, parent);
    const complete = kids.filter((kid) => isElement(kid) && this.isComplete(page.rangeOf(kid)));
    const [firstComplete] = complete;
    if (firstComplete) {
      // What stands before its replies is a comment, in parts.
      const before = { from: union(nodes, page).from, to: page.rangeOf(firstComplete).from };
      if (before.to > before.from && this.isComplete(before)) return this.unit(host, nodes, parent);
      return this.mixed(kids, parent);
    }
    return this.flat(nodes, parent);
  }

  private single(
    host: Element | null,
    nodes: readonly ChildNode[],
    only: ChildNode,
    parent: FoundComment | null,
  ): FoundComment[] {
    const { page } = this;
    if (isElement(only)) {
      if (page.marked.has(only)) {
        const unit = this.unit(only, [only], parent);
        if (unit.length > 0) return unit;
      }
      const deeper = this.read(only, only.children, parent);
      if (deeper.length > 0) return deeper;
    }
    const range = union(nodes, page);
    const isOne = page.stamps(range) === 1 && this.isComplete(range);
    return isOne ? this.unit(host, nodes, parent) : [];
  }

  /** The siblings of one shape that each are a comment; none when there are not two. */
  private alikeUnits(kids: readonly ChildNode[]): Set<ChildNode> {
    const { page } = this;
    const marked = kids.filter((kid) => page.marked.has(kid));
    if (marked.length > 0) return new Set(marked);
    const complete = kids.filter((kid) => isElement(kid) && this.isComplete(page.rangeOf(kid)));
    for (const model of complete.slice(0, 3)) {
      const alike = complete.filter((kid) => this.areAlike(model, kid));
      if (alike.length > 1) return new Set(alike);
    }
    return new Set();
  }

  private areAlike(one: ChildNode, other: ChildNode): boolean {
    if (!isElement(one) || !isElement(other) || one.name !== other.name) return false;
    const [words, others] = [this.page.wordsOf(one), this.page.wordsOf(other)];
    if (words.size === 0 || others.size === 0) return words.size === others.size;
    for (const word of words) if (others.has(word)) return true;
    return false;
  }

  private list(
    nodes: readonly ChildNode[],
    units: ReadonlySet<ChildNode>,
    parent: FoundComment | null,
  ): FoundComment[] {
    const { page } = this;
    const found: FoundComment[] = [];
    let last: FoundComment | null = null;
    for (const node of nodes) {
      if (!isElement(node) || page.stamps(page.rangeOf(node)) === 0) continue;
      if (!units.has(node)) {
        const model: FoundComment | null = last;
        found.push(
          ...this.read(node, node.children, last ?? parent).filter(
            (one) => !model || isLike(one, model),
          ),
        );
        continue;
      }
      const inside = this.isContainer(node)
        ? this.read(node, node.children, parent)
        : this.unit(node, [node], parent);
      found.push(...inside);
      last = inside[0] ?? last;
    }
    return found;
  }

  /** True for a part of a list: all that it holds are comments of one shape. */
  private isContainer(element: Element): boolean {
    const { page } = this;
    if (page.marked.has(element)) return false;
    let level: Element = element;
    for (;;) {
      const kids = level.children.filter((node) => page.stamps(page.rangeOf(node)) > 0);
      const [first] = kids;
      if (!first || !isElement(first)) return false;
      if (kids.length > 1) {
        return kids.every(
          (kid) =>
            isElement(kid) &&
            (kid.attribs['class'] ?? '') === (first.attribs['class'] ?? '') &&
            kid.name === first.name &&
            this.isComplete(page.rangeOf(kid)),
        );
      }
      level = first;
    }
  }

  /** Comments beside other things, or a comment with its replies beside it. */
  private mixed(kids: readonly ChildNode[], parent: FoundComment | null): FoundComment[] {
    const { page } = this;
    const found: FoundComment[] = [];
    for (const kid of kids) {
      if (!isElement(kid)) continue;
      const [first] = found;
      const answers = [...page.wordsOf(kid)].some((word) => replyWords.has(word));
      const above = first && answers ? first : parent;
      const range = page.rangeOf(kid);
      const inside = this.read(kid, kid.children, above);
      const own =
        inside.length === 0 && page.stamps(range) === 1 && this.isComplete(range)
          ? this.unit(kid, [kid], above)
          : inside;
      found.push(...own);
    }
    return found;
  }

  /** Comments whose parts are siblings, without an element of their own. */
  private flat(nodes: readonly ChildNode[], parent: FoundComment | null): FoundComment[] {
    const groups = flatGroups(nodes, this.page);
    return groups.flatMap((group) => {
      const range = union(group, this.page);
      return this.page.stamps(range) === 1 && this.isComplete(range)
        ? this.unit(null, group, parent)
        : [];
    });
  }

  private isComplete(range: Range): boolean {
    const { page, isStrict } = this;
    const stamp = page.nextStamp(range.from);
    if (stamp >= range.to) return false;
    const { name, nameScore, isWorded } = this.firstFields(range, stamp);
    return isWorded && name !== null && (!isStrict || nameScore > 0);
  }

  /** One comment, and after it the replies inside it. */
  private unit(
    element: Element | null,
    nodes: readonly ChildNode[],
    parent: FoundComment | null,
  ): FoundComment[] {
    const { page } = this;
    const range = union(nodes, page);
    const stamp = page.nextStamp(range.from);
    const time = page.pieces[stamp]?.stamp?.time ?? '';
    const fields = this.firstFields(range, stamp);
    const own: FoundComment = { nodes, element, parent, fields, stamp, time };
    const replies: FoundComment[] = [];
    const taken: Range[] = [];
    for (const { host, group } of this.besidePath(nodes, stamp)) {
      const inside = this.read(host, group, own).filter(
        (one) => isLike(one, own) || one.nodes.some((node) => page.marked.has(node)),
      );
      if (inside.length === 0) continue;
      replies.push(...inside);
      taken.push(...group.map((node) => page.rangeOf(node)));
    }
    own.fields = commentFields(without(range, taken), stamp, page);
    return own.fields.text.length === 0 ? replies : [own, ...replies];
  }

  /** By the pieces up to the next time: enough to compare. */
  private firstFields({ from, to }: Range, stamp: number): CommentFields {
    const { page } = this;
    const end = Math.min(to, page.nextStamp(stamp + 1));
    const pieces = [
      ...sequence({ from, to: Math.min(end, from + mostTried) }),
      ...sequence({ from: Math.max(from + mostTried, stamp - 4), to: Math.min(end, stamp + 8) }),
    ];
    return commentFields(pieces, stamp, page);
  }

  /** Nodes with other times, beside the way from a comment's nodes to its own time. */
  private besidePath(
    nodes: readonly ChildNode[],
    stamp: number,
  ): { host: Element | null; group: ChildNode[] }[] {
    const { page } = this;
    const found: { host: Element | null; group: ChildNode[] }[] = [];
    let level: readonly ChildNode[] = nodes;
    let host: Element | null = null;
    for (;;) {
      const stamped = level.filter((node) => page.stamps(page.rangeOf(node)) > 0);
      const isOn = (node: ChildNode) =>
        page.rangeOf(node).from <= stamp && stamp < page.rangeOf(node).to;
      const path = stamped.find(isOn);
      const group = stamped.filter((node) => node !== path);
      if (group.length > 0) found.unshift({ host, group });
      if (!path || !isElement(path)) return found;
      host = path;
      level = path.children;
    }
  }
}

/** True for a reply that shows as much as the comment it stands in: else it is a quotation or a note. */
function isLike({ fields }: FoundComment, { fields: model }: FoundComment): boolean {
  if (model.actions > 0 && fields.actions === 0) return false;
  if (model.hasVerb && !fields.hasVerb) return false;
  return model.nameScore <= 0 || fields.nameScore > 0;
}
