import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { isRemoved } from '../../src/core/delivery/delivery.ts';
import { FeedId } from '../../src/core/ids.ts';
import { type Case, type CaseState, ReportReason } from '../../src/core/moderation/case.ts';
import type { CaseFilter } from '../../src/core/ports/case-ledger.ts';
import { casePlace } from '../../src/newsroom/outbox/case-card.ts';
import { cardDelivery } from '../../src/newsroom/outbox/keys.ts';
import { guildSettings, moderatorsChannelTrouble } from '../../src/newsroom/outbox/moderators.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import {
  caseSummary,
  escapeMarkdown,
  type Labels,
  labelsFor,
  type Locales,
  memberMention,
  messageUrl,
  plainBeginning,
  reasonCounts,
  requestError,
  timestamp,
  truncate,
  urgencyName,
} from '../../src/render/index.ts';

/** What `/flags queue` can show. Its default is the first for seniors, and for others what they can rule on. */
export const queueStates = {
  waiting: ['open', 'escalated'],
  open: ['open'],
  escalated: ['escalated'],
  upheld: ['upheld'],
  dismissed: ['dismissed'],
} as const satisfies Record<string, readonly CaseState[]>;
export type QueueState = keyof typeof queueStates;

/** A page of the queue. It is in the `custom_id` of each control, so that nothing is remembered. */
export interface QueueView {
  page: number;
  state: QueueState;
  reason: ReportReason | null;
  channelId: string | null;
  feedId: FeedId | null;
  mine: boolean;
}

/** Rulings that can be made on several cases at once. */
export const bulkActions = ['remove', 'hide', 'no-fault', 'ignored', 'escalate'] as const;
export type BulkAction = (typeof bulkActions)[number];

export type QueueControl = 'choose' | 'all' | 'previous' | 'next' | BulkAction;

/** `queue:<control>:<page>:<state>:<reason>:<channel>:<mine>:<feed>`, at most 100 characters. */
export function queueId(control: QueueControl, view: QueueView): string {
  const { page, state, reason, channelId, mine, feedId } = view;
  return [
    'queue',
    control,
    page,
    state,
    reason ?? '',
    channelId ?? '',
    mine ? 1 : '',
    feedId ?? '',
  ].join(':');
}

/** @throws RequestError for the id of another version */
export function queueView(customId: string): { control: string; view: QueueView } {
  const [, control = '', page, state = '', reason, channelId, mine, feedId] = customId.split(':');
  if (!(state in queueStates) || !Number.isInteger(Number(page))) {
    throw requestError(({ flags }) => flags.otherVersion);
  }
  return {
    control,
    view: {
      page: Number(page),
      state: state as QueueState,
      reason: ReportReason.safeParse(reason).data ?? null,
      channelId: channelId || null,
      feedId: feedId ? FeedId.parse(feedId) : null,
      mine: mine === '1',
    },
  };
}

/** Cases that fit in one message, whose text has at most 4,000 characters. */
const pageLength = 8;
const mostText = 3_900;

interface Viewer extends Locales {
  guildId: string;
  user: { id: string };
}

/**
 * A page of the queue with its controls. `chosen` are the numbers of cases that are marked in the
 * menu; `above` stands above the cases.
 */
export async function queueMessage(
  viewer: Viewer,
  view: QueueView,
  { store }: Ports,
  { chosen = [], above = [] }: { chosen?: readonly number[]; above?: readonly string[] } = {},
) {
  const { guildId } = viewer;
  const labels = labelsFor(viewer);
  const { flags } = labels;
  const filter = filterOf(viewer, view);
  const count = await store.cases.count(guildId, filter);
  const pages = Math.max(1, Math.ceil(count / pageLength));
  const page = Math.min(Math.max(0, view.page), pages - 1);
  const shown = { ...view, page };
  const cases = await store.cases.list(guildId, filter, pageLength, page * pageLength);
  const lines = await Promise.all(cases.map((one) => queueLine(store, one, labels)));
  const escalated =
    view.state === 'open'
      ? await store.cases.count(guildId, { ...filter, states: ['escalated'] })
      : 0;
  const head = [
    ...above,
    ...(count > 0 ? await troubleLines(store, guildId, labels) : []),
    ...(escalated > 0 ? [flags.escalatedWait({ count: escalated })] : []),
  ];
  const isFiltered =
    !['waiting', 'open'].includes(view.state) ||
    view.reason ||
    view.channelId ||
    view.feedId ||
    view.mine;
  if (pages > 1) {
    const ofCases = flags.cases({ count });
    head.push(flags.pageOf({ cases: ofCases, page: page + 1, pages }));
  }
  const none = isFiltered ? [flags.noneSuch] : escalated > 0 ? [] : [flags.none];
  const text = [...head, ...(count === 0 ? none : lines)].join('\n');
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [
      new TextDisplayBuilder().setContent(truncate(text, mostText)),
      ...(takesRulings(view) ? rulingRows(cases, shown, chosen, labels) : []),
      ...pagingRow(shown, pages, labels),
    ],
    allowedMentions: { parse: [] },
  };
}

