import { styleText } from 'node:util';
import type { Change, LocalDiscord, Message } from './discord/index.ts';
import type { DemoServer } from './demo-server.ts';
import { type Names, plainText } from './plain-text.ts';

type Colour = 'cyan' | 'green' | 'yellow' | 'magenta' | 'red' | 'gray';

/** Where the narration goes; `colours` when it is a terminal. */
export interface Narrator {
  write: (text: string) => void;
  colours: boolean;
  now: () => number;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const forumType = 15;
/** https://docs.discord.com/developers/resources/message#message-object-message-types */
const messageTypes = { usual: 0, reply: 19 };

/** After so many lines the memory is cleared: a repeated line does no harm. */
const mostRemembered = 10_000;

/** The preview's first lines: the addresses to open. */
export function greeting(
  { write, colours }: Narrator,
  version: string,
  places: readonly (readonly [label: string, address: string, what: string])[],
  warnings: readonly string[],
): void {
  const bold = (text: string) => (colours ? styleText('bold', text) : text);
  const dim = (text: string) => (colours ? styleText('dim', text) : text);
  const link = (text: string) => (colours ? styleText('underline', text) : text);
  const warn = (text: string) => (colours ? styleText('yellow', text) : text);
  const widest = Math.max(...places.map(([, address]) => address.length));
  const lines = places.map(([label, address, what]) => {
    const space = ' '.repeat(widest - address.length + 2);
    return `  ${label.padEnd(12)}${address.includes('://') ? link(address) : address}${space}${dim(what)}`;
  });
  write(
    [
      '',
      `  ${bold('Wirethread')} ${version} ${dim('· preview: the bot at work in a Discord on this machine')}`,
      '',
      ...lines,
      ...warnings.map((text) => `  ${warn(text)}`),
      '',
      dim('  Ctrl-C ends it. With DISCORD_TOKEN set it runs on Discord instead: see the README.'),
      '',
      '',
    ].join('\n'),
  );
}

/** Prints a line for each thing that the bot does in the server. Returns a function that stops it. */
export function narrate(demo: DemoServer, narrator: Narrator): () => void {
  const printed = new Set<string>();
  return demo.discord.subscribe((change) => {
    const event = eventOf(demo, change, narrator.now());
    if (!event || printed.has(event.once)) return;
    printed.add(event.once);
    if (printed.size > mostRemembered) printed.clear();
    const { colours, write } = narrator;
    const time = new Date(narrator.now()).toTimeString().slice(0, 8);
    const label = event.label.padEnd(10);
    const start = colours
      ? `  ${styleText('dim', time)}  ${styleText(event.colour, label)}`
      : `  ${time}  ${label}`;
    write(`${start} ${cut(event.text, 96)}\n`);
  });
}

interface Event {
  label: string;
  colour: Colour;
  text: string;
  /** Changes with the same key are printed once. */
  once: string;
}

function eventOf(demo: DemoServer, change: Change, now: number): Event | null {
  const { discord } = demo;
  const { name, channelId, data } = change;
  const id = typeof data['id'] === 'string' ? data['id'] : '';
  switch (name) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
      return channelId
        ? messageEvent(demo, { channelId, id, now }, name === 'MESSAGE_UPDATE')
        : null;
    case 'MESSAGE_DELETE': {
      const where = channelId ? threadName(discord, channelId) : '';
      return {
        label: 'removed',
        colour: 'red',
        text: `a message, in ${where}`,
        once: `removed ${id}`,
      };
    }
    case 'THREAD_CREATE':
      // A forum post is printed as a story.
      if (isForum(discord, discord.thread(id)?.parent_id)) return null;
      return {
        label: 'thread',
        colour: 'green',
        text: `opened: ${threadName(discord, id)}`,
        once: `thread ${id}`,
      };
    case 'THREAD_UPDATE': {
      const locked = discord.thread(id)?.thread_metadata.locked ?? false;
      if (!locked) return null;
      const text = `${threadName(discord, id)}: the discussion is closed`;
      return { label: 'locked', colour: 'red', text, once: `locked ${id}` };
    }
    case 'ephemeral_update':
      return receiptEvent(id, data, namesOf(demo, now));
    default:
      return null;
  }
}

