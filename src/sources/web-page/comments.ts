import type { Comment } from '../../core/discussion/comment.ts';
import { keptNodes } from '../../markup/comment-fields.ts';
import type { FoundComment } from '../../markup/comment-units.ts';
import { isElement, type Element } from '../../markup/nodes.ts';
import type { Scan } from '../../markup/scan.ts';
import { stampInstant } from '../../markup/stamp.ts';
import { absoluteUrl } from '../../text/url.ts';
import { bareComment, cappedHtml, commenter, hashedId, oneLine } from '../comment-text.ts';
import { commentHtml } from './comment-html.ts';

/** What the operator's selectors say of a comment; `undefined` where they say nothing. */
export interface SelectedFields {
  author?: string;
  text?: Element;
  /** Forms of its time, the best first. */
  times?: readonly string[];
  permalink?: string;
  parent?: string;
}

export interface PageComment {
  found: FoundComment;
  selected: SelectedFields;
}

function permalinkOf({ found, selected }: PageComment, url: string): string | null {
  const { element, fields } = found;
  const hrefs = [selected.permalink, ...fields.links.map(({ attribs }) => attribs['href'])];
  for (const href of hrefs) {
    const address = absoluteUrl(href ?? '', url);
    const isOwn =
      href === selected.permalink || /#(?:.*comment|c|post|p)[-_]?\d|#comment/iu.test(href ?? '');
    if (address !== null && isOwn) return address;
  }
  const id = element?.attribs['id'];
  return id ? absoluteUrl(`#${encodeURIComponent(id)}`, url) : null;
}

function instantOf({ found, selected }: PageComment, zone: string | undefined): number | null {
  for (const time of selected.times ?? [found.time]) {
    const at = stampInstant(time, zone);
    if (at !== null) return at;
  }
  return null;
}

function textOf({ found, selected }: PageComment, page: Scan, url: string) {
  const { fields, nodes } = found;
  const { text } = selected;
  const [only] = nodes;
  const roots = text ?? (nodes.length === 1 && only && isElement(only) ? only : null);
  const kept = { page, nodes: keptNodes(fields, page), pieces: fields.text };
  return commentHtml(roots?.children ?? nodes, kept, url);
}

/** What the markup may call a comment, the best first; a name is an id only where it is unique. */
function namesOf({ element }: FoundComment, url: string | null): string[] {
  const attributes = element?.attribs ?? {};
  const inner = element?.children
    .slice(0, 20)
    .find((node) => isElement(node) && node.attribs['id']);
  const said = [
    attributes['data-comment-id'],
    attributes['data-id'],
    attributes['id'],
    inner && isElement(inner) ? inner.attribs['id'] : undefined,
    url?.split('#')[1],
  ];
  return said.map((name) => name?.trim() ?? '').filter((name) => name !== '' && name.length <= 200);
}

function parentReference({ found, selected }: PageComment): string | null {
  const attributes = found.element?.attribs ?? {};
  const said = attributes['data-parent-id'] ?? attributes['data-parent'] ?? selected.parent;
  return said?.trim() || null;
}

function tally(names: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of names)
    for (const name of new Set(own)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The page's comments in document order; ids are the publisher's where its markup has them. */
export function commentsOf(
  read: readonly PageComment[],
  page: Scan,
  { url, zone }: { url: string; zone: string | undefined },
): Comment[] {
  const links = read.map((comment) => permalinkOf(comment, url));
  const names = read.map(({ found }, index) => namesOf(found, links[index] ?? null));
  const counts = tally(names);
  const comments: Comment[] = [];
  const byFound = new Map<FoundComment, Comment>();
  const idByName = new Map<string, string>();
  const used = new Set<string>();
  const copies = new Map<string, number>();
  read.forEach((comment, index) => {
    const { html, text } = textOf(comment, page, url);
    const author = commenter(comment.selected.author ?? comment.found.fields.name);
    if (html === '' && author === 'Anonymous') return;
    const publishedAt = instantOf(comment, zone);
    const own = names[index] ?? [];
    const hash = hashedId(author, String(publishedAt), oneLine(text));
    const named = own.find((each) => counts.get(each) === 1 && !used.has(each));
    const id = named ?? unused(hash, used, copies);
    used.add(id);
    for (const each of own) if (counts.get(each) === 1) idByName.set(each, id);
    const body = { html: cappedHtml(html, () => text) };
    const whole = { ...bareComment, id, author, publishedAt, url: links[index] ?? null, body };
    byFound.set(comment.found, whole);
    comments.push(whole);
  });
  for (const comment of read) {
    const own = byFound.get(comment.found);
    if (!own) continue;
    const above = comment.found.parent && byFound.get(comment.found.parent);
    const parentId = above?.id ?? referred(parentReference(comment), idByName) ?? null;
    if (parentId !== own.id) own.parentId = parentId;
  }
  return comments;
}

/** The hash of a text, numbered where the same was written before. `copies` has each hash's last number. */
function unused(hash: string, used: ReadonlySet<string>, copies: Map<string, number>): string {
  let copy = copies.get(hash) ?? 0;
  let id = '';
  do {
    copy += 1;
    id = copy === 1 ? hash : `${hash}-${copy}`;
  } while (used.has(id));
  copies.set(hash, copy);
  return id;
}

function referred(reference: string | null, idByName: ReadonlyMap<string, string>) {
  if (reference === null) return undefined;
  const forms = [reference, `comment-${reference}`, `c${reference}`];
  return forms.map((name) => idByName.get(name)).find((id) => id !== undefined);
}
