import { DomHandler, Parser } from 'htmlparser2';

/** What a page's tree is built of. */
interface TreeOptions {
  /** Elements that are left out with all that is in them, before anything is built of them. */
  isLeftOut: (name: string, attribs: Readonly<Record<string, string>>) => boolean;
  /** Text that stands for each `br`; `null` to keep the elements. */
  lineBreak: string | null;
}

/** Builds the tree without what nobody reads. Texts beside what is left out stay two nodes. */
class PageTree extends DomHandler {
  /** How many elements are open from the one on that is left out. */
  private leftOut = 0;
  private readonly treeOptions: TreeOptions;

  constructor(options: TreeOptions) {
    super();
    this.treeOptions = options;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    const { isLeftOut, lineBreak } = this.treeOptions;
    const isBreak = name === 'br' && lineBreak !== null;
    if (this.leftOut > 0 || isBreak || isLeftOut(name, attribs)) {
      this.lastNode = null;
      if (isBreak && this.leftOut === 0) super.ontext(lineBreak);
      this.lastNode = null;
      this.leftOut += 1;
    } else super.onopentag(name, attribs);
  }

  override onclosetag(): void {
    if (this.leftOut > 0) this.leftOut -= 1;
    else super.onclosetag();
  }

  override ontext(data: string): void {
    if (this.leftOut === 0) super.ontext(data);
  }

  override oncomment(): void {
    this.lastNode = null;
  }

  override onprocessinginstruction(): void {
    this.lastNode = null;
  }

  override oncdatastart(): void {
    if (this.leftOut === 0) super.oncdatastart();
  }
}

/** A page's tree, without its comments and declarations, for cheerio's `load`. */
export function pageTree(markup: string, options: TreeOptions): DomHandler['root'] {
  const tree = new PageTree(options);
  new Parser(tree).end(markup);
  return tree.root;
}
