import type { CheerioAPI } from 'cheerio/slim';
import type { Comment } from '../../core/discussion/comment.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { absoluteUrl } from '../../text/url.ts';
import { bareComment, cappedHtml, commenter, hashedId, oneLine } from '../comment-text.ts';
import type { Layout } from './layouts.ts';
import { mostComments } from '../source.ts';

type Selection = ReturnType<CheerioAPI>;

const nameTail =
  /\s{0,5}(?:wrote|writes|said|says|commented|schrieb|a écrit|escribió)\s{0,5}:?\s{0,5}$/iu;
const saidBy = /^(.{1,80}?) (?:wrote|writes|said|says|commented):/iu;
const timeTail = /\s+(?:--|[–—|·•]|\()\s{0,5}\D.*$/u;
const timeHead = /^(?:posted|published|commented|written)?:?\s{0,3}(?:on|at)?:?\s{0,3}/iu;
const furniture =
  'form, button, .reply, .comment-reply-link, .report, .report-abuse, .flag, .comment-actions, .actions, .share, .avatar';

/** The instant of a comment's time line, as "May 06, 2011 7:40am EDT -- Report as abuse". */
function commentTime(line: string, zone: string | undefined): number | null {
  const stated = line.replace(timeTail, '').replace(timeHead, '').trim();
  const forms = [stated, stated.replace(/,? (?:at|um|à|a las) /iu, ' ')];
  for (const form of forms) {
    const hasZone =
      /(?:\b[A-Z]{2,5}|[+-]\d{2}:?\d{2}|\dZ)$/u.test(form) && !/\d ?[AP]M$/u.test(form);
    const at =
      (zone && !hasZone ? parsePublicationDate(`${form} ${zone}`) : null) ??
      parsePublicationDate(form);
    if (at !== null) return at;
  }
  return null;
}

/** Set on every comment's element, since its selector may not match in a copy of its parent. */
const mark = 'data-is-comment';
const anyMarked = `[${mark}]`;

class CommentReader {
  private readonly $: CheerioAPI;
  private readonly layout: Layout;
  private readonly url: string;

  constructor($: CheerioAPI, layout: Layout, url: string) {
    this.$ = $;
    this.layout = layout;
    this.url = url;
  }

  /** The comment's element for a field, not that of a reply inside it; earlier selectors first. */
  private own(comment: Selection, selector: string | undefined): Selection {
    if (selector === undefined) return this.$();
    const [element] = comment.toArray();
    const isOwn = (node: Selection) => node.closest(anyMarked).get(0) === element;
    for (const one of selector.includes('(') ? [selector] : selector.split(', ')) {
      const found = comment
        .find(one)
        .toArray()
        .find((node) => isOwn(this.$(node)));
      if (found) return this.$(found);
    }
    return this.$();
  }

  private html(comment: Selection): string {
    const { layout } = this;
    const words = this.own(comment, layout.text);
    const copy = (words.length > 0 ? words : comment).clone();
    copy.find(anyMarked).remove();
    copy.find(furniture).remove();
    if (words.length === 0) {
      for (const field of [layout.author, layout.time, layout.permalink])
        if (field) copy.find(field).remove();
    }
    for (const [attribute, selector] of [
      ['href', 'a[href]'],
      ['src', 'img[src]'],
    ] as const) {
      copy.find(selector).each((_, element) => {
        const address = absoluteUrl(element.attribs[attribute] ?? '', this.url);
        if (address === null) this.$(element).removeAttr(attribute);
        else this.$(element).attr(attribute, address);
      });
    }
    return cappedHtml(copy.html() ?? '', () => copy.text());
  }

  private author(comment: Selection): string {
    const marked = oneLine(this.own(comment, this.layout.author).text()).replace(nameTail, '');
    if (marked !== '') return commenter(marked);
    return commenter(saidBy.exec(oneLine(comment.text().slice(0, 2000)))?.[1]);
  }

  private time(comment: Selection): string {
    const marked = this.own(comment, this.layout.time);
    return oneLine(
      marked.attr('datetime') ?? marked.attr('content') ?? marked.attr('title') ?? marked.text(),
    );
  }

  private timeText(comment: Selection): string {
    return oneLine(this.own(comment, this.layout.time).text());
  }

  private permalink(comment: Selection): string | null {
    const marked = this.own(comment, this.layout.permalink);
    const link = marked.is('a') ? marked : marked.find('a').first();
    const address = absoluteUrl(link.attr('href') ?? '', this.url);
    if (address !== null) return address;
    const id = comment.attr('id');
    return id ? absoluteUrl(`#${encodeURIComponent(id)}`, this.url) : null;
  }

  /** The parent as the markup says it: the comment it is inside of, or a reference to one. */
  parent(comment: Selection): { element: unknown; reference: string | null } {
    const outer = comment.parent().closest(anyMarked).get(0) ?? null;
    const marked = this.own(comment, this.layout.parent);
    const fragment = marked.attr('href')?.split('#')[1];
    const said =
      comment.attr('data-parent-id') ??
      comment.attr('data-parent') ??
      marked.attr('data-parent-id') ??
      fragment ??
      (marked.length > 0 ? oneLine(marked.text()) : undefined);
    return { element: outer, reference: said?.trim() || null };
  }

  comment(comment: Selection): Pick<Comment, 'author' | 'publishedAt' | 'url'> & { html: string } {
    const { zone } = this.layout;
    const publishedAt =
      commentTime(this.time(comment), zone) ?? commentTime(this.timeText(comment), zone);
    const author = this.author(comment);
    return { author, html: this.html(comment), publishedAt, url: this.permalink(comment) };
  }

  /** What the markup may call the comment, the best first; a name is an id only where it is unique. */
  names(comment: Selection, url: string | null): string[] {
    const inner = comment.children('[id]').first();
    const said = [
      comment.attr('data-comment-id'),
      comment.attr('data-id'),
      comment.attr('id'),
      inner.attr('id'),
      url?.split('#')[1],
    ];
    return said
      .map((name) => name?.trim() ?? '')
      .filter((name) => name !== '' && name.length <= 200);
  }
}

function tally(names: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of names)
    for (const name of new Set(own)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The page's comments in document order; ids are the publisher's where its markup has them. */
export function readPageComments($: CheerioAPI, layout: Layout, url: string): Comment[] {
  const reader = new CommentReader($, layout, url);
  const elements = $(layout.comment).slice(0, mostComments).toArray();
  for (const element of elements) $(element).attr(mark, '');
  const read = elements.map((element) => reader.comment($(element)));
  const names = elements.map((element, index) =>
    reader.names($(element), read[index]?.url ?? null),
  );
  const counts = tally(names);
  const comments: Comment[] = [];
  const idOf = new Map<unknown, string>();
  const idByName = new Map<string, string>();
  const used = new Set<string>();
  read.forEach((words, index) => {
    if (words.html === '' && words.author === 'Anonymous') return;
    const own = names[index] ?? [];
    const name = own.find((each) => counts.get(each) === 1 && !used.has(each));
    const hash = hashedId(words.author, String(words.publishedAt), words.html);
    let id = name ?? hash;
    for (let copy = 2; used.has(id); copy += 1) id = `${hash}-${copy}`;
    used.add(id);
    idOf.set(elements[index], id);
    for (const each of own) if (counts.get(each) === 1) idByName.set(each, id);
    const { html, ...rest } = words;
    comments.push({ ...bareComment, ...rest, body: { html }, id });
  });
  const indexOf = new Map(comments.map((comment, index) => [comment.id, index]));
  for (const element of elements) {
    const id = idOf.get(element);
    const comment = id === undefined ? undefined : comments[indexOf.get(id) ?? -1];
    if (!comment) continue;
    const { element: outer, reference } = reader.parent($(element));
    const parentId = idOf.get(outer) ?? referred(reference, idByName) ?? null;
    if (parentId !== comment.id) comment.parentId = parentId;
  }
  return comments;
}

function referred(reference: string | null, idByName: ReadonlyMap<string, string>) {
  if (reference === null) return undefined;
  const forms = [reference, `comment-${reference}`, `c${reference}`];
  return forms.map((name) => idByName.get(name)).find((id) => id !== undefined);
}
