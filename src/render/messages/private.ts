import type { Case, RuledCase } from '../../core/moderation/case.ts';
import { evidenceTexts } from '../../core/moderation/evidence.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { quotedText } from './case-card.ts';
import { actionButton, row } from './components.ts';

type UpheldRuling = Extract<RuledCase, { state: 'upheld' }>['ruling'];

const mostQuoted = 600;

/** What a member hears of a ruling on their message. */
export interface RulingTold {
  number: number;
  guildId: string;
  channelId: string;
  serverName: string;
  ruling: UpheldRuling;
  /** Why the message was reported, in words. */
  reasons: readonly string[];
  /** Their text, as it was flagged; `null` when it is not stored. */
  text: string | null;
  /** Whether the member can appeal, has appealed, or the ruling is made after an appeal. */
  appeal: 'possible' | 'made' | 'none';
}

const what = {
  remove: 'was removed',
  hide: 'was hidden',
  warn: 'broke the rules: this is a warning',
  timeout: 'broke the rules',
} as const;

/**
 * Tells a member of a ruling on their message: what, why, by whom (a role, never a name), and how to
 * appeal. The shape of the Digital Services Act, article 17.
 */
export function renderRulingMessage(told: RulingTold): MessageBody {
  const { number, guildId, channelId, serverName, ruling, reasons, text, appeal } = told;
  const quote = quotedText(text ?? '', mostQuoted);
  const more = limitsOf(ruling);
  const reason = ruling.reason && escapeMarkdown(truncate(oneLine(ruling.reason), 500));
  const lines = [
    `Your message in <#${channelId}> on **${escapeMarkdown(serverName)}** ${what[ruling.action]}.${more}`,
    ...(quote === '' ? [] : [quote]),
    ...(reasons.length === 0 ? [] : [`Reported as: ${reasons.join(', ')}`]),
    ...(reason ? [`The moderators write: ${reason}`] : []),
    `A ${ruling.escalated ? 'senior moderator' : 'moderator'} of the server decided this ${timestamp(ruling.at, 'R')} (case ${number}).`,
    appealLine(appeal, number),
  ];
  const button = actionButton('Appeal', `appeal:${guildId}:${number}:${ruling.at}`, 'secondary');
  return {
    content: lines.filter(Boolean).join('\n'),
    components: appeal === 'possible' ? row(...button.map((one) => [one])) : [],
    allowed_mentions: { parse: [] },
  };
}

function limitsOf({ action, deletes, timeoutMs, at }: UpheldRuling): string {
  const removed = deletes === true ? ' The message was removed.' : '';
  if (action !== 'timeout') return action === 'warn' ? removed : '';
  const until = timeoutMs === undefined ? null : timestamp(at + timeoutMs, 'f');
  return `${removed} You cannot write on the server${until ? ` until ${until}` : ' for some time'}.`;
}

function appealLine(appeal: RulingTold['appeal'], number: number): string {
  switch (appeal) {
    case 'possible':
      return `If you think that this is wrong, press **Appeal**, or use \`/flags appeal case:${number}\` on the server. Another moderator decides it.`;
    case 'made':
      return 'You have appealed. Another moderator decides it, and you hear of it here.';
    case 'none':
      return '';
    default:
      return appeal satisfies never;
  }
}

/** In place of what a member heard of a ruling that was undone since. */
export function renderRulingUndone(number: number, serverName: string): MessageBody {
  return {
    content: `The moderators of **${escapeMarkdown(serverName)}** took back their ruling on your message (case ${number}). A message that was deleted cannot be restored.`,
    components: [],
    allowed_mentions: { parse: [] },
  };
}

/** What became of a member's appeal. `at` is when they made it. */
export function renderAppealMessage(
  { number }: Pick<Case, 'number'>,
  outcome: 'stands' | 'taken-back' | 'waits',
  at: UnixMs,
  reason: string | null,
  serverName: string,
): MessageBody {
  const decided = {
    stands: 'Another moderator looked at it: the ruling stands. This is final.',
    'taken-back':
      'Another moderator looked at it and took the ruling back. A message that was deleted cannot be restored.',
    waits: 'It is being looked at again.',
  };
  const why = reason && escapeMarkdown(truncate(oneLine(reason), 500));
  return {
    content: [
      `Your appeal of ${timestamp(at, 'd')} in case ${number} on **${escapeMarkdown(serverName)}**: ${decided[outcome]}`,
      ...(why ? [`The moderators write: ${why}`] : []),
    ].join('\n'),
    allowed_mentions: { parse: [] },
  };
}

/** How a case that a reader reported stands, in words. */
export function outcomeText(flagged: Case): string {
  switch (flagged.state) {
    case 'open':
      return 'waiting for the moderators';
    case 'escalated':
      return 'waiting for a senior moderator';
    case 'upheld':
      return upheldText(flagged.ruling.action);
    case 'dismissed':
      return dismissedText[flagged.ruling.action];
    default:
      return flagged satisfies never;
  }
}

const dismissedText = {
  void: 'the comment was deleted on its site',
  'no-fault': 'the moderators found nothing wrong',
  ignored: 'the moderators closed it without a ruling',
  duplicate: 'it is ruled on in another case',
} as const;

function upheldText(action: UpheldRuling['action']): string {
  switch (action) {
    case 'remove':
      return 'the message was removed';
    case 'hide':
      return 'the message was hidden';
    case 'warn':
    case 'timeout':
      return 'the moderators acted on it';
    default:
      return action satisfies never;
  }
}

/** Tells a reader what became of the case that they reported. `about` says which, in a line. */
export function renderOutcomeMessage(
  flagged: Case,
  about: string,
  serverName: string,
): MessageBody {
  return {
    content: [
      `Your report on **${escapeMarkdown(serverName)}** (case ${flagged.number}): ${outcomeText(flagged)}.`,
      `It was about ${about}.`,
      '-# `/flags mine` on the server shows all of your reports. No messages like this: `/privacy messages on:False`.',
    ].join('\n'),
    allowed_mentions: { parse: [] },
  };
}

/** Of a case's newest text, for the member who wrote it. */
export function writtenText({ evidence }: Pick<Case, 'evidence'>): string | null {
  return evidence === null ? null : (evidenceTexts(evidence)[0] ?? null);
}
