import type { Case } from './case.ts';

/** What the cases on one comment ask of all its copies. */
export type Standing = 'shown' | 'under-review' | 'hidden' | 'removed';

export function standingOf(cases: readonly Case[]): Standing {
  const upheld = cases.filter(({ state }) => state === 'upheld');
  if (upheld.some(isRemoval)) return 'removed';
  if (upheld.some(({ hidden }) => hidden)) return 'hidden';
  return cases.some(({ hidden }) => hidden) ? 'under-review' : 'shown';
}

function isRemoval(flaggedCase: Case): boolean {
  if (flaggedCase.state !== 'upheld') return false;
  const { action, deletes } = flaggedCase.ruling;
  return action === 'remove' || deletes === true;
}
