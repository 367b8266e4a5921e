import type { UnixMs } from '../time/duration.ts';
import { type Case, isRuled } from './case.ts';

/** Stands between a text and the one before it. */
const beforeEdit = '\n\nBefore it was edited:\n';
/** Of all texts of a case together. */
const mostEvidence = 100_000;

/** The texts of a case's evidence, the newest first. */
export function evidenceTexts(evidence: string): string[] {
  return evidence.split(beforeEdit);
}

/** True for a text that the case has already, or when one of the two is not known. */
export function hasText({ textRevision, evidence }: Case, text: string, revision: string): boolean {
  if (textRevision === revision || text === '' || evidence === '') return true;
  return evidence !== null && evidenceTexts(evidence).includes(text);
}

/** The case with a newer text; reports on the texts before no longer count towards hiding it. */
export function revised(current: Case, text: string, textRevision: string, at: UnixMs): Case {
  const before = current.evidence ? beforeEdit + current.evidence : '';
  const evidence = (text + before).slice(0, mostEvidence);
  return { ...current, textRevision, evidence, countedFrom: at };
}

/** A text of a comment as it is now. */
export interface TextNow {
  text: string;
  revision: string;
}

/**
 * The case after its comment was edited, by the texts of all copies; `null` when it has them all, or
 * is ruled on: a report on the new text opens it again then.
 */
export function edited(current: Case, texts: readonly TextNow[], at: UnixMs): Case | null {
  if (isRuled(current)) return null;
  let next: Case = current;
  for (const { text, revision } of texts) {
    if (!hasText(next, text, revision)) next = revised(next, text, revision, at);
  }
  if (next === current) return null;
  const version = current.version + 1;
  return { ...next, version, ruleFrom: version, changedAt: at };
}
