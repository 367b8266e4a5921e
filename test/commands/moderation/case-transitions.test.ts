import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { type Case, isRuled } from '../../../src/core/moderation/case.ts';
import { standingOf } from '../../../src/core/moderation/standing.ts';
import { hourMs, minuteMs, secondMs } from '../../../src/core/time/duration.ts';
import { caseStateText, labelsIn } from '../../../src/render/index.ts';
import type { Actor, Message } from '../../../src/preview/discord/index.ts';
import { asReplayed, replayed } from '../../newsroom/moderation/replay.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  acted,
  buttons,
  cardText,
  linkTo,
  menuOf,
  openNewsroom,
  type People,
  reportByButton,
  words,
} from '../people.ts';
import { actionOf, caseLives, caseTransitions, type Deed, type Step } from './case-table.ts';

// Every transition of a case's states is played through the bot, as people make it in Discord.

let people: People;
/** By their places in the table. Both are seniors. */
let moderators: Record<Step['by'], Actor>;
const played = new Set<string>();

beforeAll(async () => {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    permissions: [...invitePermissions, 'ModerateMembers'],
    settings: { commentPeriodMs: null },
  });
  const { discord, guildId, moderatorsChannel } = people;
  const permissions = ['ManageMessages', 'ManageGuild', 'ModerateMembers'] as const;
  const role = discord.addRole(guildId, { name: 'Editors', permissions });
  const named = (name: string) =>
    discord.actor(discord.addMember(guildId, { name, roles: [role.id] }).id).at(moderatorsChannel);
  moderators = { first: named('Vera'), second: named('Ana') };
  // Duplicates are duplicates of the first case.
  await reportByButton(people.nia, people.shown('In spring'));
  await people.quiet();
});
afterAll(() => people.close());

/** A comment, or a member's message, whose case is played. */
interface Subject {
  kind: Step['before']['kind'];
  /** In every text that it has. */
  word: string;
  number: number;
  /** Its comment at the paper. */
  commentId: string;
  /** The member who wrote it. */
  author: Actor;
  message: Message | undefined;
  /** Readers who reported illegal content, with their receipts. */
  unnamed: { reader: Actor; receiptId: string }[];
}

/** Until the next look at the comments. */
const look = () => people.later(70 * minuteMs);
const everyThread = () =>
  people.discord
    .channels(people.guildId)
    .flatMap(({ id }) => [...people.discord.messages(id), ...threadMessages(id)]);
const threadMessages = (channelId: string) =>
  people.discord.threads(channelId).flatMap(({ id }) => people.discord.messages(id));

let subjects = 0;
async function newSubject(kind: Subject['kind']): Promise<Subject> {
  const number = (subjects += 1);
  const word = `Word${number}.`;
  const author = people.another(`Writer ${number}`);
  const subject = { kind, word, number: number + 1, author, unnamed: [], message: undefined };
  if (kind === 'message') {
    const message = author.send(people.news, `${word} As it was.`);
    return { ...subject, commentId: '', message };
  }
  if (kind === 'copied' && people.discord.threads(evening()).length === 0) {
    const options = { url: people.paper.feedUrl, channel: evening(), 'comment-period': 'never' };
    await words(people.owner.run('/feed add', options));
    await people.quiet();
  }
  const text = `${word} As it was.`;
  const commentId = people.paper.addComment('pier', { author: `Writer ${number}`, text });
  await look();
  return { ...subject, commentId };
}

let eveningId = '';
function evening(): string {
  eveningId ||= people.discord.addChannel(people.guildId, { name: 'evening' }).id;
  return eveningId;
}

/** Its message in Discord: the last one where it is hidden now. */
function messageOf(subject: Subject): Message | undefined {
  if (subject.kind === 'message') return subject.message;
  const found = people.shown(subject.word);
  subject.message = found ?? subject.message;
  return subject.message;
}

