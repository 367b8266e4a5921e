import { DomHandler, Parser } from 'htmlparser2';

/** What a page's tree is built of. */
interface TreeOptions {
  /** Elements that are left out with all that is in them, before anything is built of them. */
  isLeftOut: (name: string, attribs: Readonly<Record<string, string>>) => boolean;
  /** Text that stands for each `br`; `null` to keep the elements. */
  lineBreak: string | null;
}

/** A page's tree, without its comments and declarations, for cheerio's `load`. */
export interface PageTree {
  root: DomHandler['root'];
  /** It had more elements within one another than are worth reading: the rest is not there. */
  isCut: boolean;
}

/**
 * Elements within one another, as the parser counts them: paragraphs and list items without end tags
 * may be nested though their author did not mean it.
 */
const deepest = 1_000;
/** The parser is asked after so much markup whether it may stop: it spends quadratic time on depth. */
const portion = 30_000;

/** Builds the tree without what nobody reads. Texts beside what is left out stay two nodes. */
class TreeHandler extends DomHandler {
  isCut = false;
  /** How many elements are open from the one on that is left out. */
  private leftOut = 0;
  private readonly treeOptions: TreeOptions;

  constructor(options: TreeOptions) {
    super();
    this.treeOptions = options;
  }

  private get isRead(): boolean {
    return this.leftOut === 0 && !this.isCut;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    const { isLeftOut, lineBreak } = this.treeOptions;
    this.isCut ||= this.tagStack.length > deepest;
    const isBreak = name === 'br' && lineBreak !== null;
    if (this.isRead && !isBreak && !isLeftOut(name, attribs)) {
      super.onopentag(name, attribs);
      return;
    }
    this.lastNode = null;
    if (this.isRead && isBreak) super.ontext(lineBreak);
    this.lastNode = null;
    this.leftOut += 1;
  }

  override onclosetag(): void {
    if (this.leftOut > 0) this.leftOut -= 1;
    else super.onclosetag();
  }

  override ontext(data: string): void {
    if (this.isRead) super.ontext(data);
  }

  override oncomment(): void {
    this.lastNode = null;
  }

  override onprocessinginstruction(): void {
    this.lastNode = null;
  }
}

/** Builds a page's tree in time by its length. */
export function pageTree(markup: string, options: TreeOptions): PageTree {
  const tree = new TreeHandler(options);
  const parser = new Parser(tree);
  for (let at = 0; at < markup.length && !tree.isCut; at += portion) {
    parser.write(markup.slice(at, at + portion));
  }
  parser.end();
  return { root: tree.root, isCut: tree.isCut };
}