/** Whether its cases wait for a ruling. */
const takesRulings = ({ state }: QueueView) => state !== 'upheld' && state !== 'dismissed';

function filterOf({ user }: Viewer, view: QueueView): CaseFilter {
  const { state, reason, channelId, feedId, mine } = view;
  return {
    states: queueStates[state],
    ...(reason && { reason }),
    ...(channelId && { channelId }),
    ...(feedId && { feedId }),
    ...(mine && { claimedBy: user.id }),
  };
}

async function troubleLines(
  store: Ports['store'],
  guildId: string,
  { flags }: Labels,
): Promise<string[]> {
  const settings = await guildSettings(store, guildId);
  const { moderatorsChannelId } = settings;
  if (!moderatorsChannelId) return [flags.noCards];
  const trouble = await moderatorsChannelTrouble(store, settings);
  if (trouble === null) return [];
  const reason = escapeMarkdown(truncate(trouble, 200));
  return [flags.cardsRefused({ channel: `<#${moderatorsChannelId}>`, reason })];
}

async function queueLine(store: Ports['store'], flagged: Case, labels: Labels): Promise<string> {
  const { guildId, number, state, urgency, openedAt, claim } = flagged;
  const { line } = labels.flags;
  const place = await casePlace(store, flagged);
  const reports = await store.cases.listReports(guildId, number);
  const name = labels.cards.urgency[urgencyName(urgency)];
  const parts = [
    line.case({ number }),
    caseSummary(flagged, place, labels),
    ...(state === 'escalated' ? [line.escalated] : []),
    ...(state === 'open' ? [line.urgency({ urgency: name })] : []),
    reasonCounts(reports, labels),
    line.opened({ time: timestamp(openedAt, 'R') }),
    ...(claim === null ? [] : [line.claimed({ member: memberMention(claim.by) })]),
    ...(place.messageUrl === null ? [] : [`[${line.message}](${place.messageUrl})`]),
    await cardLink(store, flagged, line.card),
  ];
  return `- ${parts.filter(Boolean).join(' · ')}`;
}

/** The link to a card; without a card, the command that shows it. */
async function cardLink(
  store: Ports['store'],
  { guildId, number }: Case,
  label: string,
): Promise<string> {
  const settings = await guildSettings(store, guildId);
  const { moderatorsChannelId } = settings;
  const trouble = await moderatorsChannelTrouble(store, settings);
  const card =
    moderatorsChannelId && trouble === null
      ? await store.deliveries.get(cardDelivery(guildId, number, moderatorsChannelId))
      : null;
  return card && card.message && !isRemoved(card)
    ? `[${label}](${messageUrl(guildId, card.channelId, card.message.id)})`
    : `\`/flags show case:${number}\``;
}

function rulingRows(
  cases: readonly Case[],
  view: QueueView,
  chosen: readonly number[],
  { flags, cards }: Labels,
) {
  if (cases.length < 2) return [];
  const { queue } = flags;
  const menu = new StringSelectMenuBuilder()
    .setCustomId(queueId('choose', view))
    .setPlaceholder(queue.placeholders.choose)
    .setMinValues(0)
    .setMaxValues(cases.length)
    .addOptions(
      cases.map(({ number, version, state, evidence, urgency }) => ({
        value: `${number}:${version}`,
        label: truncate(
          `${flags.case({ number })}: ${plainBeginning(evidence) || flags.aText}`,
          100,
        ),
        description:
          state === 'escalated'
            ? cards.states.escalated
            : flags.line.urgency({ urgency: cards.urgency[urgencyName(urgency)] }),
        default: chosen.includes(number),
      })),
    );
  const styles: Partial<Record<BulkAction, ButtonStyle>> = {
    remove: ButtonStyle.Danger,
    escalate: ButtonStyle.Primary,
  };
  const rulings = bulkActions.map((action) =>
    new ButtonBuilder()
      .setCustomId(queueId(action, view))
      .setLabel(queue.buttons[action])
      .setStyle(styles[action] ?? ButtonStyle.Secondary)
      .setDisabled(chosen.length === 0),
  );
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    new ActionRowBuilder<ButtonBuilder>().addComponents(rulings),
    ...(chosen.length === cases.length
      ? []
      : [new ActionRowBuilder<ButtonBuilder>().addComponents(button('all', view, queue.buttons))]),
  ];
}

function pagingRow(view: QueueView, pages: number, { flags }: Labels) {
  const { buttons } = flags.queue;
  const offered = [
    ...(view.page > 0 ? [button('previous', view, buttons)] : []),
    ...(view.page < pages - 1 ? [button('next', view, buttons)] : []),
  ];
  return offered.length === 0 ? [] : [new ActionRowBuilder<ButtonBuilder>().addComponents(offered)];
}

const button = (
  control: 'all' | 'previous' | 'next',
  view: QueueView,
  names: Labels['flags']['queue']['buttons'],
) =>
  new ButtonBuilder()
    .setCustomId(queueId(control, view))
    .setLabel(names[control])
    .setStyle(ButtonStyle.Secondary);