let readers = 0;
async function reported(subject: Subject, deed: Deed): Promise<void> {
  const reason = deed.endsWith('illegal') ? 'illegal' : 'abuse';
  const reader = people.another(`Reader ${(readers += 1)}`);
  const message = messageOf(subject);
  const { id = '' } = message ?? {};
  const asked =
    subject.kind === 'message'
      ? await reader.messageCommand('Flag message', id)
      : deed.startsWith('opened')
        ? await reader.click(id, 'Report as abuse')
        : await reader.run('/flag', { link: linkTo(people, message), reason });
  const answered = asked.kind === 'modal' ? await reader.submitModal(asked, { reason }) : asked;
  const receipt = await answered.settled();
  expect(receipt?.content).toContain(`ase ${subject.number}`);
  if (reason === 'illegal') subject.unnamed.push({ reader, receiptId: receipt?.id ?? '' });
}

type Values = Record<string, string | string[]>;
const seenValues: Values = { reason: 'Seen.' };
const timeoutValues = { ...seenValues, duration: [String(hourMs)], message: ['keep'] };
const duplicateValues = { ...seenValues, original: '1' };

/** Presses a button of the card, or chooses in its menu, and fills in what it asks. */
async function onCard(
  { number }: Subject,
  moderator: Actor,
  control: { button: string } | { choice: string },
  filled = seenValues,
): Promise<void> {
  const card = people.card(number);
  const asked =
    'button' in control
      ? await moderator.click(card.id, control.button)
      : await moderator.select(card.id, menuOf(card), control.choice);
  const done = asked.kind === 'modal' ? moderator.submitModal(asked, filled) : asked;
  const answer = await acted(moderator, Promise.resolve(done));
  expect(['', labelsIn('en').flags.acts.staysDeleted]).toContain(answer);
}

async function withdrawn({ commentId }: Subject): Promise<void> {
  people.paper.withdrawComment('pier', commentId);
  await look();
  await people.later(6 * minuteMs);
}

async function edited({ commentId, word }: Subject): Promise<void> {
  people.paper.editComment('pier', commentId, `${word} Edited at ${people.clock.now()}.`);
  await look();
}

type Play = (subject: Subject, moderator: Actor, deed: Deed) => Promise<void>;
const report: Play = (subject, _moderator, deed) => reported(subject, deed);

/** How people do each thing in Discord, or the paper at its site. */
const plays: Record<Deed, Play> = {
  opened: report,
  'opened: illegal': report,
  reported: report,
  'reported: illegal': report,
  async reopened(subject, _moderator, deed) {
    await people.later(25 * hourMs);
    await reported(subject, deed);
  },
  async 'reopened: illegal'(subject, _moderator, deed) {
    await edited(subject);
    await reported(subject, deed);
  },
  edited,
  remove: (subject, moderator) => onCard(subject, moderator, { button: 'Remove' }),
  hide: (subject, moderator) => onCard(subject, moderator, { button: 'Hide' }),
  'no-fault': (subject, moderator) => onCard(subject, moderator, { button: 'Dismiss' }),
  escalate: (subject, moderator) => onCard(subject, moderator, { button: 'Escalate' }),
  undo: (subject, moderator) => onCard(subject, moderator, { button: 'Undo' }),
  warn: (subject, moderator) => onCard(subject, moderator, { choice: 'warn' }),
  timeout: (subject, moderator) => onCard(subject, moderator, { choice: 'timeout' }, timeoutValues),
  ignored: (subject, moderator) => onCard(subject, moderator, { choice: 'ignored' }),
  duplicate: (subject, moderator) =>
    onCard(subject, moderator, { choice: 'duplicate' }, duplicateValues),
  void: withdrawn,
  claim: (subject, moderator) => {
    const isTaken = buttons(people.card(subject.number)).includes('Take over');
    return onCard(subject, moderator, { button: isTaken ? 'Take over' : 'Claim' });
  },
  release: (subject, moderator) => onCard(subject, moderator, { choice: 'release' }),
  async 'law-named'({ unnamed, number }) {
    const first = unnamed.shift();
    if (!first) throw new Error('nobody reported illegal content');
    const { reader, receiptId } = first;
    const asked = await reader.click(receiptId, 'Name the law');
    const filled = { law: 'The law on insults.', 'good-faith': ['yes'] };
    expect(await words(reader.submitModal(asked, filled))).toContain(`ase ${number}`);
  },
  async appealed({ author }) {
    const offered = people.discord
      .directMessages(author.id)
      .findLast((message) => buttons(message).includes('Appeal'));
    const asked = await author.click(offered?.id ?? '', 'Appeal');
    expect(await words(author.submitModal(asked, { text: 'It was a joke.' }))).toContain('appeal');
  },
  async 'publisher-report'({ number }, moderator) {
    const card = people.card(number);
    const asked = await moderator.select(card.id, menuOf(card), 'publisher');
    const sent = await moderator.click(asked.message?.id ?? '', 'I reported it');
    expect((await sent.settled())?.content).toContain(`Case ${number} is marked`);
  },
  'publisher-gone': withdrawn,
};

