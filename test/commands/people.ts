import { expect, vi } from 'vitest';
import { discussionStates } from '../../src/core/discussion/discussion.ts';
import type { Actor, Answered, Message, SeenCall } from '../../src/preview/discord/index.ts';
import { handled } from '../support/handled.ts';
import { type Newsroom, type Staging, stageNewsroom } from '../support/newsroom.ts';

/** The newsroom with members of the server. Every answer of the bot to them is checked. */
export interface People extends Newsroom {
  /** Manages the server. */
  owner: Actor;
  /** Has the permission Manage Messages. */
  sam: Actor;
  /** A reader. */
  nia: Actor;
  /** Another reader. */
  another(name: string): Actor;
  /** The only thread of the news channel. */
  threadId(): string;
  /** The bot's and people's messages there, without Discord's own; of the only thread by default. */
  said(channelId?: string): Message[];
  /** The mirrored comment, its placeholder excluded, that shows this text. */
  shown(text: string): Message | undefined;
  /** The newest card of a case. */
  card(caseNumber?: number): Message;
  /** Resolves when the only discussion has this override or state. */
  heard(expected: 'closed' | 'open-until' | 'detached'): Promise<void>;
}

/** The rules that an answer breaks: it is visible to one person, mentions nobody and fits a message. */
function brokenRules(call: SeenCall): string[] {
  const callback = call.route.startsWith('/interactions/');
  if (call.phase !== 'before' || (!callback && !call.route.startsWith('/webhooks/'))) return [];
  const body = call.body as { type?: number; data?: Answer } & Answer;
  const data = callback ? (body.data ?? {}) : body;
  const first = callback && (body.type === 4 || body.type === 5);
  const saysSomething = data.content !== undefined || data.embeds !== undefined;
  return [
    first && ((data.flags ?? 0) & 64) === 0 ? 'not ephemeral' : '',
    saysSomething && JSON.stringify(data.allowed_mentions) !== '{"parse":[]}' ? 'may ping' : '',
    (data.content ?? '').length > 2000 ? 'too long' : '',
  ].filter(Boolean);
}

interface Answer {
  content?: string;
  embeds?: object[];
  flags?: number;
  allowed_mentions?: object;
}

/** Opens the newsroom, posts what its feeds have, and mirrors their comments. */
export async function openNewsroom(staging: Staging = {}): Promise<People> {
  const newsroom = await stageNewsroom(staging);
  const { discord, guildId, news, moderatorsChannel, reader, moderator } = newsroom;
  const broken: string[] = [];
  discord.faults.onCall((call) => {
    for (const rule of brokenRules(call)) broken.push(`${rule}: ${JSON.stringify(call.body)}`);
  });
  const [guild] = discord.guilds();
  const owner = discord.actor(guild?.ownerId ?? '').at(news);
  const said = (channelId = people.threadId()) =>
    discord.messages(channelId).filter(({ type }) => type === 0 || type === 19);
  const people: People = {
    ...newsroom,
    get bot() {
      return newsroom.bot;
    },
    owner,
    sam: discord.actor(moderator).at(moderatorsChannel),
    nia: discord.actor(reader).at(news),
    another: (name) => discord.actor(discord.addMember(guildId, { name }).id).at(news),
    threadId: () => newsroom.threads()[0]?.id ?? 'there is no thread',
    said,
    shown: (text) => said().find(({ content }) => content.includes(text)),
    card(caseNumber = 1) {
      const of = (message: Message) =>
        JSON.stringify(message.components).includes(`### Case ${caseNumber}:`);
      const card = discord.messages(moderatorsChannel).findLast(of);
      if (!card) throw new Error(`Case ${caseNumber} has no card`);
      return card;
    },
    async heard(expected) {
      const { discussions } = newsroom.bot.ports.store;
      await vi.waitUntil(async () => {
        const found = await discussions.listInGuild(guildId, discussionStates, 1);
        const discussion = found[0]?.discussion;
        return discussion?.override?.kind === expected || discussion?.state === expected;
      }, 60_000);
    },
    async close() {
      await newsroom.close();
      expect(broken).toEqual([]);
    },
  };
  await newsroom.quiet();
  present = people;
  return people;
}

