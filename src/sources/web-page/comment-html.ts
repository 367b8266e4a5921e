import { isElement, isRead, isText, type ChildNode, type Element } from '../../markup/nodes.ts';
import type { Scan } from '../../markup/scan.ts';
import { absoluteUrl } from '../../text/url.ts';
import { escaped, quoted } from '../comment-text.ts';

/** Elements that a comment keeps; the rest is styling. */
const kept = new Set(
  'a b strong i em u s del ins code pre p blockquote q ul ol li dl dt dd sub sup h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const wrappers = new Set(
  'div section article header footer main td th tr tbody table center'.split(' '),
);
const deepest = 500;

/** What of a comment's nodes is its text. */
export interface TextNodes {
  page: Scan;
  /** The text nodes; true for one whose text begins after its first colon. */
  nodes: ReadonlyMap<ChildNode, boolean>;
  /** Their pieces, in order. */
  pieces: readonly number[];
}

/** The HTML and the plain text of a comment, with absolute addresses. Visits each node once. */
export function commentHtml(
  roots: readonly ChildNode[],
  text: TextNodes,
  url: string,
): { html: string; text: string } {
  const writer = new Writer(text, url);
  writer.nodes(writer.inner(roots), 0);
  return { html: writer.html.trim(), text: writer.text.trim() };
}

class Writer {
  html = '';
  text = '';
  private pendingBreaks = 0;
  private readonly kept: TextNodes;
  private readonly url: string;

  constructor(text: TextNodes, url: string) {
    this.kept = text;
    this.url = url;
  }

  /** What is inside of the wrappers that hold all of the text. */
  inner(roots: readonly ChildNode[]): readonly ChildNode[] {
    let nodes = roots;
    for (;;) {
      const holding = nodes.filter((node) => this.holds(node));
      const [only] = holding;
      if (holding.length !== 1 || !only || !isElement(only) || kept.has(only.name)) return nodes;
      nodes = only.children;
    }
  }

  private holds(node: ChildNode): boolean {
    if (isText(node)) return this.kept.nodes.has(node);
    const { from, to } = this.kept.page.rangeOf(node);
    const { pieces } = this.kept;
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low < pieces.length && (pieces[low] ?? to) < to;
  }

  nodes(nodes: readonly ChildNode[], depth: number): void {
    for (const node of nodes) {
      if (isText(node)) this.textNode(node);
      else if (isElement(node)) this.element(node, depth);
    }
  }

  private textNode(node: ChildNode & { data: string }): void {
    const opens = this.kept.nodes.get(node);
    const isSpace =
      opens === undefined && /^\s+$/u.test(node.data.slice(0, 100)) && node.data.length < 100;
    if (isSpace && this.text !== '') this.html += /\s$/u.test(this.html.slice(-1)) ? '' : ' ';
    if (opens === undefined) return;
    this.breaks();
    const data = opens ? node.data.slice(node.data.indexOf(':') + 1).trimStart() : node.data;
    this.html += escaped(data);
    this.text += data;
  }

  private breaks(): void {
    if (this.text !== '') this.html += '<br>'.repeat(Math.min(2, this.pendingBreaks));
    if (this.pendingBreaks > 0) this.text += ' ';
    this.pendingBreaks = 0;
  }

  private element(element: Element, depth: number): void {
    const { name } = element;
    if (name === 'br') this.pendingBreaks += 1;
    if (name === 'img' && this.text !== '') this.image(element);
    if (!isRead(element) || depth > deepest || !this.holds(element)) return;
    const tag = kept.has(name) ? name : wrappers.has(name) ? 'div' : null;
    if (tag !== null) this.breaks();
    if (tag !== null) this.html += `<${tag}${tag === 'a' ? this.address(element) : ''}>`;
    this.nodes(element.children, depth + 1);
    if (tag !== null) this.html += `</${tag}>`;
    if (tag !== null && tag !== 'a') this.text += ' ';
  }

  private address({ attribs }: Element): string {
    const address = absoluteUrl(attribs['href'] ?? '', this.url);
    return address === null ? '' : ` href="${quoted(address)}"`;
  }

  private image({ attribs }: Element): void {
    const address = absoluteUrl(attribs['src'] ?? '', this.url);
    if (address === null) return;
    this.breaks();
    this.html += `<img src="${quoted(address)}" alt="${quoted(attribs['alt'] ?? '')}">`;
  }
}
