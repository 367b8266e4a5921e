import type { FeedElement } from '../tree/element.ts';
import { firstNamed, named, titleOf } from './elements.ts';
import { plainText } from '../markup/plain-text.ts';

const creators = ['dc:creator', 'dcterms:creator'];
const authorNames = ['atom:name', 'rss:name'];

/** An item's author fields, unparsed; `submitter` where they name nobody. */
export function bylinesOf(entry: readonly FeedElement[], submitter: string | null): string[] {
  const authors = authorsOf(entry);
  return authors.length === 0 && submitter !== null ? [submitter] : authors;
}

function authorsOf(entry: readonly FeedElement[]): string[] {
  const created = namesIn(named(entry, ...creators), titleOf);
  if (created.length > 0) return created;
  const authors = namesIn(named(entry, 'atom:author', 'rss:author'), authorName);
  return authors.length > 0
    ? authors
    : namesIn(named(entry, 'itunes:author', 'googleplay:author'), titleOf);
}

/** The authors of a feed: the byline of its stories that have none themselves. */
export function feedAuthors(about: readonly FeedElement[]): string[] {
  const authors = namesIn(named(about, 'atom:author'), authorName);
  if (authors.length > 0) return authors;
  return namesIn(named(about, ...creators, 'itunes:author', 'googleplay:author'), titleOf);
}

/** Names as written; an address names nobody. */
function namesIn(
  elements: readonly FeedElement[],
  read: (element: FeedElement) => string | null,
): string[] {
  const names: string[] = [];
  for (const element of elements) {
    const name = read(element);
    // A name that was escaped twice still has its tags.
    if (name !== null && !/^https?:\/\/\S*$/i.test(name)) {
      names.push(name.includes('</') ? plainText(name) : name);
    }
  }
  return names;
}

/** An author's name: Atom's `name` element, or the text of RSS's `author`. */
function authorName(author: FeedElement): string | null {
  return firstNamed(author.children, authorNames, titleOf) ?? titleOf(author);
}