function messageEvent(
  demo: DemoServer,
  { channelId, id, now }: { channelId: string; id: string; now: number },
  edited: boolean,
): Event | null {
  const { discord, newsChannelId, moderatorsChannelId } = demo;
  const message = discord.message(channelId, id);
  const isShown = message && [messageTypes.usual, messageTypes.reply].includes(message.type);
  if (!isShown || !message.author.bot) return null;
  const plain = (text: string) => plainText(text, namesOf(demo, now));
  const text = plain(firstLine(message.content));
  const once = `${id} ${message.edited_timestamp ?? ''}`;
  const components = JSON.stringify(message.components);
  if (channelId === moderatorsChannelId) {
    const card = caseWords(textsIn(message.components), plain) ?? text;
    return { label: 'case', colour: 'magenta', text: card, once: `${id} ${card}` };
  }
  // The first message of a forum post has the id of the post.
  if (!discord.thread(channelId) || id === channelId) {
    const where = channelId === newsChannelId ? '' : `${channelName(discord, channelId)} · `;
    // The count of comments changes often: a story is printed again only when its headline changed.
    return {
      label: edited ? 'corrected' : 'story',
      colour: 'cyan',
      text: `${where}${text}`,
      once: `${id} ${text}`,
    };
  }
  const hasReportButton = components.includes('"report:');
  if (!hasReportButton && !authorLine.test(message.content))
    return { label: 'notice', colour: 'yellow', text, once };
  if (edited && components.includes('"disabled":true')) return null;
  if (isLaterPart(discord, message)) return null;
  const where = cut(threadName(discord, channelId), 28);
  const label = edited ? 'edited' : 'comment';
  return { label, colour: 'gray', text: `${where} · ${commentWords(message, plain)}`, once };
}

/** A case in words: "3, open: “Who pays for…” at “The ferry sails”"; `null` for a card without a title. */
function caseWords(card: string, plain: (text: string) => string): string | null {
  const title = /^### (.{1,300})$/m.exec(card)?.[1];
  if (title === undefined) return null;
  const [, number, state] = /^Case (\d+): (.+)$/.exec(title) ?? [];
  if (number === undefined || state === undefined) return plain(title);
  const quoted = card.split('\n').flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []));
  const beginning = cut(plain(quoted.join(' ').slice(0, 500)), 40);
  const headline = cut(plain(/^Story: \*\*(.{1,300})\*\*$/m.exec(card)?.[1] ?? ''), 32);
  const at = headline === '' ? '' : ` at “${headline}”`;
  return `${number}, ${state}${beginning === '' ? '' : `: “${beginning}”`}${at}`;
}

/** The texts of components and of those inside them, one below the other. */
function textsIn(components: Message['components']): string {
  return components
    .map((component) => {
      const { content = '', components: inner = [] } = component as {
        content?: string;
        components?: Message['components'];
      };
      return [content, textsIn(inner)].filter(Boolean).join('\n');
    })
    .filter(Boolean)
    .join('\n');
}

/** The line that a mirrored comment begins with: "**name** · paper · time". */
const authorLine = /^\*\*[^\n]{1,300}\*\* · /;

/** "name: text"; only the text where there is no name, and how many there are of packed ones. */
function commentWords({ content, components }: Message, plain: (text: string) => string): string {
  const packed = JSON.stringify(components).split('"report:').length - 1;
  if (content === '') return `${packed} comment${packed === 1 ? '' : 's'} in one message`;
  if (!authorLine.test(content)) return plain(content);
  const [first = '', ...rest] = content.split('\n');
  return `${plain(first).split(' · ')[0]}: ${plain(rest.join('\n'))}`;
}

/** A long comment has several messages: the first has the name, the last one the buttons. */
function isLaterPart(
  discord: LocalDiscord,
  { id, channel_id: channelId, content }: Message,
): boolean {
  if (authorLine.test(content)) return false;
  const all = discord.messages(channelId);
  const before = all[all.findIndex((one) => one.id === id) - 1];
  return before !== undefined && before.components.length === 0 && authorLine.test(before.content);
}

function receiptEvent(id: string, data: Change['data'], names: Names): Event | null {
  const content = typeof data['content'] === 'string' ? data['content'] : '';
  if (!content) return null;
  return {
    label: 'answer',
    colour: 'magenta',
    text: plainText(firstLine(content), names),
    once: `answer ${id} ${content}`,
  };
}

function threadName(discord: LocalDiscord, id: string): string {
  return discord.thread(id)?.name ?? channelName(discord, id);
}

/** The name of a channel, or of the channel that a thread is in. */
function channelName(discord: LocalDiscord, id: string): string {
  return `#${discord.channel(discord.thread(id)?.parent_id ?? id)?.name ?? 'a channel'}`;
}

function isForum(discord: LocalDiscord, id: string | undefined): boolean {
  return id !== undefined && discord.channel(id)?.type === forumType;
}

function namesOf({ discord, guildId }: DemoServer, now: number): Names {
  return {
    channel: (id) => (discord.channel(id) ? threadName(discord, id) : '#unknown'),
    member: (id) =>
      discord.members(guildId).find(({ user }) => user.id === id)?.user.global_name ?? 'a member',
    now,
  };
}

const firstLine = (text: string) => text.split('\n').find((line) => line.trim()) ?? '';

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
