import {
  isElement,
  isText,
  lineBreak,
  oneLine,
  type ChildNode,
  type Element,
} from '../page/page.ts';
import { inlineTags } from '../page/text-within.ts';

/** A piece of text that no `p` holds, and how much of it are links. */
export interface Block {
  text: string;
  linked: number;
  /** The element that it stands in, be it directly or in line. */
  container: Element;
}

const mostBlocks = 400;
const mostNodes = 40_000;
const mostRun = 60;
const shortestLoose = 40;
const sentenceEnd = /[.!?…。！？।]["'”’“»«)」』]*$/u;
const blankLine = new RegExp(`${lineBreak}[^\\S${lineBreak}]{0,40}${lineBreak}`, 'gu');
const moreInline = new Set(
  'span small big time cite code tt kbd label strike dfn nobr wbr acronym blink center'.split(' '),
);
const unread = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd th script style template svg noscript iframe object button select textarea input form nav aside footer title head picture video audio figure figcaption'.split(
    ' ',
  ),
);

function isInline({ name }: Element): boolean {
  return inlineTags.has(name) || moreInline.has(name);
}

/** Text of which less than half are links. */
export function isProse({ text, linked }: Pick<Block, 'text' | 'linked'>): boolean {
  return sentenceEnd.test(text) && linked < text.length / 2;
}

/** The text of nodes that stand in line; `links` is as long, blank where the text is no link. */
function inLine(nodes: readonly ChildNode[]): { text: string; links: string } {
  const pending: { node: ChildNode; inLink: boolean }[] = nodes
    .toReversed()
    .map((node) => ({ node, inLink: false }));
  let text = '';
  let links = '';
  while (pending.length > 0) {
    const next = pending.pop();
    if (next === undefined) break;
    const { node, inLink } = next;
    if (isText(node)) {
      text += node.data;
      links += inLink ? node.data : ' '.repeat(node.data.length);
    } else if (isElement(node) && !unread.has(node.name)) {
      const within = inLink || node.name === 'a';
      for (const child of node.children.toReversed()) pending.push({ node: child, inLink: within });
    }
  }
  return { text, links };
}

/** What stands in line, parted at blank lines; in `pre` the lines are those of its source. */
function parts(nodes: readonly ChildNode[], container: Element | null): Omit<Block, 'container'>[] {
  const { text: written, links } = inLine(nodes);
  const text = container?.name === 'pre' ? written.replaceAll('\n', lineBreak) : written;
  const found: Omit<Block, 'container'>[] = [];
  let start = 0;
  const add = (end: number) => {
    const line = oneLine(text.slice(start, end));
    if (line === null) return;
    found.push({ text: line, linked: oneLine(links.slice(start, end))?.length ?? 0 });
  };
  for (const { index, 0: blank } of text.matchAll(blankLine)) {
    add(index);
    start = index + blank.length;
  }
  add(text.length);
  return found;
}

/** The sentences that stand before a paragraph, bare in the same container. */
export function textBefore(paragraph: Element): string[] {
  const run: ChildNode[] = [];
  let before = paragraph.prev;
  while (before !== null && run.length < mostRun) {
    if (isElement(before) ? !isInline(before) : !isText(before)) break;
    run.push(before);
    before = before.prev;
  }
  if (!run.some((node) => isText(node) && node.data.trim() !== '')) return [];
  return parts(run.toReversed(), null)
    .filter((part) => part.text.length >= shortestLoose && isProse(part))
    .map(({ text }) => text);
}

/**
 * The text in an element that no `p`, list or heading holds, in blocks as the page shows them: one
 * for each `div`, table cell or run of bare text, parted at blank lines. Takes time by the
 * element's size, at most 40,000 nodes.
 */
export function looseBlocks(root: Element, isOutside: (element: Element) => boolean): Block[] {
  const blocks: Block[] = [];
  const pending: (Element | { run: ChildNode[]; container: Element })[] = [root];
  let nodes = 0;
  while (pending.length > 0 && blocks.length < mostBlocks && nodes < mostNodes) {
    const next = pending.pop();
    if (next === undefined) break;
    if ('run' in next) {
      for (const part of parts(next.run, next.container))
        blocks.push({ ...part, container: next.container });
      continue;
    }
    if (next !== root && (unread.has(next.name) || isOutside(next))) continue;
    nodes += next.children.length;
    const inside: typeof pending = [];
    let run: ChildNode[] = [];
    const ended = () => {
      if (run.length > 0) inside.push({ run, container: next });
      run = [];
    };
    for (const child of next.children) {
      if (isElement(child) && !isInline(child)) {
        ended();
        inside.push(child);
      } else run.push(child);
    }
    ended();
    pending.push(...inside.toReversed());
  }
  return blocks;
}

/** How much a block's text counts for what it stands in, and for what is around that. */
const shares = [1, 0.95, 0.9];

function around({ container }: Block): Element[] {
  const found: Element[] = [];
  for (let node: Element['parent'] = container; node && isElement(node); node = node.parent) {
    if (found.push(node) === shares.length) break;
  }
  return found;
}

/** The blocks of the container that holds most of the text: in it, or up to two elements deeper. */
export function densest(blocks: readonly Block[]): Block[] {
  const scores = new Map<Element, number>();
  for (const block of blocks.filter(isProse)) {
    around(block).forEach((element, level) => {
      const score = block.text.length * (shares[level] ?? 0);
      scores.set(element, (scores.get(element) ?? 0) + score);
    });
  }
  let best: Element | null = null;
  for (const [element, score] of scores) {
    if (best === null || score > (scores.get(best) ?? 0)) best = element;
  }
  return blocks.filter((block) => best !== null && around(block).includes(best));
}
