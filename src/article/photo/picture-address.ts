import { isElement, type ChildNode, type Element, type Page } from '../page/page.ts';

/** Attributes in which pages keep the address until a picture is scrolled to. */
const lazySource = /^data-[a-z-]*(?:src|original|lazy|lazyload|url|image|full|hi-?res|pin-media)$/u;
const lazySet = /^data-[a-z-]*(?:srcset|set)$/u;
const webAddress = /^(?:https?:)?\/\/?[^\s/]/iu;
/** The widest picture that is asked for. Pixels. */
const widest = 2_000;
const mostCandidates = 20;
const longestSet = 20_000;

interface Candidate {
  url: string;
  /** Pixels, or a multiple of the first size; 0 when the page does not say. */
  width: number;
}

/** The pictures of a `srcset`. Addresses may have commas in them: https://html.spec.whatwg.org/#parsing-a-srcset-attribute */
function candidatesIn(page: Page, set: string | undefined): Candidate[] {
  const found: Candidate[] = [];
  const parts = (set ?? '')
    .slice(0, longestSet)
    .replaceAll(/(\s\d{1,5}(?:\.\d+)?[wx]),/gu, '$1, ')
    .trim()
    .split(/\s+/u);
  for (let at = 0; at < parts.length && found.length < mostCandidates; at += 1) {
    const written = parts[at] ?? '';
    const endsHere = written.endsWith(',');
    const size = endsHere
      ? undefined
      : /^(\d{1,5}(?:\.\d+)?)[wx],?$/u.exec(parts[at + 1] ?? '')?.[1];
    if (size !== undefined) at += 1;
    const url = page.address(written.replace(/,+$/u, ''));
    if (url !== null) found.push({ url, width: Number(size ?? 0) });
  }
  return found;
}

function sourcesBeside(image: Element): Element[] {
  const { parent } = image;
  if (parent === null || !('name' in parent) || parent.name !== 'picture') return [];
  return parent.children
    .filter((node: ChildNode) => isElement(node) && node.name === 'source')
    .slice(0, 10) as Element[];
}

/**
 * The addresses of a picture, the best first: its widest of at most 2,000 pixels, then what `src`
 * and its lazy forms say. Empty for a picture without a web address.
 */
export function pictureAddresses(page: Page, image: Element): string[] {
  const { attribs } = image;
  const sets = [image, ...sourcesBeside(image)].flatMap(({ attribs: said }) =>
    Object.entries(said)
      .filter(([name]) => name === 'srcset' || lazySet.test(name))
      .flatMap(([, set]) => candidatesIn(page, set)),
  );
  const lazy = Object.entries(attribs)
    .filter(([name, value]) => lazySource.test(name) && webAddress.test(value))
    .map(([, value]) => value);
  const plain = [...lazy.slice(0, mostCandidates), attribs['src']]
    .map((href) => page.address(href))
    .filter((url) => url !== null);
  const sized = sets
    .filter(({ width }) => width <= widest)
    .sort((one, other) => other.width - one.width)
    .map(({ url }) => url);
  return [...new Set([...sized, ...plain, ...sets.map(({ url }) => url)])];
}
