/** A comment of an interface that nests replies in their parents. */
export interface TreeNode<T> {
  node: T;
  parent: T | null;
}

/**
 * All nodes of a tree of replies, parents before their replies, each level in its order. Deep trees
 * are walked without recursion. Stops after `most` nodes: `isCut` then.
 */
export function flattened<T>(
  roots: readonly T[],
  repliesOf: (node: T) => readonly T[],
  most: number,
): { nodes: TreeNode<T>[]; isCut: boolean } {
  const nodes: TreeNode<T>[] = [];
  const open: TreeNode<T>[] = roots.map((node) => ({ node, parent: null })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if (nodes.length >= most) return { nodes, isCut: true };
    nodes.push(next);
    const { node: parent } = next;
    const replies = repliesOf(parent);
    for (let index = replies.length - 1; index >= 0; index -= 1) {
      const node = replies[index];
      if (node !== undefined) open.push({ node, parent });
    }
  }
  return { nodes, isCut: false };
}
