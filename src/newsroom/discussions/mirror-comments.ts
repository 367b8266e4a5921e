import type { CommentChanges } from '../../core/discussion/comment-changes.ts';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { commentHash } from '../../core/discussion/comment-hash.ts';
import { commentAuthor } from '../../core/discussion/comment-author.ts';
import { commentOrigin, sharedSigns } from '../../core/discussion/comment-origin.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { type CommentSize, commentSize } from '../../render/index.ts';
import type { Snowflake } from '../../core/ids.ts';
import { applyRules } from '../moderation/apply-rules.ts';
import { withStandings } from '../moderation/standing.ts';
import {
  hideComments,
  refreshReplies,
  removeComments,
  wantComments,
} from '../outbox/comment-messages.ts';
import { commentKey, ordinalAt } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import {
  changesComments,
  comparedWith,
  type FromSource,
  idIn,
  ofSource,
} from './compare-comments.ts';
import type { DiscussionContext } from './discussion-context.ts';

/** What a comment page changes in a discussion. */
export interface CommentUpdate {
  changes: CommentChanges;
  /** Rows to save, in the order of the thread. */
  comments: StoredComment[];
}

/** Nothing that a deleted comment's author wrote is kept. */
function asStored(comment: Comment): Comment {
  if (!comment.deleted) return comment;
  return { ...comment, author: '', authorUrl: null, avatarUrl: null, body: { text: '' } };
}

/** The update of a page that changes no row; `null` for any other page. */
export function emptyUpdate(
  discussion: FromSource,
  stored: readonly StoredComment[],
  page: CommentPage,
): CommentUpdate | null {
  const { rows, changes } = comparedWith(discussion, stored, page);
  const isMoved = rows.some((row, index) => row !== stored[index]);
  return isMoved || changesComments(discussion, stored, page) ? null : { changes, comments: [] };
}

/**
 * How many comments are live after a page's changes are saved: a removed one never is, nor a new one
 * of a muted author.
 */
export async function liveCountAfter(
  ledger: Pick<Ledger, 'cases' | 'mutes'>,
  commented: Commented,
  stored: readonly StoredComment[],
  page: CommentPage,
  sizes: CommentSizes,
  now: UnixMs,
): Promise<number> {
  const { changes, comments } = commentUpdate(commented, stored, page, now, sizes);
  const addedIds = new Set(changes.added.map(({ id }) => id));
  const added = comments.filter((row) => addedIds.has(idIn(commented.discussion, row)));
  const shown = await withStandings(ledger, commented.discussion.guildId, added, 'new');
  const liveKeys = new Set(liveComments(stored).map(({ key }) => key));
  const deleted = comments.filter(({ key, state }) => state === 'gone' && liveKeys.has(key));
  return liveCount(stored) + liveCount(shown) - deleted.length;
}

export function liveComments(stored: readonly StoredComment[]): StoredComment[] {
  return stored.filter(isLive);
}

export function liveCount(stored: readonly StoredComment[]): number {
  return liveComments(stored).length;
}

const isLive = ({ state }: StoredComment) => state === 'live';

/** A discussion with its story. */
export type Commented = Pick<DiscussionContext, 'discussion' | 'story'>;

/** By the ids of comments. */
export type CommentSizes = ReadonlyMap<string, CommentSize>;

/** How many are measured in one go, which has a limit of time. */
const measuredAtOnce = 1_000;

/**
 * How much room each comment takes that a page adds or changes. They are rendered in another thread:
 * there may be thousands of them.
 */
export async function measureComments(
  { parsers }: Ports,
  discussion: FromSource,
  stored: readonly StoredComment[],
  page: CommentPage,
  signal: AbortSignal,
): Promise<CommentSizes> {
  const { added, edited } = comparedWith(discussion, stored, page).changes;
  const changed = [...added, ...edited];
  const measured = new Map<string, CommentSize>();
  for (let from = 0; from < changed.length; from += measuredAtOnce) {
    const some = changed.slice(from, from + measuredAtOnce);
    const sizes = await parsers.commentSizes(some, signal);
    for (const [index, { id }] of some.entries()) {
      measured.set(id, sizes[index] ?? { messages: 1, packed: 0 });
    }
  }
  return measured;
}

export function sizeOf(comment: Comment, sizes: CommentSizes): CommentSize {
  return sizes.get(comment.id) ?? commentSize(comment);
}

