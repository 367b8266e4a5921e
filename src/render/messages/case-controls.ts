import { type Case, isRuled, type RulingAction } from '../../core/moderation/case.ts';
import { isPossible } from '../../core/moderation/ruling.ts';
import type { Labels } from '../labels/index.ts';
import { actionButton, linkButton, row, selectMenu } from './components.ts';

/** What a moderator can do with a case beside ruling on it. */
export const caseActs = [
  'claim',
  'release',
  'mute',
  'close-discussion',
  /** Asks for a report to the publisher, and `sent` says that it was made. */
  'publisher',
  'sent',
  /** In the queue: gives the case back, and shows the next one. */
  'skip',
  /** The menu. */
  'more',
] as const;
export type CaseAct = (typeof caseActs)[number];

/** In the order of the menu. */
const menuChoices = [
  'warn',
  'timeout',
  'ignored',
  'duplicate',
  'mute',
  'close-discussion',
  'publisher',
  'release',
] as const satisfies readonly (RulingAction | CaseAct)[];
type MenuChoice = (typeof menuChoices)[number];

/**
 * The `custom_id` of a control: `case:<number>:<version>:<action>`, and in the queue of a moderator
 * `case:<number>:<version>:<action>:queue`.
 */
export function caseControlId(
  { number, version }: Pick<Case, 'number' | 'version'>,
  action: RulingAction | CaseAct,
  inQueue: boolean,
): string {
  return `case:${number}:${version}:${action}${inQueue ? ':queue' : ''}`;
}

/** The buttons to rule on a case, the menu with what is done less often, and the links to what was flagged. */
export function caseControls(
  flagged: Case,
  { inQueue, muted, messageUrl }: { inQueue: boolean; muted: boolean; messageUrl: string | null },
  { cards: { buttons, menu } }: Labels,
) {
  const { state, subject, claim } = flagged;
  const id = (action: RulingAction | CaseAct) => caseControlId(flagged, action, inQueue);
  const choices = menuChoices
    .filter((value) => isOffered(value, flagged, muted))
    .map((value) => {
      return { value, label: menu.choices[value], description: menu.hints[value] };
    });
  const more =
    choices.length === 0 ? [] : [selectMenu(id('more'), menu.placeholders.more, choices)];
  const links = [
    linkButton(buttons.viewInDiscord, messageUrl),
    linkButton(buttons.viewOnSite, subject.kind === 'comment' ? subject.url : null),
  ];
  if (isRuled(flagged)) {
    return [...row(actionButton(buttons.undo, id('undo'), 'secondary'), ...links), ...more];
  }
  const claiming = claim === null ? buttons.claim : buttons.takeOver;
  return [
    ...row(
      actionButton(buttons.remove, id('remove'), 'danger'),
      subject.kind === 'comment' ? actionButton(buttons.hide, id('hide'), 'secondary') : [],
      actionButton(buttons.dismiss, id('no-fault'), 'secondary'),
      state === 'open' ? actionButton(buttons.escalate, id('escalate'), 'primary') : [],
      inQueue
        ? actionButton(buttons.skip, id('skip'), 'secondary')
        : actionButton(claiming, id('claim'), 'secondary'),
    ),
    ...more,
    ...row(...links),
  ];
}

function isOffered(value: MenuChoice, flagged: Case, muted: boolean): boolean {
  const { subject, claim, publisherReport } = flagged;
  switch (value) {
    case 'release':
      return claim !== null;
    case 'close-discussion':
      return subject.kind === 'comment';
    case 'mute':
      return subject.kind === 'comment' && subject.authorKey !== null && !muted;
    case 'publisher':
      return subject.kind === 'comment' && subject.url !== null && publisherReport === null;
    case 'warn':
    case 'timeout':
    case 'ignored':
    case 'duplicate':
      return !isRuled(flagged) && isPossible(value, subject);
    default:
      return value satisfies never;
  }
}
