import { linkedParagraphs, type LinkedParagraph } from '../markup/linked-paragraphs.ts';
import { sameName } from '../../core/story/same-person.ts';

const mostLinks = 20;
/** A longer text has more than a few links. */
const longestRead = 20_000;

/**
 * True of a text without a text of its own: a list of links to what others publish, or the headline
 * as a link, each with at most the name of its publisher.
 */
export function isOnlyLinks(html: string, headline: string | null): boolean {
  if (!/^\s{0,20}<(?:[ou]l|a)\b/i.test(html) || html.length > longestRead) return false;
  const isList = !/^\s{0,20}<a\b/i.test(html);
  const lines = linkedParagraphs(html, mostLinks);
  return lines.every(
    (line) => isLink(line) && (isList || repeats(line.links[0]?.text ?? '', headline)),
  );
}

function isLink({ text, links }: LinkedParagraph): boolean {
  const [link] = links;
  return link !== undefined && text.startsWith(link.text) && link.text.length * 2 > text.length;
}

/** True when the headline is these words, or begins with them and goes on with a publisher's name. */
function repeats(text: string, headline: string | null): boolean {
  if (headline === null || text === '') return false;
  return (
    sameName(text, headline) || sameName(text, headline.replace(/ [-–—|] [^-–—|]{1,80}$/u, ''))
  );
}
