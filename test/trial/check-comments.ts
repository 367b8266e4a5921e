import { type CommentMark, commentMarks } from './marked-text.ts';
import type { CommentRecord, Fault, ShownMessage, ShownThread, StoryRecord } from './record.ts';

/** The marks of one comment in a thread, in the order of its messages. */
interface Mirrored {
  marks: { mark: CommentMark; message: ShownMessage }[];
}

/** A ruling counts for the comment in the whole server, wherever it was reported. */
function rulingOn({ rulings }: CommentRecord) {
  const all = [...rulings.values()];
  return (
    all.find((one) => one === 'uncertain') ?? all.find((one) => one === 'removed') ?? all.at(-1)
  );
}

/** How a thread's comments differ from those that were published and not removed. */
export function checkComments(story: StoryRecord, thread: ShownThread, where: string): Fault[] {
  const mirrored = new Map<number, Mirrored>();
  for (const message of thread.messages) {
    for (const mark of commentMarks(message.text)) {
      const one = mirrored.get(mark.comment) ?? { marks: [] };
      one.marks.push({ mark, message });
      mirrored.set(mark.comment, one);
    }
  }
  const faults = story.comments.flatMap((comment) =>
    checkComment(story, comment, mirrored.get(comment.number), where),
  );
  return [...faults, ...checkOrder(story, mirrored, where)];
}

function checkComment(
  story: StoryRecord,
  comment: CommentRecord,
  mirrored: Mirrored | undefined,
  where: string,
): Fault[] {
  const faults: Fault[] = [];
  const what = `comment ${comment.number}`;
  const marks = mirrored?.marks ?? [];
  const idsOf = (some: Mirrored['marks']) => [...new Set(some.map(({ message }) => message.id))];
  const fault = (kind: Fault['kind'], which: string, some: Mirrored['marks']) =>
    faults.push({ kind, what: which, where, messageIds: idsOf(some) });
  for (let word = 1; word <= comment.marks; word += 1) {
    const copies = marks.filter(({ mark }) => mark.word === word);
    if (copies.length < 2) continue;
    fault('doubled', what, copies);
    break;
  }
  const ruling = rulingOn(comment);
  if (ruling === 'uncertain') return faults;
  if (ruling === 'removed' || comment.withdrawn) {
    // A story that is gone has no page any more that could say so.
    const mayStay = story.withdrawn && ruling !== 'removed';
    if (marks.length > 0 && !mayStay) {
      fault('stale', `${ruling === 'removed' ? 'removed' : 'withdrawn'} ${what}`, marks);
    }
    return faults;
  }
  if (story.withdrawn) return faults;
  const old = marks.filter(({ mark }) => mark.version !== comment.version);
  if (old.length > 0) fault('stale', what, old);
  const missing = Array.from({ length: comment.marks }, (_, index) => index + 1).filter(
    (word) => !marks.some(({ mark }) => mark.word === word),
  );
  if (missing.length > 0 && old.length === 0) {
    fault('lost', missing.length === comment.marks ? what : `a part of ${what}`, marks);
  }
  if (marks.some(({ mark }, index) => mark.word < (marks[index - 1]?.mark.word ?? 0))) {
    if (!faults.some(({ kind }) => kind === 'doubled')) fault('swapped', `parts of ${what}`, marks);
  }
  return faults;
}

/** A reply stands below its parent, and replies to one comment in the order of their time. */
function checkOrder(
  { comments }: StoryRecord,
  mirrored: ReadonlyMap<number, Mirrored>,
  where: string,
): Fault[] {
  const faults: Fault[] = [];
  const place = ({ number, rulings }: CommentRecord) =>
    rulings.size > 0 ? null : (mirrored.get(number)?.marks[0]?.message ?? null);
  const expect = (first: CommentRecord, second: CommentRecord) => {
    const [one, other] = [place(first), place(second)];
    if (!one || !other || BigInt(one.id) <= BigInt(other.id)) return;
    const what = `comment ${second.number} before comment ${first.number}`;
    faults.push({ kind: 'swapped', what, where, messageIds: [other.id, one.id] });
  };
  const latest = new Map<number | null, CommentRecord>();
  for (const comment of comments) {
    const parent = comments.find(({ number }) => number === comment.parent);
    if (parent) expect(parent, comment);
    const before = latest.get(comment.parent);
    if (before) expect(before, comment);
    if (place(comment)) latest.set(comment.parent, comment);
  }
  return faults;
}
