import { isElement, isText, oneLine, type ChildNode, type Element } from './page.ts';

/** They part no words: a heading's links and italics. */
export const inlineTags: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo del em font i ins mark q s strong sub sup u wbr'.split(' '),
);

/** An element's text as one line, its elements parted by spaces; at most `longest` UTF-16 units. */
export function textWithin(element: Element, longest: number): string {
  const pending: (ChildNode | ' ')[] = [element];
  let text = '';
  while (pending.length > 0 && text.length < longest * 2) {
    const node = pending.pop();
    if (node === undefined) break;
    if (node === ' ') text += ' ';
    else if (isText(node)) text += node.data;
    else if (isElement(node)) {
      const isApart = !inlineTags.has(node.name);
      if (isApart) pending.push(' ');
      for (const child of node.children.toReversed()) pending.push(child);
      if (isApart) text += ' ';
    }
  }
  return oneLine(text, longest) ?? '';
}
