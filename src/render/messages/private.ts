import type { Case, RuledCase } from '../../core/moderation/case.ts';
import { evidenceTexts } from '../../core/moderation/evidence.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import type { Labels } from '../labels/index.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { quotedText } from './case-text.ts';
import { actionButton, row } from './components.ts';

export type UpheldRuling = Extract<RuledCase, { state: 'upheld' }>['ruling'];

const mostQuoted = 600;
const mostReason = 500;

/** What a member hears of a ruling on their message. */
export interface PrivateRuling {
  number: number;
  guildId: string;
  channelId: string;
  serverName: string;
  ruling: UpheldRuling;
  /** Why the message was reported, in words. */
  reasons: readonly string[];
  /** Their text, as it was flagged; `null` when it is not stored. */
  text: string | null;
  /** Whether the member can appeal, or has; the ruling after an appeal is final. */
  appeal: 'possible' | 'made' | 'none';
}

/**
 * Tells a member of a ruling on their message: what, why, by whom (a role, never a name), and how to
 * appeal. What the Digital Services Act asks of a statement of reasons (article 17).
 */
export function renderRulingMessage(about: PrivateRuling, { rulings }: Labels): MessageBody {
  const { number, guildId, ruling, reasons, text, appeal } = about;
  const quote = quotedText(text ?? '', mostQuoted);
  const decided = { time: timestamp(ruling.at, 'R'), number };
  const lines = [
    whatWasDone(about, rulings),
    quote,
    reasons.length === 0 ? '' : rulings.reportedAs({ reasons: reasons.join(', ') }),
    reasonLine(ruling.reason, rulings),
    ruling.escalated ? rulings.bySenior(decided) : rulings.byModerator(decided),
    appealLine(appeal, number, rulings),
  ];
  const customId = `appeal:${guildId}:${number}`;
  const button = actionButton(rulings.buttons.appeal, customId, 'secondary');
  return {
    content: lines.filter(Boolean).join('\n'),
    components: appeal === 'possible' ? row(button) : [],
    allowed_mentions: { parse: [] },
  };
}

function whatWasDone(
  { ruling, channelId, serverName }: PrivateRuling,
  rulings: Labels['rulings'],
): string {
  const { action, deletes, timeoutMs, at } = ruling;
  const where = { channel: `<#${channelId}>`, server: escapeMarkdown(serverName) };
  if (action === 'remove' || action === 'hide') return rulings.removed(where);
  const until = timeoutMs === undefined ? null : timestamp(at + timeoutMs, 'f');
  return [
    action === 'warn' ? rulings.warned(where) : rulings.timedOut(where),
    deletes === true ? rulings.messageRemoved : '',
    action === 'timeout' && until ? rulings.silentUntil({ time: until }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function reasonLine(reason: string | null, rulings: Labels['rulings']): string {
  const text = truncate(oneLine((reason ?? '').slice(0, 2000)), mostReason);
  return text === '' ? '' : rulings.moderatorsWrite({ reason: escapeMarkdown(text) });
}

function appealLine(
  appeal: PrivateRuling['appeal'],
  number: number,
  rulings: Labels['rulings'],
): string {
  switch (appeal) {
    case 'possible':
      return rulings.appealPossible({ number });
    case 'made':
      return rulings.appealMade;
    case 'none':
      return '';
    default:
      return appeal satisfies never;
  }
}

/** In place of what a member heard of a ruling that was undone since. */
export function renderRulingUndone(
  number: number,
  serverName: string,
  { rulings }: Labels,
): MessageBody {
  return {
    content: rulings.undone({ server: escapeMarkdown(serverName), number }),
    components: [],
    allowed_mentions: { parse: [] },
  };
}

/** What became of a member's appeal. */
export interface AppealMessage {
  number: number;
  serverName: string;
  /** When they made it. */
  at: UnixMs;
  outcome: 'stands' | 'takenBack' | 'waits';
  /** What the moderator wrote who decided. */
  reason: string | null;
}

export function renderAppealMessage(
  { number, serverName, at, outcome, reason }: AppealMessage,
  { rulings }: Labels,
): MessageBody {
  const about = {
    date: timestamp(at, 'd'),
    number,
    server: escapeMarkdown(serverName),
    outcome: rulings.outcomes[outcome],
  };
  const lines = [rulings.appealed(about), reasonLine(reason, rulings)];
  return { content: lines.filter(Boolean).join('\n'), allowed_mentions: { parse: [] } };
}

/** How a case that a reader reported stands, in words. */
export function outcomeText(flagged: Case, { report: { outcomes } }: Labels): string {
  switch (flagged.state) {
    case 'open':
      return outcomes.open;
    case 'escalated':
      return outcomes.escalated;
    case 'upheld':
      return {
        remove: outcomes.removed,
        hide: outcomes.hidden,
        warn: outcomes.acted,
        timeout: outcomes.acted,
      }[flagged.ruling.action];
    case 'dismissed':
      return {
        void: outcomes.gone,
        'no-fault': outcomes.noFault,
        ignored: outcomes.ignored,
        duplicate: outcomes.duplicate,
      }[flagged.ruling.action];
    default:
      return flagged satisfies never;
  }
}

/** Tells a reader what became of the case that they reported. `about` says which, in a line. */
export function renderOutcomeMessage(
  flagged: Case,
  about: string,
  serverName: string,
  labels: Labels,
): MessageBody {
  const { notified } = labels.report;
  const { number } = flagged;
  const server = escapeMarkdown(serverName);
  return {
    content: [
      notified.outcome({ server, number, outcome: outcomeText(flagged, labels) }),
      notified.about({ about }),
      notified.more,
    ].join('\n'),
    allowed_mentions: { parse: [] },
  };
}

/** The newest text of a case, for the member who wrote it; `null` when it is not stored. */
export function writtenText({ evidence }: Pick<Case, 'evidence'>): string | null {
  return evidence === null ? null : (evidenceTexts(evidence)[0] ?? null);
}