/** `sizes` may lack comments that have changed since: these are rendered now. */
export function commentUpdate(
  { discussion, story }: Commented,
  before: readonly StoredComment[],
  page: CommentPage,
  now: UnixMs,
  sizes: CommentSizes = new Map(),
): CommentUpdate {
  const { rows: stored, changes } = comparedWith(discussion, before, page);
  const partsOf = (comment: Comment) => sizeOf(comment, sizes).messages;
  const known = ofSource(discussion, stored);
  const byId = new Map(stored.map((row) => [idIn(discussion, row), row]));
  const source = discussion.source?.name ?? '';
  const originOf = originsIn(page, known, source, story);
  const unmoved = new Set(before);
  const moved = stored.filter((row) => !unmoved.has(row));
  const rows = new Map(moved.map((row) => [row.comment.id, row]));
  const change = (id: string, change: Partial<StoredComment>) => {
    const row = rows.get(id) ?? byId.get(id);
    if (row) rows.set(id, { ...row, ...change });
  };
  const authored = (given: Comment) => {
    const comment = asStored(given);
    return { comment, authorKey: commentAuthor(comment, story.story.url)?.key ?? null };
  };
  const firstOrdinal = nextOrdinal(stored, now);
  for (const [index, comment] of changes.added.entries()) {
    const content = { ...authored(comment), hash: commentHash(comment), parts: partsOf(comment) };
    if (byId.has(comment.id)) change(comment.id, { ...content, state: 'live', missing: 0 });
    else {
      rows.set(comment.id, {
        ...content,
        discussionId: discussion.id,
        source,
        origin: originOf(comment),
        key: commentKey(discussion.id, source, comment.id),
        state: 'live',
        missing: 0,
        hidden: false,
        pack: null,
        quiet: false,
        ordinal: firstOrdinal + index,
      });
    }
  }
  for (const comment of changes.edited) {
    const partsBefore = byId.get(comment.id)?.parts ?? 1;
    const most = Math.max(partsBefore, partsOf(comment));
    const content = { ...authored(comment), hash: commentHash(comment), parts: most };
    change(comment.id, content);
  }
  for (const id of changes.foundIds) change(id, { missing: 0 });
  for (const id of changes.missingIds) change(id, { missing: (byId.get(id)?.missing ?? 0) + 1 });
  for (const id of changes.deletedIds) change(id, { state: 'gone' });
  return { changes, comments: [...rows.values()] };
}

/** The origins of a page's comments. */
function originsIn(
  { comments }: CommentPage,
  known: readonly StoredComment[],
  source: string,
  { id, story }: Commented['story'],
): (comment: Comment) => string {
  const stored = known.map(({ comment }) => comment);
  const shared = sharedSigns(comments, stored);
  return (comment) => commentOrigin(comment, source, { id, url: story.url }, shared);
}

/** Above every stored ordinal, also when the clock was set back: a reply follows its parent. */
function nextOrdinal(stored: readonly StoredComment[], now: UnixMs): number {
  const last = stored.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
  return Math.max(ordinalAt(now, 0), last + 1);
}

/** When the current mass disappearance began. It ends with a complete answer that has no new one. */
export function vanishedSince(
  before: UnixMs | null,
  { massDisappearance }: CommentChanges,
  { complete }: CommentPage,
  now: UnixMs,
): UnixMs | null {
  if (massDisappearance) return before ?? now;
  return complete ? null : before;
}

/**
 * Saves the rows and their deliveries. A comment that a ruling removed or hid in another channel, or
 * before, comes as the ruling asks; one of a muted author is not shown; one that breaks a rule of the
 * server is reported. `isFirstLook`: the comments were there before the discussion was followed. Returns
 * the origins of the comments deleted at their source, also of those that are now placeholders.
 */
export async function saveCommentUpdate(
  ledger: Ledger,
  discussion: Discussion,
  { changes, comments }: CommentUpdate,
  { now, botId, isFirstLook }: { now: UnixMs; botId: Snowflake; isFirstLook: boolean },
): Promise<string[]> {
  const addedIds = new Set(changes.added.map(({ id }) => id));
  const isAdded = (row: StoredComment) => addedIds.has(idIn(discussion, row));
  const editedIds = new Set(changes.edited.map(({ id }) => id));
  const isEdited = (row: StoredComment) => editedIds.has(idIn(discussion, row));
  const { guildId } = discussion;
  const rows = [
    ...(await withStandings(ledger, guildId, comments.filter(isAdded), 'new')),
    // Its author may have another name now.
    ...(await withStandings(ledger, guildId, comments.filter(isEdited), 'stored')),
    ...comments.filter((row) => !isAdded(row) && !isEdited(row)),
  ];
  await ledger.discussions.saveComments(rows);
  const ruled = await applyRules(
    ledger,
    discussion,
    { added: rows.filter(isAdded), edited: rows.filter(isEdited), isFirstLook, botId },
    now,
  );
  const byId = new Map(rows.map((row) => [idIn(discussion, row), ruled.get(row.key) ?? row]));
  const changed = [...changes.added, ...changes.edited].flatMap(({ id }) => byId.get(id) ?? []);
  await wantComments(ledger, discussion, changed.filter(isLive), now);
  const deleted = changes.deletedIds.flatMap((id) => byId.get(id) ?? []);
  await removeComments(ledger, deleted, now);
  await refreshReplies(ledger, [...changed.filter((row) => !isAdded(row)), ...deleted], now);
  const placeholders = changed.filter(({ comment }) => comment.deleted);
  await hideComments(ledger, placeholders.filter(isLive), now);
  return [...deleted, ...placeholders].map(({ origin }) => origin);
}
