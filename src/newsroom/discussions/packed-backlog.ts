import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import { isBacklog, packedBacklog, type PackRoom } from '../../core/discussion/backlog.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import { type CommentSettings, mostOneByOne } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { commentSize, leftOutSize, mostInPack, packRoom, replySize } from '../../render/index.ts';
import { packDelivery } from '../outbox/keys.ts';
import { type PostedSinceBackup, postedSinceBackup } from './posted-since-backup.ts';
import type { CommentUpdate } from './mirror-comments.ts';
import type { PreparedComments } from './prepare-comments.ts';

/** An update of a discussion before it is saved. */
interface Unsaved {
  /** The rows before it. */
  stored: readonly StoredComment[];
  update: CommentUpdate;
  prepared: PreparedComments;
  /** How many comments of a backlog are mirrored. */
  newest: CommentSettings['backlog'];
  /** What the thread has though the database may not know it. */
  sinceBackup: readonly DiscordMessage[];
}

/** The update, its new comments packed when they are many. Other comments keep their places. */
export async function withPackedBacklog(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { source, threadId }: Discussion,
  { stored, update, prepared, newest, sinceBackup }: Unsaved,
): Promise<CommentUpdate> {
  const before = new Set(stored.map(({ key }) => key));
  const isNew = ({ key }: StoredComment) => !before.has(key);
  const fresh = update.comments.filter(isNew);
  const posted = postedSinceBackup(
    sinceBackup,
    fresh.map(({ key }) => key),
  );
  const added = fresh.filter(({ key }) => !posted.alone.has(key) && !posted.packs.has(key));
  const comments = update.comments.map((row) => (isNew(row) ? inItsPack(row, posted) : row));
  const waiting =
    added.length > 0 && added.length <= mostOneByOne
      ? await waitingComments(deliveries, threadId)
      : 0;
  if (!isBacklog(added.length, waiting)) return { ...update, comments };
  const ofSource = [...stored, ...fresh].filter((row) => row.source === source?.name);
  const known = new Map(ofSource.map((row) => [row.comment.id, row]));
  const room: PackRoom = {
    comments: mostInPack,
    size: packRoom,
    leftOutSize,
    sizeOf: ({ comment }) => (prepared.get(comment.id) ?? commentSize(comment)).packed,
    replySize: ({ comment }, isElsewhere) => replySize(comment.author, isElsewhere),
  };
  const isAdded = new Set(added.map(({ key }) => key));
  const most = newest === 'all' ? null : Math.max(0, newest - posted.packs.size);
  const packed = packedBacklog(added, known, most, room, packDelivery);
  return { ...update, comments: [...comments.filter(({ key }) => !isAdded.has(key)), ...packed] };
}

function inItsPack(row: StoredComment, { packs }: PostedSinceBackup): StoredComment {
  const key = packs.get(row.key);
  return key === undefined ? row : { ...row, pack: { key, leftOut: false } };
}

/** How many comments of a thread are not posted yet and have messages of their own. */
async function waitingComments(
  deliveries: Ledger['deliveries'],
  threadId: Snowflake | null,
): Promise<number> {
  if (threadId === null) return 0;
  const waiting = new Set<string>();
  for (const { subject } of await deliveries.listUnsent(threadId)) {
    if (subject.kind === 'comment') waiting.add(subject.commentKey);
  }
  return waiting.size;
}
