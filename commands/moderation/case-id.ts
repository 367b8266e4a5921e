import { RulingAction } from '../../src/core/moderation/case.ts';
import { type CaseAct, caseActs, requestError } from '../../src/render/index.ts';

/** What a control of a case's card asks for: see `caseControlId`. */
export interface CaseControl {
  number: number;
  /** The case's version on the card. */
  versionSeen: number;
  action: RulingAction | CaseAct;
  /** It is in a moderator's queue: the next case comes afterwards. */
  inQueue: boolean;
}

/** @throws RequestError for the card of another version of Wirethread */
export function caseControl(customId: string): CaseControl {
  const [, number, version, action, queue] = customId.split(':');
  const known = actionOf(action);
  if (known === null || !Number.isInteger(Number(number)) || !Number.isInteger(Number(version))) {
    throw requestError(({ flags }) => flags.otherVersion);
  }
  const inQueue = queue === 'queue';
  return { number: Number(number), versionSeen: Number(version), action: known, inQueue };
}

/** `null` for what no version of the controls has. */
export function actionOf(name: string | undefined): RulingAction | CaseAct | null {
  return RulingAction.safeParse(name).data ?? caseActs.find((act) => act === name) ?? null;
}

export function isAct(action: RulingAction | CaseAct): action is CaseAct {
  return caseActs.some((act) => act === action);
}
