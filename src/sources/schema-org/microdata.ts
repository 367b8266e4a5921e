import {
  isElement,
  isText,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../../markup/nodes.ts';
import { escaped, quoted } from '../comment-text.ts';
import { mostComments } from '../source.ts';
import {
  countIn,
  isDeletedStatus,
  longestValue,
  type MarkedComment,
  type MarkedComments,
} from './marked-comment.ts';

/** An open element that means something for the comments. */
interface Scope {
  /** The element whose end closes it. */
  element: Element;
  /** A comment, its author, another thing, or a list item with a comment. */
  kind: 'comment' | 'author' | 'other' | 'list item';
  comment: MarkedComment | null;
}

/** The best form of a comment's text comes last. */
const textNames = ['description', 'articleBody', 'commentText', 'text'];

function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .slice(0, 200)
    .split(/\s+/u)
    .map((word) => word.replace(/^https?:\/\/schema\.org\//u, ''));
}

function isComment({ attribs }: Element): boolean {
  if (!('itemscope' in attribs)) return false;
  const isOfType = /(?:^|\/)(?:UserComments|Comment)$/u.test(attribs['itemtype']?.trim() ?? '');
  return isOfType || wordsOf(attribs['itemprop']).includes('comment');
}

/** What an element says: its `content`, its `datetime`, its address, or its text. */
function valueOf(element: Element): string {
  const { attribs } = element;
  return attribs['content'] ?? attribs['datetime'] ?? textWithin(element);
}

function addressOf({ attribs }: Element): string {
  return attribs['href'] ?? attribs['content'] ?? attribs['src'] ?? '';
}

const mostNodes = 200;

function textWithin(element: Element): string {
  let text = '';
  let visited = 0;
  const open: ChildNode[] = element.children.slice(0, mostNodes).reverse();
  for (let next = open.pop(); next && visited < mostNodes; next = open.pop()) {
    visited += 1;
    if (isText(next)) text += next.data.slice(0, longestValue);
    else if (isElement(next)) open.push(...next.children.slice(0, mostNodes).reverse());
  }
  return text.slice(0, longestValue).trim();
}

/** The HTML in an element, without the comments in it: so each node is written once. */
function htmlWithin(element: Element): string {
  const written: string[] = [];
  const open: (ChildNode | { end: string })[] = [...element.children].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if ('end' in next) written.push(`</${next.end}>`);
    else if (isText(next)) written.push(escaped(next.data));
    else if (isElement(next) && !isComment(next)) {
      written.push(`<${next.name}${attributesOf(next)}>`);
      if (next.children.length > 0) open.push({ end: next.name });
      for (let at = next.children.length - 1; at >= 0; at -= 1) {
        const child = next.children[at];
        if (child) open.push(child);
      }
    }
  }
  return written.join('');
}

function attributesOf({ attribs }: Element): string {
  return ['href', 'src', 'alt', 'start']
    .flatMap((name) => {
      const value = attribs[name];
      return value === undefined ? [] : ` ${name}="${quoted(value)}"`;
    })
    .join('');
}

class Reader {
  readonly comments: MarkedComment[] = [];
  readonly texts = new Map<MarkedComment, { element: Element; rank: number }>();
  count: number | null = null;
  isCut = false;
  private readonly scopes: Scope[] = [];

  enter(element: Element): void {
    const { itemprop, itemscope } = element.attribs;
    if (itemprop !== undefined || itemscope !== undefined) {
      const properties = wordsOf(itemprop);
      if (isComment(element)) this.open(element);
      else this.property(element, properties);
    }
    if (element.name === 'li' && this.scopes.at(-1)?.element !== element) {
      this.scopes.push({ element, kind: 'list item', comment: null });
    }
  }

  leave(element: Element): void {
    while (this.scopes.at(-1)?.element === element) this.scopes.pop();
  }

  private open(element: Element): void {
    if (this.comments.length >= mostComments) this.isCut = true;
    const { id = '', itemid = '' } = element.attribs;
    const comment: MarkedComment = {
      names: [itemid, id, element.attribs['data-comment-id'] ?? ''],
      parent: this.parent(),
      author: '',
      html: '',
      published: '',
      modified: '',
      url: '',
      deleted: false,
    };
    if (!this.isCut) this.comments.push(comment);
    const item = this.scopes.findLast(({ kind }) => kind !== 'other' && kind !== 'author');
    if (item?.kind === 'list item') item.comment ??= comment;
    this.scopes.push({ element, kind: 'comment', comment });
  }

  /** The comment around it, or the one of the list item around its own list item. */
  private parent(): MarkedComment | null {
    const around = this.scopes.findLast(({ comment }) => comment !== null);
    if (around?.kind !== 'list item') return around?.comment ?? null;
    const own = this.scopes.findLast(({ kind }) => kind === 'list item');
    return own === around ? null : around.comment;
  }

  private property(element: Element, properties: readonly string[]): void {
    const scope = this.scopes.findLast(({ kind }) => kind !== 'list item') ?? null;
    const comment = scope?.comment ?? null;
    const isAuthor = properties.includes('author') || properties.includes('creator');
    if ('itemscope' in element.attribs) {
      const isOfComment = scope?.kind === 'comment' && isAuthor;
      this.scopes.push({
        element,
        kind: isOfComment ? 'author' : 'other',
        comment: isOfComment ? comment : null,
      });
    }
    if (comment === null) {
      if (properties.includes('commentCount')) this.count ??= countIn(valueOf(element));
      return;
    }
    if (scope?.kind === 'author') {
      if (properties.includes('name')) comment.author ||= valueOf(element);
      return;
    }
    if (isAuthor && !('itemscope' in element.attribs)) comment.author ||= valueOf(element);
    for (const property of properties) this.set(comment, property, element);
  }

  private set(comment: MarkedComment, property: string, element: Element): void {
    const rank = textNames.indexOf(property);
    if (rank > (this.texts.get(comment)?.rank ?? -1)) this.texts.set(comment, { element, rank });
    switch (property) {
      case 'datePublished':
      case 'dateCreated':
      case 'commentTime':
        comment.published ||= valueOf(element);
        break;
      case 'dateModified':
        comment.modified ||= valueOf(element);
        break;
      case 'url':
        comment.url ||= addressOf(element);
        break;
      case 'creativeWorkStatus':
        comment.deleted ||= isDeletedStatus(valueOf(element));
        break;
      default:
    }
  }
}

/**
 * The comments that a page marks by microdata. An answer stands in the comment that it answers, or in
 * the list item of that one.
 */
export function markedComments(root: ParentNode): MarkedComments | null {
  const reader = new Reader();
  const open: (ChildNode | { leaves: Element })[] = [...root.children].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if ('leaves' in next) reader.leave(next.leaves);
    else if (isElement(next)) {
      reader.enter(next);
      open.push({ leaves: next });
      for (let at = next.children.length - 1; at >= 0; at -= 1) {
        const child = next.children[at];
        if (child) open.push(child);
      }
    }
  }
  const { comments, count, isCut } = reader;
  for (const comment of comments) {
    const text = reader.texts.get(comment);
    if (comment.deleted) comment.author = '';
    else if (text) comment.html = text.element.attribs['content'] ?? htmlWithin(text.element);
    comment.names = [...comment.names, comment.url];
  }
  return comments.length === 0 && count === null ? null : { comments, count, isCut };
}
