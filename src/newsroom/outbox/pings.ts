import type { Delivery, DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled } from '../../core/moderation/case.ts';
import { becameUrgent, pingDue } from '../../core/moderation/ping.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { dayMs, minuteMs, type UnixMs } from '../../core/time/duration.ts';
import { messageUrl, renderPing } from '../../render/index.ts';
import { cardDelivery, ordinalAt, pingDelivery } from './keys.ts';
import { guildSettings } from './moderators.ts';

/** A ping names one case and counts the others. */
const mostCases = 100;
/** A ping limits later ones for a day at most: see `alertEveryMinutes`. */
const keptForMs = 2 * dayMs;
const lastPingKey = (guildId: Snowflake) => `last-ping:${guildId}`;

/**
 * Has the role of `/settings` pinged when a case became urgent or escalated. Within the time that
 * the settings name since the last ping, it waits, with all cases that join until then. Goes after
 * `wantCard`: the ping links to the card.
 * @param before `null` for a new case
 */
export async function wantPing(
  ledger: Ledger,
  before: Case | null,
  after: Case,
  now: UnixMs,
): Promise<void> {
  if (!becameUrgent(before, after)) return;
  const { guildId, number } = after;
  const settings = await guildSettings(ledger, guildId);
  const { moderatorsChannelId: channelId, alertRoleId, alertEveryMinutes } = settings;
  if (channelId === null || alertRoleId === null) return;
  const stored = await ledger.texts.get(lastPingKey(guildId));
  const last = stored === null ? null : Number(stored);
  const waiting = last === null ? null : await waitingPing(ledger, guildId, last, now);
  const due = waiting?.notBefore ?? pingDue(last, now, alertEveryMinutes * minuteMs);
  const others = (waiting?.subject.caseNumbers ?? []).filter((other) => other !== number);
  const caseNumbers = [...others, number].slice(-mostCases);
  const key = pingDelivery(guildId, due);
  const subject = { kind: 'ping', caseNumbers } as const;
  const ordinal = ordinalAt(now, 1);
  await ledger.deliveries.want(
    [{ key, guildId, channelId, subject, ordinal, notBefore: due }],
    now,
  );
  await ledger.texts.save(lastPingKey(guildId), String(due), keptForMs);
}

/** The last ping while it waits for its time; `null` when it was sent, or Discord was asked to. */
async function waitingPing(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  guildId: Snowflake,
  last: UnixMs,
  now: UnixMs,
): Promise<DeliveryOf<'ping'> | null> {
  const found = await deliveries.get(pingDelivery(guildId, last));
  if (found?.state !== 'open' || found.subject.kind !== 'ping') return null;
  const isWaiting = found.message === null && found.attempts === null && found.notBefore > now;
  return isWaiting && found.notBefore === last ? { ...found, subject: found.subject } : null;
}

/** A ping for those of its cases that still wait; `null` when none does, or no role is set any more. */
export async function pingBody(
  ledger: Pick<Ledger, 'cases' | 'deliveries' | 'settings'>,
  { guildId, subject }: DeliveryOf<'ping'>,
): Promise<MessageBody | null> {
  const settings = await guildSettings(ledger, guildId);
  const { alertRoleId: roleId, moderatorsChannelId: channelId, language } = settings;
  if (roleId === null || channelId === null) return null;
  const waiting: Case[] = [];
  for (const number of subject.caseNumbers) {
    const found = await ledger.cases.get(guildId, number);
    if (found && !isRuled(found)) waiting.push(found);
  }
  const [first] = waiting.toSorted((a, b) => b.urgency - a.urgency);
  if (!first) return null;
  const { number } = first;
  const card = await ledger.deliveries.get(cardDelivery(guildId, number, channelId));
  const cardUrl = card?.message ? messageUrl(guildId, channelId, card.message.id) : null;
  return renderPing({ roleId, number, cardUrl, more: waiting.length - 1 }, language);
}

/**
 * Has the last ping edited when the card that it links to was posted: its link was missing, or that of
 * a card that was deleted since.
 */
export async function linkPing(
  ledger: Pick<Ledger, 'deliveries' | 'texts'>,
  { guildId, subject }: Pick<Delivery, 'guildId' | 'subject'>,
  now: UnixMs,
): Promise<void> {
  if (subject.kind !== 'card') return;
  const last = await ledger.texts.get(lastPingKey(guildId));
  if (last !== null) await ledger.deliveries.refresh([pingDelivery(guildId, Number(last))], now);
}
