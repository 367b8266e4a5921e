import type { LocalDiscord, Message } from '../../src/preview/discord/index.ts';
import { commentMarks } from './marked-text.ts';
import type { Random } from '../support/random.ts';
import type { CommentRecord, TrialRecord } from './record.ts';
import type { Stage } from './stage.ts';

/** Real time: a busy machine answers late. */
const timeoutMs = 20_000;
/** Of a second each, until a ruling's card is edited. */
const turnsUntilDone = 10;

interface Reported {
  comment: CommentRecord;
  channelId: string;
}

/** Readers who report comments, and a moderator who rules; each is written down when answered. */
export class People {
  private readonly stage: Stage;
  private readonly record: TrialRecord;
  private readonly random: Random;
  private readonly reported = new Map<number, Reported>();

  constructor(stage: Stage, record: TrialRecord, random: Random) {
    this.stage = stage;
    this.record = record;
    this.random = random;
  }

  /** Tells the bot which channel the moderators' is. @throws when it does not answer */
  async chooseModeratorsChannel(): Promise<void> {
    const { discord, ownerId, moderatorsChannel } = this.stage;
    const owner = discord.actor(ownerId).at(moderatorsChannel);
    const answered = await owner.run('/settings set', { 'moderators-channel': moderatorsChannel });
    await answered.settled();
  }

  /** A reader reports some comment with its button. A bot that dies meanwhile ends it. */
  async report(died: Promise<void>): Promise<void> {
    const found = this.random.pick(this.reportable());
    const reader = this.random.pick(this.stage.readers);
    if (!found || !reader) return;
    const { message, comment, channelId } = found;
    const person = this.stage.discord.actor(reader).at(message.channel_id);
    const text = await outcomeOf(died, async () => {
      const modal = await person.click(message.id, 'Report as abuse');
      const answer = await person.submitModal(modal, { reason: 'abuse' });
      return (await answer.settled({ timeoutMs }))?.content ?? '';
    });
    const number = Number(/\bcase (\d+)/.exec(text ?? '')?.[1]);
    if (!number) return;
    this.record.cases.add(number);
    this.reported.set(number, { comment, channelId });
  }

  /**
   * A moderator rules on a case that is open, or undoes a ruling. The card says when it is done: until
   * then `goOn` lets time pass.
   */
  async rule(died: Promise<void>, goOn: () => Promise<unknown>): Promise<void> {
    const { discord, moderator, moderatorsChannel } = this.stage;
    const card = this.random.pick(this.cards());
    if (!card) return;
    const { number, message, state } = card;
    const reported = this.reported.get(number);
    if (!reported) return;
    const { comment, channelId } = reported;
    const before = comment.rulings.get(channelId);
    if (before === 'uncertain') return;
    const open = this.random.chance(0.65) ? 'Remove' : 'Dismiss';
    const action = state === 'open' ? open : 'Undo';
    const person = discord.actor(moderator).at(moderatorsChannel);
    await outcomeOf(died, () => person.click(message.id, action));
    const isDone = () => this.cards().some((one) => one.number === number && one.state !== state);
    for (let turns = 0; turns < turnsUntilDone && !isDone(); turns += 1) await goOn();
    if (!isDone()) {
      // The bot died, or Discord kept its answer: it may be done or not.
      if (action === 'Remove' || before === 'removed') comment.rulings.set(channelId, 'uncertain');
      return;
    }
    this.record.rulings += 1;
    if (action === 'Remove') comment.rulings.set(channelId, 'removed');
    if (action === 'Undo' && before === 'removed') comment.rulings.set(channelId, 'restored');
  }

  private reportable() {
    const comments = new Map(
      this.record.stories
        .flatMap((story) =>
          story.withdrawn || story.discussion === 'closed' ? [] : story.comments,
        )
        .filter(({ withdrawn }) => !withdrawn)
        .map((comment) => [comment.number, comment]),
    );
    return this.stage.channels.flatMap(({ id: channelId }) => {
      const threads = this.stage.discord.threads(channelId).slice(-6);
      return threads.flatMap(({ id }) =>
        withButton(this.stage.discord, id).flatMap((message) => {
          const comment = comments.get(commentMarks(message.content)[0]?.comment ?? 0);
          return comment && !comment.rulings.has(channelId)
            ? [{ message, comment, channelId }]
            : [];
        }),
      );
    });
  }

  private cards() {
    const { discord, moderatorsChannel } = this.stage;
    return discord.messages(moderatorsChannel).flatMap((message) => {
      const text = JSON.stringify(message.components);
      const [, number, state] = /\bCase (\d+): (open|removed|nothing wrong)/.exec(text) ?? [];
      const isVoid = text.includes('deleted on its site');
      return number && state && !isVoid ? [{ number: Number(number), message, state }] : [];
    });
  }
}

function withButton(discord: LocalDiscord, threadId: string): Message[] {
  return discord
    .messages(threadId)
    .slice(-12)
    .filter(({ components }) => /"report:[^}]*"disabled":false/.test(JSON.stringify(components)));
}

/** What came of it; `null` when the bot died first, or did not answer. */
async function outcomeOf<T>(died: Promise<void>, act: () => Promise<T>): Promise<T | null> {
  return Promise.race([act().catch(() => null), died.then(() => null)]);
}
