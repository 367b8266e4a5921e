import { decodeHTML } from 'entities';
import { htmlTag } from './html-tags.ts';
import { cleanText } from './plain-text.ts';
import { MarkupScanner } from './scanner.ts';

interface Link {
  text: string;
  /** As written. */
  href: string;
}

/** A block of text, as one line, with its links. */
export interface LinkedParagraph {
  text: string;
  links: Link[];
}

const longestAddress = 2_000;

/** The first `limit` blocks of an HTML fragment that have text. Linear in the fragment's length. */
export function linkedParagraphs(html: string, limit: number): LinkedParagraph[] {
  const scanner = new MarkupScanner(html);
  const read: LinkedParagraph[] = [];
  let paragraph: LinkedParagraph = { text: '', links: [] };
  let link: Link | null = null;
  const endParagraph = () => {
    const links = paragraph.links.map(({ text, href }) => ({ text: cleanText(text), href }));
    const text = cleanText(paragraph.text);
    if (text !== '') read.push({ text, links });
    paragraph = { text: '', links: [] };
    link = null;
  };
  for (let token = scanner.next(); token !== 'end' && read.length < limit; token = scanner.next()) {
    if (token === 'text' || token === 'cdata') {
      const text = decodeHTML(html.slice(scanner.start, scanner.end));
      paragraph.text += text;
      if (link) link.text += text;
    } else if (token !== 'declaration') {
      const name = scanner.name().toLowerCase();
      if (htmlTag(name)?.separates === 'paragraphs') endParagraph();
      if (name === 'a') {
        const href =
          token === 'open' ? scanner.attributes(longestAddress, decodeHTML).get('href') : undefined;
        link = href === undefined ? null : { text: '', href };
        if (link) paragraph.links.push(link);
      }
    }
  }
  endParagraph();
  return read.slice(0, limit);
}
