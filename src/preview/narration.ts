import { styleText } from 'node:util';
import type { Change, LocalDiscord } from './discord/index.ts';
import type { DemoServer } from './demo-server.ts';

type Colour = 'cyan' | 'green' | 'yellow' | 'magenta' | 'red' | 'gray';

/** Where the narration goes; `colours` when it is a terminal. */
export interface Narrator {
  write: (text: string) => void;
  colours: boolean;
  now: () => number;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const forumType = 15;

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
    const event = eventOf(demo, change);
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

function eventOf(demo: DemoServer, change: Change): Event | null {
  const { discord } = demo;
  const { name, channelId, data } = change;
  const id = typeof data['id'] === 'string' ? data['id'] : '';
  switch (name) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
      return channelId ? messageEvent(demo, channelId, id, name === 'MESSAGE_UPDATE') : null;
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
      return receiptEvent(discord, id, data);
    default:
      return null;
  }
}

function messageEvent(
  { discord, newsChannelId, moderatorsChannelId, reader, moderator }: DemoServer,
  channelId: string,
  id: string,
  edited: boolean,
): Event | null {
  const message = discord.message(channelId, id);
  if (!message || message.type !== 0) {
    if (message?.type !== 19) return null;
  }
  // Only the bot's messages are printed.
  if ([reader.id, moderator.id].includes(message.author.id)) return null;
  const text = firstLine(message.content);
  const once = `${id} ${message.edited_timestamp ?? ''}`;
  if (channelId === moderatorsChannelId) {
    const card = JSON.stringify(message.components).match(/### ([^\\"]+)/)?.[1] ?? text;
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
  const isNotice = !JSON.stringify(message.components).includes('"report:');
  const where = threadName(discord, channelId);
  if (isNotice)
    return { label: 'notice', colour: 'yellow', text: firstLine(message.content), once };
  const disabled = JSON.stringify(message.components).includes('"disabled":true');
  if (edited && disabled) return null;
  const comment = message.content
    .replace(/<t:\d+:\w>/g, '')
    .split('\n')
    .slice(0, 2)
    .join(' ');
  return {
    label: edited ? 'edited' : 'comment',
    colour: 'gray',
    text: `${cut(where, 28)} · ${bare(comment)}`,
    once,
  };
}

function receiptEvent(discord: LocalDiscord, id: string, data: Change['data']): Event | null {
  const content = typeof data['content'] === 'string' ? data['content'] : '';
  if (!content) return null;
  return {
    label: 'answer',
    colour: 'magenta',
    text: firstLine(named(discord, content)),
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

/** Channels and links by their names, without relative times and the brackets of addresses. */
function named(discord: LocalDiscord, text: string): string {
  return text
    .replace(/<#(\d{1,21})>/g, (_, id: string) => threadName(discord, id))
    .replace(/\[([^\]\n]{1,100})\]\(https?:[^\s()]{1,300}\)/g, '$1')
    .replace(/(?:, reported| · opened)? <t:\d+:\w>/g, '')
    .replace(/<(https?:\/\/[^\s<>]{1,300})>/g, '$1');
}

const firstLine = (text: string) => bare(text.split('\n').find((line) => line.trim()) ?? '');

/** Plain text for a terminal: without Markdown and without control characters. */
function bare(text: string): string {
  return text
    .replace(/[*_`\\]|^-# |^#+ /gm, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
