import RssParser from 'rss-parser';
import type { FeedTree } from './tree.ts';

interface Channel {
  tree?: FeedTree<unknown>;
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
 */
export class TreeParser extends RssParser<Channel> {
  private tree: FeedTree<unknown> | null = null;
  readonly xmlParser = {
    parseString: (_: string, done: Done): void => done(null, xml2jsShape(this.tree)),
  };

  constructor() {
    super({ defaultRSS: 2, customFields: { feed: ['tree'] } });
  }

  /**
   * rss-parser's feed of a document's tree; rejects when it is no feed. The tree is asked for before
   * this returns, so one parser serves documents that are read at the same time.
   */
  parseTree(tree: FeedTree<unknown>): Promise<RssParser.Output<unknown> & Channel> {
    this.tree = tree;
    return this.parseString('');
  }
}

type Done = (error: null, document: object) => void;

function xml2jsShape(tree: FeedTree<unknown> | null): object {
  if (tree === null) return {};
  const channel = { tree: [tree] };
  if (tree.format === 'rss') return { rss: { $: {}, channel: [channel] } };
  if (tree.format === 'rdf') return { 'rdf:RDF': { channel: [channel] } };
  return tree.format === 'atom' ? { feed: channel } : {};
}
