import RssParser from 'rss-parser';
import type { DocumentBase } from './bases.ts';
import type { EntryReader } from './entry-reader.ts';
import { readFeedTree, type FeedTree } from './tree.ts';

interface Channel<Entry> {
  tree?: FeedTree<Entry>;
}

/**
 * rss-parser with another tokenizer. It calls `this.xmlParser.parseString` and reads the tree that
 * this returns (rss-parser 3.13.0, lib/parser.js; the property is not in its types). Here our own
 * scanner builds the tree instead of xml2js: it reads ill-formed markup, names elements by their
 * namespace, leaves out an entry that is cut off, and takes a fraction of the time.
 *
 * The whole feed, entries included, is under the one name `tree`. So rss-parser decides which kind
 * of feed a document is, and its own mapping has nothing to do: its snippets take quadratic time,
 * and one bad Atom date loses the whole feed. Its exact version is pinned; a test fails when one
 * stops using the property.
 *
 * A parser holds the tree that it read: make a new one for each document.
 */
export class TolerantRssParser<Entry> extends RssParser<Channel<Entry>> {
  tree: FeedTree<Entry> | null = null;
  readonly xmlParser: { parseString: (markup: string, done: Done) => void };

  constructor(base: DocumentBase, reader: EntryReader<Entry>) {
    super({ defaultRSS: 2, customFields: { feed: ['tree'] } });
    this.xmlParser = {
      parseString: (markup, done) => {
        this.tree = readFeedTree(markup, base, reader);
        done(null, xml2jsShape(this.tree));
      },
    };
  }
}

type Done = (error: null, document: object) => void;

function xml2jsShape(tree: FeedTree<unknown>): object {
  const channel = { tree: [tree] };
  if (tree.format === 'rss') return { rss: { $: {}, channel: [channel] } };
  if (tree.format === 'rdf') return { 'rdf:RDF': { channel: [channel] } };
  return tree.format === 'atom' ? { feed: channel } : {};
}
