import { parsedLinkedData } from '../../markup/linked-data.ts';
import { escaped } from '../comment-text.ts';
import { mostComments } from '../source.ts';
import { flattened } from '../tree.ts';
import {
  countIn,
  isDeletedStatus,
  type MarkedComment,
  type MarkedComments,
} from './marked-comment.ts';

type Linked = Readonly<Record<string, unknown>>;

const mostNodes = 50_000;

function isObject(value: unknown): value is Linked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectsOf(value: unknown): Linked[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** A string, a number, `{"@value": …}`, or the first of a list of them. */
function textOf(value: unknown): string {
  let inner: unknown = value;
  for (let depth = 0; depth < 4; depth += 1) {
    if (typeof inner === 'string') return inner;
    if (typeof inner === 'number' && Number.isFinite(inner)) return String(inner);
    if (Array.isArray(inner)) [inner] = inner as unknown[];
    else if (isObject(inner)) inner = inner['@value'];
  }
  return '';
}

/** All objects of the page's blocks. */
function nodesOf(scripts: readonly string[]): Linked[] {
  const nodes: Linked[] = [];
  const open: unknown[] = scripts.map(parsedLinkedData).reverse();
  while (open.length > 0 && nodes.length < mostNodes) {
    const value = open.pop();
    if (isObject(value)) nodes.push(value);
    const inside = Array.isArray(value)
      ? (value as unknown[])
      : isObject(value)
        ? Object.values(value)
        : [];
    for (let index = Math.min(inside.length, mostNodes) - 1; index >= 0; index -= 1) {
      const next = inside[index];
      if (typeof next === 'object' && next !== null) open.push(next);
    }
  }
  return nodes;
}

/** Plain text as HTML; what has tags or entities is HTML already. */
function htmlOf(text: string): string {
  if (/<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,1000})?\/?>/iu.test(text)) return text;
  const hasEntities = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[\da-f]{2,5});/iu.test(text);
  return (hasEntities ? text : escaped(text)).replaceAll(/\r\n?|\n/gu, '<br>');
}

function authorOf(node: Linked): string {
  const author = node['author'] ?? node['creator'];
  const [person] = objectsOf(Array.isArray(author) ? author[0] : author);
  return person && person['@value'] === undefined ? textOf(person['name']) : textOf(author);
}

function markedComment(node: Linked, parent: MarkedComment | null): MarkedComment {
  const url = textOf(node['url']);
  const deleted = isDeletedStatus(textOf(node['creativeWorkStatus']));
  return {
    names: [textOf(node['@id']), textOf(node['identifier']), url],
    parent,
    author: deleted ? '' : authorOf(node),
    html: deleted ? '' : htmlOf(textOf(node['text'] ?? node['description'])),
    published: textOf(node['datePublished'] ?? node['dateCreated']),
    modified: textOf(node['dateModified']),
    url,
    deleted,
  };
}

/** The comments of the object that has most of them: a page may describe other articles too. */
export function linkedComments(scripts: readonly string[]): MarkedComments | null {
  const nodes = nodesOf(scripts);
  const byId = new Map<string, Linked>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1) byId.set(id, node);
  }
  const resolved = (node: Linked) => {
    const id = node['@id'];
    return (typeof id === 'string' && Object.keys(node).length === 1 && byId.get(id)) || node;
  };
  const isAnswer = new Set(nodes.flatMap((node) => objectsOf(node['comment']).map(resolved)));
  let article: Linked | null = null;
  let most = -1;
  for (const node of nodes) {
    const { length } = objectsOf(node['comment']);
    if (node['comment'] === undefined || isAnswer.has(node) || length <= most) continue;
    article = node;
    most = length;
  }
  if (article === null) return null;
  const walked = new Set<Linked>();
  const inside = (node: Linked) =>
    objectsOf(node['comment'])
      .map(resolved)
      .filter((answer) => !walked.has(answer) && walked.add(answer));
  const { nodes: flat, isCut } = flattened(inside(article), inside, mostComments);
  const marked = new Map<Linked, MarkedComment>();
  for (const { node, parent } of flat) {
    marked.set(node, markedComment(node, (parent && marked.get(parent)) ?? null));
  }
  for (const [node, comment] of marked) {
    const [above] = objectsOf(node['parentItem']).map(resolved);
    if (comment.parent === null && above && above !== node) {
      comment.parent = marked.get(above) ?? null;
    }
  }
  const count = countIn(textOf(article['commentCount']));
  return { comments: [...marked.values()], count, isCut };
}
