import RssParser from 'rss-parser';
import type { FeedElement } from './feed-element.ts';
import { readFeedTree, type FeedTree } from './feed-tree.ts';

interface Elements {
  elements?: FeedElement[];
}

/**
 * rss-parser with another tokenizer. It hands a document to `this.xmlParser.parseString` and walks
 * the tree that comes back (rss-parser 3.13.0, lib/parser.js; the property is not in its types).
 * Here that tree is built by htmlparser2 instead of xml2js: it reads ill-formed markup, names
 * elements by their namespace, drops an entry cut in half, and is three times as fast.
 *
 * All that an entry or a feed holds stands under the one name `elements`, so that rss-parser's own
 * mapping finds nothing to do: its snippets take quadratic time, and one bad Atom date loses the
 * whole feed. Its exact version is pinned; a test fails when one stops using the property.
 *
 * A parser holds the tree it read: make a new one for each document.
 */
export class TolerantParser extends RssParser<Elements, Elements> {
  tree: FeedTree | null = null;
  readonly xmlParser: { parseString: (markup: string, done: Done) => void };

  constructor(documentBase: string) {
    super({
      defaultRSS: 2,
      customFields: { feed: ['elements'], item: [['elements', 'elements', { keepArray: true }]] },
    });
    this.xmlParser = {
      parseString: (markup, done) => {
        this.tree = readFeedTree(markup, documentBase);
        done(null, xml2jsShape(this.tree));
      },
    };
  }
}

type Done = (error: null, document: object) => void;

function xml2jsShape({ format, about, entries }: FeedTree): object {
  const items = entries.map((elements) => ({ elements }));
  const channel = { elements: [about] };
  if (format === 'rss') return { rss: { $: {}, channel: [{ ...channel, item: items }] } };
  if (format === 'rdf') return { 'rdf:RDF': { channel: [channel], item: items } };
  return format === 'atom' ? { feed: { ...channel, entry: items } } : {};
}
