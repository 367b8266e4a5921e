import { type Delivery, isRetry, type OpenDelivery } from '../../../src/core/delivery/delivery.ts';
import * as rules from '../../../src/core/delivery/protocol.ts';
import { inOrder, isOrderedPost, isStuck, runOf } from '../../../src/core/delivery/run.ts';
import { isMessageOf, markFor, withMark } from '../../../src/render/index.ts';
import type { Random } from '../../support/random.ts';
import { noon, wish } from './deliveries.ts';

/** A message in the channel, as Discord has it. `nonce` is not used: its window has always passed. */
interface Shown {
  id: string;
  key: string;
  version: number;
  content: string;
}

/** How Discord and the process deal with a call. */
const outcomes = [
  'done',
  'done',
  'done',
  'refused before it acted',
  'answer lost',
  'killed before',
  'killed after',
  'refused for good',
  'rate limited',
] as const;
type Outcome = (typeof outcomes)[number];

/**
 * A newsroom of one channel, in which everything goes wrong: the rules of the protocol on one side, on
 * the other what readers should see, written down as it is asked for. Words change with each version,
 * and Discord recognises no nonce: only the protocol keeps messages from being doubled.
 */
export class Model {
  readonly random: Random;
  now = noon;
  /** The store. */
  readonly deliveries = new Map<string, Delivery>();
  private readonly usedGenerations = new Map<string, number>();
  /** Discord. */
  channel: Shown[] = [];
  private nextId = 1;
  /** What readers should see: the version of each key, `null` for nothing. */
  readonly asked = new Map<string, number | null>();
  /** Keys whose message a person deleted, or that Discord refused for good, since they were wanted. */
  private readonly excused = new Set<string>();
  readonly faults: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  private save(key: string, after: Delivery | null): void {
    const before = this.deliveries.get(key);
    if (after) this.deliveries.set(key, after);
    else {
      if (before) this.usedGenerations.set(key, before.generation);
      this.deliveries.delete(key);
    }
  }

  want(key: string, ordinal: number): void {
    const before = this.deliveries.get(key) ?? null;
    const used = before ? null : (this.usedGenerations.get(key) ?? null);
    // The message that a person deleted is not posted again: an edit of it is refused.
    if (before?.state !== 'ended') this.excused.delete(key);
    const subject = { kind: 'comment', commentKey: key, part: 0 } as const;
    this.save(key, rules.want(before, wish(key, { subject, ordinal }), this.now, used));
    this.asked.set(key, (this.asked.get(key) ?? 0) + 1);
  }

  correct(key: string): void {
    const before = this.deliveries.get(key);
    const version = this.asked.get(key);
    if (!before || version === null || version === undefined) return;
    const after = this.random.chance(0.3)
      ? rules.refreshWithin(before, this.now, 60_000)
      : rules.refresh(before, this.now, this.random.chance(0.3) ? 60_000 : null);
    this.save(key, after);
    if (after !== before) this.asked.set(key, version + 1);
  }

  remove(key: string): void {
    const before = this.deliveries.get(key);
    if (!before) return;
    this.save(key, rules.remove(before, this.now));
    this.asked.set(key, null);
  }

  /** A person deletes a message; Discord tells the bot. */
  deleteByHand(): void {
    const victim = this.random.pick(this.channel);
    const found = victim && [...this.deliveries.values()].find((d) => d.message?.id === victim.id);
    // While its answer is awaited, nobody can tell whose message it was.
    if (!victim || !found) return;
    this.channel = this.channel.filter(({ id }) => id !== victim.id);
    this.save(found.key, rules.messageDeleted(found, false));
    this.excused.add(found.key);
  }

  private open(): OpenDelivery[] {
    return [...this.deliveries.values()].filter((d): d is OpenDelivery => d.state === 'open');
  }

  /** One claim of the channel and its run, until it ends, is interrupted, or the process is killed. */
  send(trouble: boolean): boolean {
    const run = runOf(this.open(), this.now, 10);
    for (const { key } of run) {
      const before = this.deliveries.get(key);
      if (before?.state !== 'open') continue;
      this.checkOrder(before);
      const begun = rules.begun(before, this.now);
      this.save(key, begun);
      if (trouble && this.random.chance(0.05)) this.change();
      const outcome = trouble ? (this.random.pick(outcomes) ?? 'done') : 'done';
      const ending = this.call(begun, outcome);
      // A killed process saves nothing more; another one goes on later.
      if (ending === null) return true;
      const current = this.deliveries.get(key);
      if (current) this.save(key, rules.ended(current, ending));
      if (ending.kind === 'later') return true;
    }
    return run.length > 0;
  }