/** The newsroom of the running test. */
let present: People | null = null;

/**
 * What a control of a case's card answered, when all is done: nothing when the card shows it. Only
 * the person sees it.
 */
export async function acted(person: Actor, answer: Promise<Answered>): Promise<string> {
  const answered = await answer;
  const { interactionId: id } = answered;
  expect(answered.kind).not.toBe('modal');
  await handled(present?.log ?? [], answered);
  if (answered.ephemeral) return answered.message?.content ?? '';
  const channels = present?.discord.channels(present.guildId) ?? [];
  const later = channels
    .flatMap(
      ({ id: channel }) =>
        present?.discord.messages(channel, { includeEphemeral: person.id }) ?? [],
    )
    .filter((message) => (message.flags & 64) !== 0 && BigInt(message.id) > BigInt(id));
  return later.at(-1)?.content ?? '';
}

/** The final text of an answer, which must be visible to one person only. */
export async function words(answer: Promise<Answered>): Promise<string> {
  const answered = await answer;
  const message = await answered.settled();
  expect(answered.ephemeral).toBe(true);
  expect(answered.kind).not.toBe('modal');
  return message?.content || textOf(message);
}

/** What `/help` says to a person: what they have to do, then the commands. */
export async function helpFor(person: Actor): Promise<string> {
  const message = await (await person.run('/help')).settled();
  const parts = (message?.embeds ?? []).flatMap(({ title, description }) => [title, description]);
  return [message?.content, ...parts].filter((part) => part).join('\n');
}

/** The suggestions of an option. */
export async function suggestions(answer: Promise<Answered>) {
  return (await answer).choices.map(({ name, value }) => ({ name, value: String(value) }));
}

/** Presses *Report as abuse* under a message and submits the modal. Returns the receipt. */
export async function reportByButton(
  person: Actor,
  message: Message | undefined,
  reason = 'abuse',
  details = '',
): Promise<string> {
  const asked = await person.click(message?.id ?? '', 'Report as abuse');
  return words(person.submitModal(asked, { reason, ...(details && { details }) }));
}

/** Presses a button of a case card. Returns the answer. */
export function press(person: Actor, card: Message, label: string): Promise<string> {
  return acted(person, person.click(card.id, label));
}

/** Chooses in the menu of a case card. Returns the answer. */
export function choose(person: Actor, card: Message, value: string): Promise<string> {
  return acted(person, person.select(card.id, menuOf(card), value));
}

/** The `custom_id` of a message's menu. */
export function menuOf(message: Message): string {
  const menu = partsOf(message.components).find(({ type }) => type === 3);
  if (!menu?.custom_id) throw new Error('There is no menu');
  return menu.custom_id;
}

/** The values that a message's menu offers; none without a menu. */
export function menuChoices(message: Message): string[] {
  const menu = partsOf(message.components).find(({ type }) => type === 3);
  return (menu?.options ?? []).map(({ value }) => value);
}

/** The labels of a message's buttons, with disabled ones in brackets. */
export function buttons(message: Message | undefined): string[] {
  return partsOf(message?.components ?? [])
    .filter(({ type }) => type === 2)
    .map(({ label = '', disabled }) => (disabled ? `(${label})` : label));
}

/** All text of a card. */
export function cardText(card: Message): string {
  return textOf(card);
}

/** All text of a message of components. */
export function textOf(message: Message | null): string {
  return partsOf(message?.components ?? [])
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

interface Part {
  type: number;
  label?: string;
  custom_id?: string;
  content?: string;
  disabled?: boolean;
  options?: { value: string }[];
  components?: Part[];
}

function partsOf(components: readonly unknown[]): Part[] {
  return (components as Part[]).flatMap((part) => [part, ...partsOf(part.components ?? [])]);
}

export function linkTo({ guildId }: Newsroom, message: Message | undefined): string {
  return `https://discord.com/channels/${guildId}/${message?.channel_id ?? ''}/${message?.id ?? ''}`;
}