const linesOf = (number: number) =>
  people.bot.ports.store.audit.list(people.guildId, 5000, { caseNumber: number });

/** What decides on the case's further way. */
const standing = (one: Case | null) =>
  one && {
    state: one.state,
    hidden: one.hidden,
    version: one.version,
    ruling: isRuled(one) ? one.ruling.action : null,
    claimed: one.claim !== null,
    appealed: one.appeal !== null,
    publisher: one.publisherReport && one.publisherReport.goneAt !== null,
  };

/** Whether readers see its text, its placeholder, or nothing. */
function seen({ kind, word, message }: Subject): 'shown' | 'hidden' | 'removed' {
  if (everyThread().some(({ content }) => content.includes(word))) return 'shown';
  const isThere = everyThread().some(({ id }) => id === message?.id);
  return kind !== 'message' && isThere ? 'hidden' : 'removed';
}

function expectedSight({ after: { flagged, isDeleted, isGone } }: Step): string {
  if (isDeleted || isGone) return 'removed';
  const asked = standingOf(flagged ? [flagged] : []);
  return asked === 'under-review' ? 'hidden' : asked;
}

/** Plays a step, and compares what it made of the case with the table. */
async function play(subject: Subject, step: Step): Promise<void> {
  const { deed, by, after, transition } = step;
  messageOf(subject);
  const before = (await linesOf(subject.number)).length;
  people.clock.advance(secondMs);
  await plays[deed](subject, moderators[by], deed);
  await people.quiet();
  const lines = (await linesOf(subject.number)).toReversed().slice(before);
  const { flagged } = after;
  const line = { action: `case.${actionOf(deed)}`, caseState: flagged?.state };
  const own = subject.kind === 'copied' ? lines.slice(0, 1) : lines.slice(-1);
  expect({ transition, lines: own }).toMatchObject({ transition, lines: [line] });
  played.add(transition);
  // Once the last copy is gone too, the case of a comment is void.
  if (subject.kind === 'copied' && after.isGone) return;
  const stored = await people.bot.ports.store.cases.get(people.guildId, subject.number);
  expect({ transition, ...standing(stored) }).toEqual({ transition, ...standing(flagged) });
  expect({ transition, seen: seen(subject) }).toEqual({ transition, seen: expectedSight(step) });
  const title = `Case ${subject.number}: ${stored && caseStateText(stored, labelsIn('en'))}`;
  expect(cardText(people.card(subject.number))).toContain(`### ${title}`);
}

const lives = caseLives().map((life): [string, Step[]] => {
  const [{ before: { kind } } = { before: { kind: 'no case' } }] = life;
  return [`${kind}: ${life.map(({ deed }) => deed).join(', ')}`, life];
});

test.each(lives)(
  '%s',
  async (_, life) => {
    const subject = await newSubject(life[0]?.before.kind ?? 'message');
    for (const step of life) await play(subject, step);
  },
  60_000,
);

test('the audit of all of them replays to the cases', async () => {
  const { cases, audit } = people.bot.ports.store;
  const stored = await cases.list(people.guildId, {}, 100, 0);
  const lines = (await audit.list(people.guildId, 5000, { area: 'case' })).toReversed();
  expect(Object.fromEntries(replayed(lines))).toEqual(
    Object.fromEntries(stored.map((one) => [`case:${one.number}`, asReplayed(one)])),
  );
  const [line] = lines;
  if (!line) throw new Error('there is an audit');
  expect(() => replayed([...lines, { ...line, action: 'case.lost' }])).toThrow(/no known kind/u);
  expect(() => replayed([...lines, line])).toThrow(/cannot follow/u);
});

test('every transition of the table was played', () => {
  const table = [...caseTransitions()];
  expect(table.length).toBeGreaterThan(80);
  expect(table.filter((transition) => !played.has(transition))).toEqual([]);
});
