import { isPostedBy, nameBeforeVerb } from './comment-words.ts';
import { isElement, type ChildNode } from './nodes.ts';
import type { Scan } from './scan.ts';

/** Siblings that are the parts of comments, one group for each comment. */
export function flatGroups(nodes: readonly ChildNode[], page: Scan): ChildNode[][] {
  const isStamped = (node: ChildNode) => page.stamps(page.rangeOf(node)) > 0;
  const count = nodes.filter(isStamped).length;
  const rules = nodes.filter((node) => isElement(node) && node.name === 'hr').length;
  if (rules >= count - 1)
    return cutAt(nodes, (node) => isElement(node) && node.name === 'hr', false);
  const openers = new Set(nodes.filter((node) => opensComment(node, page)));
  const [firstWithText] = nodes.filter((node) => page.rangeOf(node).to > page.rangeOf(node).from);
  if (
    openers.size > 0 &&
    Math.abs(openers.size - count) <= 1 &&
    firstWithText &&
    openers.has(firstWithText)
  ) {
    return cutAt(nodes, (node) => openers.has(node), false);
  }
  if (openers.size === count && firstWithText && !isStamped(firstWithText)) {
    const at = nodes.findIndex((node) => openers.has(node));
    const stampAt = nodes.findIndex(isStamped);
    if (at < stampAt) return cutAt(nodes.slice(at), (node) => openers.has(node), false);
  }
  return firstWithText && isStamped(firstWithText)
    ? cutAt(nodes, isStamped, false)
    : cutAt(nodes, isStamped, true);
}

/** True for a node that begins with who wrote: "Ana wrote:", a term of a list. */
function opensComment(node: ChildNode, page: Scan): boolean {
  const { from, to } = page.rangeOf(node);
  if (from === to) return false;
  if (isElement(node) && node.name === 'dt') return true;
  const piece = page.pieces[from];
  const line = piece && page.lines[piece.line];
  if (!line || line.from < from) return false;
  const text = page.pieces
    .slice(line.from, Math.min(line.to, line.from + 5))
    .map((each) => each.text)
    .join('')
    .trim();
  return text.length <= 120 && (nameBeforeVerb(text) !== null || isPostedBy(text));
}

function cutAt(
  nodes: readonly ChildNode[],
  isEdge: (node: ChildNode) => boolean,
  ends: boolean,
): ChildNode[][] {
  const groups: ChildNode[][] = [];
  let group: ChildNode[] = [];
  for (const node of nodes) {
    if (!ends && isEdge(node)) {
      groups.push(group);
      group = [];
    }
    group.push(node);
    if (ends && isEdge(node)) {
      groups.push(group);
      group = [];
    }
  }
  groups.push(group);
  return groups.filter(({ length }) => length > 0);
}
