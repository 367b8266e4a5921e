import type { Comment } from './comment.ts';
import type { StoredComment } from './stored-comment.ts';

/** How the newsroom keys and compares comments. */
export interface CommentKeys {
  /** The key that a comment of the source would be stored under. */
  keyOf: (sourceId: string) => string;
  hashOf: (comment: Comment) => string;
}

/**
 * The stored comments, those of other sources under the name and id that `source` gives them, so that
 * a discussion whose source changes posts nothing twice. A comment is the same by the key that it was
 * stored under, else by its address or by author and second, where that names one comment on both sides,
 * else by author and words, or by author and second where both sides have as many left; a deleted one
 * by its second. It counts as edited only when neither text holds the other: one source may
 * give more around the same words, and other markup.
 */
export function inSource(
  stored: readonly StoredComment[],
  source: string,
  page: readonly Comment[],
  { keyOf, hashOf }: CommentKeys,
): StoredComment[] {
  const elsewhere = stored.filter((row) => row.source !== source);
  if (elsewhere.length === 0) return [...stored];
  const own = new Set(stored.flatMap((row) => (row.source === source ? [row.comment.id] : [])));
  const unknown = page.filter(({ id }) => !own.has(id));
  if (unknown.length === 0) return [...stored];
  const found = new Map<StoredComment, Comment>();
  const rules: Rule[] = [
    { ofPage: ({ id }) => keyOf(id), ofRow: ({ key }) => key },
    { ofPage: addressOf, ofRow: ({ comment }) => addressOf(comment) },
    { ofPage: momentOf, ofRow: ({ comment }) => momentOf(comment) },
    // The same words by one author several times: the first are the first of them, and so on.
    { ofPage: wordsOf, ofRow: ({ comment }) => wordsOf(comment), isRepeated: true },
    // As many of one author and second as are left of them: these were edited.
    { ofPage: momentOf, ofRow: liveMomentOf, isRepeated: true, needsAll: true },
    // One that is deleted has neither author nor words.
    {
      ofPage: secondOf,
      ofRow: ({ comment }) => secondOf(comment),
      isRepeated: true,
      joins: ({ comment }, other) => comment.deleted || other.deleted,
    },
  ];
  const taken = new Set<Comment>();
  for (const { ofPage, ofRow, isRepeated, needsAll, joins = () => true } of rules) {
    const rows = bySign(
      elsewhere.filter((row) => !found.has(row)),
      ofRow,
    );
    const comments = bySign(
      unknown.filter((comment) => !taken.has(comment)),
      ofPage,
    );
    for (const [sign, same] of rows) {
      const candidates = comments.get(sign) ?? [];
      if (!isRepeated && (same.length > 1 || candidates.length > 1)) continue;
      if (needsAll && same.length !== candidates.length) continue;
      for (const [index, row] of same.entries()) {
        const comment = candidates[index];
        if (!comment || !joins(row, comment)) continue;
        found.set(row, comment);
        taken.add(comment);
      }
    }
  }
  return stored.map((row) => {
    const comment = found.get(row);
    return comment ? moved(row, source, comment, hashOf) : row;
  });
}

interface Rule {
  ofPage: (comment: Comment) => string | null;
  ofRow: (row: StoredComment) => string | null;
  /** A sign that several have names them in their order; else it names none of them. */
  isRepeated?: boolean;
  /** Only where both sides have as many. */
  needsAll?: boolean;
  /** False for two that are not the same in spite of their sign. */
  joins?: (row: StoredComment, comment: Comment) => boolean;
}

function bySign<T>(items: readonly T[], signOf: (item: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const sign = signOf(item);
    if (sign === null) continue;
    const same = found.get(sign);
    if (same) same.push(item);
    else found.set(sign, [item]);
  }
  return found;
}

/** Sites give one comment's address with http or https, with `www.` or without. */
function addressOf({ url }: Comment): string | null {
  return url === null ? null : url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/(?=#|$)/u, '');
}

function secondOf({ publishedAt }: Comment): string | null {
  return publishedAt === null ? null : String(Math.floor(publishedAt / 1000));
}

function momentOf(comment: Comment): string | null {
  const second = secondOf(comment);
  return second === null || comment.author === '' ? null : JSON.stringify([comment.author, second]);
}

function liveMomentOf({ state, comment }: StoredComment): string | null {
  return state === 'live' ? momentOf(comment) : null;
}

function wordsOf({ author, body, deleted }: Comment): string | null {
  const words = deleted ? '' : letters(body);
  return words === '' ? null : JSON.stringify([author, words]);
}

/** Letters and digits, without markup: what two formats of one text have in common. */
function letters(body: Comment['body']): string {
  const text = 'html' in body ? body.html : Object.values(body).join('');
  return text
    .replaceAll(/<[^<>]{1,2000}>/gu, ' ')
    .replaceAll(/&(?:#x?[\da-f]{1,6}|[a-z]{2,8});/giu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** In a longer text a search for another may take time by the product of their lengths. */
const beginning = (text: string) => text.slice(0, 2000);

function moved(
  row: StoredComment,
  source: string,
  comment: Comment,
  hashOf: CommentKeys['hashOf'],
): StoredComment {
  const { id, parentId } = comment;
  const words = beginning(letters(comment.body));
  const before = beginning(letters(row.comment.body));
  const isEdited =
    comment.deleted !== row.comment.deleted || !(words.includes(before) || before.includes(words));
  return {
    ...row,
    source,
    comment: { ...row.comment, id, parentId },
    hash: isEdited ? row.hash : hashOf(comment),
    missing: 0,
  };
}