  /** What the newsroom does in one attempt, with Discord's answer. */
  private call(delivery: OpenDelivery, outcome: Outcome): rules.Ending | null {
    const { key, revision } = delivery;
    if (outcome === 'killed before') return null;
    const waitMs = 1000 * 2 ** Math.min(delivery.attempts?.count ?? 1, 9);
    const later = { kind: 'later', notBefore: this.now + waitMs, error: 'away' } as const;
    const found = delivery.message?.id ?? this.search(delivery);
    if (outcome === 'rate limited') return { ...later, uncounted: true, found };
    if (outcome === 'refused before it acted') return { ...later, found };
    if (outcome === 'refused for good' && delivery.wanted === 'shown') {
      this.excused.add(key);
      return { kind: 'failed', error: 'AutoMod' };
    }
    const version = this.asked.get(key) ?? 0;
    let message: { id: string; hash: string } | null = null;
    if (delivery.wanted === 'removed') {
      const stored = this.deliveries.get(key);
      if (stored && found) this.save(key, rules.removing(stored, { id: found }));
      this.channel = this.channel.filter(({ id }) => id !== found);
    } else {
      const id = found ?? `30000000000000${1000 + this.nextId++}`;
      const isThere = this.channel.some((shown) => shown.id === id);
      if (found && !isThere) {
        this.excused.add(key);
        return { kind: 'failed', error: 'Unknown Message' };
      }
      const { content = '' } = withMark(this.body(key, version), markFor(delivery));
      const shown = { id, key, version, content };
      this.channel = isThere
        ? this.channel.map((other) => (other.id === id ? shown : other))
        : [...this.channel, shown];
      message = { id, hash: String(version) };
    }
    if (outcome === 'killed after') return null;
    if (outcome === 'answer lost') return { ...later, found };
    return { kind: 'shown', revision, message };
  }

  private body(key: string, version: number) {
    const content = `${key} ${'again '.repeat(version)}`.trim();
    return { content, allowed_mentions: { parse: [] as [] } };
  }

  /** The message of an earlier attempt, by its mark; only looked for where one may have been lost. */
  private search(delivery: OpenDelivery): string | null {
    if ((delivery.attempts?.count ?? 0) <= 1) return null;
    const taken = new Set([...this.deliveries.values()].map(({ message }) => message?.id));
    const body = this.body(delivery.key, this.asked.get(delivery.key) ?? 0);
    const own = this.channel.find(
      ({ id, content }) => !taken.has(id) && isMessageOf({ content }, body, markFor(delivery)),
    );
    return own?.id ?? null;
  }

  /** A post that was never tried overtakes no earlier one, unless that one had its time. */
  private checkOrder(delivery: OpenDelivery): void {
    if (!isOrderedPost(delivery) || isRetry(delivery)) return;
    const overtaken = this.open().find(
      (earlier) =>
        isOrderedPost(earlier) &&
        !earlier.postponed &&
        inOrder(earlier, delivery) < 0 &&
        !isStuck(earlier, this.now) &&
        // One that goes first in this very run has been sent.
        earlier.notBefore > this.now,
    );
    if (overtaken) this.faults.push(`${delivery.key} overtakes ${overtaken.key}`);
  }

  /** Something happens in the newsroom. */
  change(): void {
    const key = `m${this.random.below(8)}`;
    const dice = this.random.below(10);
    if (dice < 4) this.want(key, this.random.below(50));
    else if (dice < 7) this.correct(key);
    else if (dice < 9) this.remove(key);
    else this.deleteByHand();
    this.check();
  }

  pass(): void {
    this.now += this.random.below(4) === 0 ? 20 * 60_000 : this.random.below(5_000);
  }

  /** No message stands twice, whatever happens. */
  check(): void {
    const keys = this.channel.map(({ key }) => key);
    const doubled = keys.filter((key, index) => keys.indexOf(key) !== index);
    // A removed message that is wanted again may stand beside its successor until it is deleted.
    const real = doubled.filter(
      (key) => this.channel.filter((shown) => shown.key === key).length > 1,
    );
    if (real.length > 0) this.faults.push(`doubled: ${[...new Set(real)].join(' ')}`);
  }

  /** All trouble ends: in the end Discord shows what was asked for. */
  settle(): void {
    for (let round = 0; this.open().length > 0 && round < 1_000; round += 1) {
      if (!this.send(false)) this.now += 60_000;
    }
    if (this.open().length > 0) this.faults.push('it never settles');
    this.check();
    for (const [key, version] of this.asked) {
      const shown = this.channel.filter((message) => message.key === key);
      const asked = version === null ? [] : [version];
      if (this.excused.has(key)) {
        if (shown.length > 1) this.faults.push(`${key} is doubled`);
      } else if (
        JSON.stringify(shown.map((message) => message.version)) !== JSON.stringify(asked)
      ) {
        const versions = shown.map((message) => message.version).join(' ');
        this.faults.push(`${key}: asked for ${asked.join(' ')}, shown ${versions}`);
      }
    }
  }
}
