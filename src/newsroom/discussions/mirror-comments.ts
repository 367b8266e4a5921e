import type { CommentChanges } from '../../core/discussion/comment-changes.ts';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { commentHash } from '../../core/discussion/comment-hash.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import type { Snowflake } from '../../core/ids.ts';
import { applyRules } from '../moderation/apply-rules.ts';
import { withStandings } from '../moderation/standing.ts';
import {
  hideComments,
  refreshReplies,
  removeComments,
  wantComments,
} from '../outbox/comment-messages.ts';
import { ordinalAt } from '../outbox/keys.ts';
import { changesComments, comparedWith, idIn } from './compare-comments.ts';
import { type Commented, type PreparedComments, preparing } from './prepare-comments.ts';

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

/**
 * How many comments are live after an update is saved: a removed one never is, nor a new one of a muted
 * author.
 */
export async function liveCountAfter(
  ledger: Pick<Ledger, 'cases' | 'mutes'>,
  discussion: Discussion,
  stored: readonly StoredComment[],
  { changes, comments }: CommentUpdate,
): Promise<number> {
  const addedIds = new Set(changes.added.map(({ id }) => id));
  const added = comments.filter((row) => addedIds.has(idIn(discussion, row)));
  const shown = await withStandings(ledger, discussion.guildId, added, 'new');
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

export function commentUpdate(
  { discussion, story }: Commented,
  before: readonly StoredComment[],
  page: CommentPage,
  now: UnixMs,
  prepared: PreparedComments = new Map(),
): CommentUpdate {
  const { rows: stored, changes } = comparedWith(discussion, before, page);
  const isMoved = stored.some((row, index) => row !== before[index]);
  if (!isMoved && !changesComments(discussion, before, page)) return { changes, comments: [] };
  const preparedOf = preparing({ discussion, story }, stored, page, prepared);
  const byId = new Map(stored.map((row) => [idIn(discussion, row), row]));
  const source = discussion.source?.name ?? '';
  const unmoved = new Set(before);
  const moved = stored.filter((row) => !unmoved.has(row));
  const rows = new Map(moved.map((row) => [row.comment.id, row]));
  const change = (id: string, change: Partial<StoredComment>) => {
    const row = rows.get(id) ?? byId.get(id);
    if (row) rows.set(id, { ...row, ...change });
  };
  const firstOrdinal = nextOrdinal(stored, now);
  for (const [index, comment] of changes.added.entries()) {
    const { key, origin, authorKey, messages: parts } = preparedOf(comment);
    const [content, hash] = [asStored(comment), commentHash(comment)];
    if (byId.has(comment.id)) {
      change(comment.id, { comment: content, authorKey, hash, parts, state: 'live', missing: 0 });
    } else {
      rows.set(comment.id, {
        discussionId: discussion.id,
        key,
        source,
        origin,
        comment: content,
        authorKey,
        hash,
        parts,
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
    const { authorKey, messages } = preparedOf(comment);
    const parts = Math.max(byId.get(comment.id)?.parts ?? 1, messages);
    const content = { comment: asStored(comment), authorKey, hash: commentHash(comment), parts };
    change(comment.id, content);
  }
  for (const id of changes.foundIds) change(id, { missing: 0 });
  for (const id of changes.missingIds) change(id, { missing: (byId.get(id)?.missing ?? 0) + 1 });
  for (const id of changes.deletedIds) change(id, { state: 'gone' });
  return { changes, comments: [...rows.values()] };
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
