import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import { type Case, commentSubject } from '../../core/moderation/case.ts';
import { edited } from '../../core/moderation/evidence.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentText } from '../../render/index.ts';
import { saveChange } from './case-change.ts';

/**
 * Has the cards of waiting cases show the new texts of comments that were edited at their source.
 * A ruled case stays as it is: a report on the new text opens it again. May be repeated.
 */
export async function saveEditedTexts(
  ledger: Ledger,
  guildId: Snowflake,
  comments: readonly StoredComment[],
  at: UnixMs,
): Promise<void> {
  const subjects = comments.map(({ origin }) => commentSubject(origin));
  for (const found of await ledger.cases.listBySubjects(guildId, subjects)) {
    const changed = await withEditedText(ledger, found, at);
    if (changed) await saveEditedText(ledger, changed, at);
  }
}

export async function saveEditedText(ledger: Ledger, changed: Case, at: UnixMs): Promise<void> {
  await saveChange(ledger, changed, { actor: botActor, action: 'case.edited', at });
}

/** The case with the edited text of a copy; `null` when it has the texts of all copies, or is ruled on. */
export async function withEditedText(
  { discussions }: Pick<Ledger, 'discussions'>,
  flagged: Case,
  at: UnixMs,
): Promise<Case | null> {
  const { guildId, subject } = flagged;
  if (subject.kind !== 'comment') return null;
  const copies = await discussions.listCopies(guildId, subject.origin);
  const texts = copies
    .filter(({ state }) => state === 'live')
    .map(({ comment, hash }) => ({ text: commentText(comment.body), revision: hash }));
  return edited(flagged, texts, at);
}
