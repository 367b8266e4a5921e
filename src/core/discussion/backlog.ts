import { mostOneByOne } from '../feed/subscription.ts';
import { readingOrder } from './comment.ts';
import type { PackPlace, StoredComment } from './stored-comment.ts';

/** Whether the new comments of a look are packed; `waiting` are those not posted yet from looks before. */
export function isBacklog(added: number, waiting: number): boolean {
  return added > 0 && added + waiting > mostOneByOne;
}

/** What a packed message has room for. Sizes are in any one unit. */
export interface PackRoom {
  comments: number;
  size: number;
  /** What the number of those that were left out takes. */
  leftOutSize: number;
  /** The size of a comment in a pack; one over `size` does not fit in any. */
  sizeOf(comment: StoredComment): number;
  /** What it takes more to name the comment that a reply answers. */
  replySize(parent: StoredComment, isElsewhere: boolean): number;
}

interface Pack {
  key: string;
  size: number;
  ids: Set<string>;
}

/**
 * The comments of a backlog, each in its place, and in the order in which they are to be posted, which
 * their ordinals have: first those that are left out, which nobody sees, then the `newest` ones (`null`: all) in the order in which
 * they are read. A comment too long for a pack gets messages of its own. The first pack counts those
 * that were left out, also when no comment fits in it.
 * @param added the new comments of one source, parents before replies, then by publication time
 * @param known the comments of that source by their ids, with those added
 * @param keyOf the key of a pack by the key of its first comment
 */
export function packedBacklog(
  added: readonly StoredComment[],
  known: ReadonlyMap<string, StoredComment>,
  newest: number | null,
  room: PackRoom,
  keyOf: (firstCommentKey: string) => string,
): StoredComment[] {
  const { leftOut, shown } = newestOf(added, newest);
  const [first] = leftOut;
  let pack: Pack | null = first
    ? { key: keyOf(first.key), size: room.leftOutSize, ids: new Set() }
    : null;
  const counted = pack?.key ?? null;
  const firstOrdinal = added.reduce((least, { ordinal }) => Math.min(least, ordinal), Infinity);
  const placed: StoredComment[] = [];
  const place = (row: StoredComment, inPack: PackPlace | null) =>
    placed.push({ ...row, quiet: true, pack: inPack, ordinal: firstOrdinal + placed.length });
  if (counted !== null) for (const row of leftOut) place(row, { key: counted, leftOut: true });
  for (const row of inReadingOrder(shown)) {
    const { parentId } = row.comment;
    const parent = parentId === null ? undefined : known.get(parentId);
    const sizeWith = (isElsewhere: boolean) =>
      room.sizeOf(row) + (parent ? room.replySize(parent, isElsewhere) : 0);
    const alone = sizeWith(true);
    if (alone > room.size) {
      // Too long: it gets messages of its own, and the next pack comes after them.
      place(row, row.pack);
      pack = null;
      continue;
    }
    const size = parentId !== null && pack?.ids.has(parentId) ? sizeWith(false) : alone;
    if (pack && pack.ids.size < room.comments && pack.size + size <= room.size) pack.size += size;
    else pack = { key: keyOf(row.key), size: alone, ids: new Set() };
    pack.ids.add(row.comment.id);
    place(row, { key: pack.key, leftOut: false });
  }
  return placed;
}

/** The newest comments, those without a time among them, in their order; and the others. */
function newestOf(
  added: readonly StoredComment[],
  newest: number | null,
): { leftOut: StoredComment[]; shown: StoredComment[] } {
  if (newest === null || added.length <= newest) return { leftOut: [], shown: [...added] };
  const byTime = added.toSorted(
    (a, b) => (a.comment.publishedAt ?? Infinity) - (b.comment.publishedAt ?? Infinity) || 0,
  );
  const chosen = new Set(byTime.slice(added.length - newest));
  return {
    leftOut: added.filter((row) => !chosen.has(row)),
    shown: added.filter((row) => chosen.has(row)),
  };
}

function inReadingOrder(rows: readonly StoredComment[]): StoredComment[] {
  const byId = new Map(rows.map((row) => [row.comment.id, row]));
  return readingOrder(rows.map(({ comment }) => comment)).flatMap(({ id }) => byId.get(id) ?? []);
}
