import { address, anchor, el } from './dom.js';
import { icon } from './icons.js';
import { blocks, inOneLine } from './markdown.js';
import { inline } from './markdown-inline.js';
import { channelById, guild, memberById, state, threadById } from './state.js';
import { moment } from './time.js';

/** A text of Discord's markdown as elements, headings and lists included. */
export function markdown(text) {
  return blocks(text).map(blockView);
}

/** Only the marks within a line, for titles. */
export function markdownLine(text) {
  return inline(text).map(inlineView);
}

/** A whole text in one line for a quote of it: its words and times, without marks and links. */
export function plainLine(text) {
  return inOneLine(blocks(text)).map(plainView).flat(Infinity);
}

function plainView(node) {
  switch (node.kind) {
    case 'break':
      return ' ';
    case 'time':
      return moment(node.seconds * 1000, node.style);
    case 'spoiler':
      return el('em', {}, 'spoiler');
    case 'text':
    case 'code':
    case 'mention':
      return node.text;
    case 'user':
    case 'role':
    case 'channel':
    case 'command':
      return inlineView(node).textContent;
    default:
      return node.children.map(plainView);
  }
}

function blockView(block) {
  switch (block.kind) {
    case 'heading':
      // A message's heading ranks below the page's own headings.
      return el(`h${block.level + 2}`, { class: `md-h${block.level}` }, inlines(block));
    case 'small':
      return el('p', { class: 'md-small' }, inlines(block));
    case 'quote':
      return el('blockquote', { class: 'md-quote' }, block.blocks.map(blockView));
    case 'list':
      return listView(block);
    case 'codeBlock':
      return el('pre', { class: 'md-code', tabindex: 0 }, el('code', {}, block.text));
    default:
      return el('p', { class: 'md-p' }, inlines(block));
  }
}

function listView({ start, entries }) {
  const views = entries.map((entry) =>
    el('li', {}, inlines(entry), entry.inner && listView(entry.inner)),
  );
  return el(start === null ? 'ul' : 'ol', { class: 'md-list', start: start ?? false }, views);
}

const inlines = ({ children }) => children.map(inlineView);

const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' };

function inlineView(node) {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return el('br');
    case 'code':
      return el('code', { class: 'md-inline-code' }, node.text);
    case 'spoiler':
      return spoiler(inlines(node));
    case 'link':
      return linkView(node);
    case 'time':
      return moment(node.seconds * 1000, node.style, { class: 'md-time' });
    case 'user':
      return mention(
        `@${memberById(node.id)?.name ?? 'unknown member'}`,
        node.id === state.person?.id,
      );
    case 'role':
      return roleView(node.id);
    case 'channel':
      return channelView(node.id);
    case 'command':
      return mention(`/${node.name}`);
    case 'mention':
      return mention(node.text, true);
    default:
      return el(tags[node.kind] ?? 'span', {}, inlines(node));
  }
}

function linkView(node) {
  const label = node.children.length === 1 && node.children[0].text === node.url;
  return anchor(node.url, { class: 'md-link', title: label ? null : node.url }, inlines(node));
}

function mention(text, isForReader = false) {
  return el('span', { class: isForReader ? 'mention mine' : 'mention' }, text);
}

function roleView(id) {
  const role = guild()?.roles.find((one) => one.id === id);
  const mine = memberById(state.person?.id)?.roles.includes(id) ?? false;
  return mention(`@${role?.name.replace(/^@/, '') ?? 'unknown role'}`, mine);
}

function channelView(id) {
  const channel = channelById(id);
  const thread = threadById(id);
  const found = channel ?? thread;
  if (!found) return mention('#unknown');
  return el(
    'a',
    { class: 'mention', href: address(state.guildId, id) },
    icon(thread ? 'thread' : 'hash'),
    !thread && el('span', { class: 'unseen' }, '#'),
    found.name,
  );
}

/** Hidden until it is clicked; links in it work after that. */
export function spoiler(children, tag = 'span') {
  const inside = el(tag, { class: 'spoiler-inside', inert: true }, children);
  const cover = el(
    tag,
    {
      class: 'spoiler',
      role: 'button',
      tabindex: 0,
      'aria-expanded': 'false',
      'aria-label': 'Spoiler: show it',
      on: {
        click: reveal,
        keydown(event) {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          reveal();
        },
      },
    },
    inside,
  );
  function reveal() {
    if (cover.classList.contains('shown')) return;
    cover.classList.add('shown');
    inside.inert = false;
    for (const name of ['role', 'tabindex', 'aria-expanded', 'aria-label'])
      cover.removeAttribute(name);
  }
  return cover;
}
