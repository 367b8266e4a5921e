/**
 * Discord's markdown as a tree of plain objects; markdown-view.js makes elements of it.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
import { inline } from './markdown-inline.js';

const deepest = 4;
const listLine = /^( {0,12})(?:[-*]|(\d{1,9})\.) (.*)$/;

/** @param {string} text */
export function blocks(text, depth = 0) {
  const found = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('```');
    const end = start < 0 ? -1 : rest.indexOf('```', start + 3);
    if (end < 0 || !rest.slice(start + 3, end).trim()) break;
    found.push(...lineBlocks(rest.slice(0, start).replace(/\n$/, ''), depth));
    found.push(codeBlock(rest.slice(start + 3, end)));
    rest = rest.slice(end + 3).replace(/^\n/, '');
  }
  found.push(...lineBlocks(rest, depth));
  return found;
}

/** The words of blocks as nodes of one line, a space between two of them. */
export function inOneLine(found) {
  return found
    .map(wordsOf)
    .flatMap((nodes, at) => (at === 0 ? nodes : [{ kind: 'text', text: ' ' }, ...nodes]));
}

function wordsOf(block) {
  if (block.kind === 'codeBlock') return [{ kind: 'text', text: block.text.replaceAll('\n', ' ') }];
  if (block.kind === 'quote') return inOneLine(block.blocks);
  if (block.kind !== 'list') return block.children;
  const entries = block.entries.map(({ children, inner }) => [
    { kind: 'paragraph', children },
    ...(inner ? [inner] : []),
  ]);
  return inOneLine(entries.flat());
}

function codeBlock(inside) {
  const named = /^([\w+-]{1,20})\n/.exec(inside);
  const text = named ? inside.slice(named[0].length) : inside.replace(/^\n/, '');
  return { kind: 'codeBlock', text: text.replace(/\n$/, ''), language: named?.[1] ?? '' };
}

function lineBlocks(text, depth) {
  const found = [];
  if (text === '') return found;
  const lines = text.split('\n');
  let plain = [];
  const endPlain = () => {
    if (plain.length > 0) found.push({ kind: 'paragraph', children: inline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const taken = depth < deepest ? blockAt(lines, at, depth) : null;
    if (taken) {
      endPlain();
      found.push(taken.block);
      at = taken.next;
    } else {
      plain.push(lines[at]);
      at += 1;
    }
  }
  endPlain();
  return found;
}

/** The block that begins at a line, and the line after it. */
function blockAt(lines, at, depth) {
  const line = lines[at];
  if (line.startsWith('>>> ')) {
    const text = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { block: { kind: 'quote', blocks: blocks(text, depth + 1) }, next: lines.length };
  }
  if (line.startsWith('> ') || line === '>') {
    let next = at;
    while (next < lines.length && (lines[next].startsWith('> ') || lines[next] === '>')) next += 1;
    const text = lines.slice(at, next).map((one) => one.slice(2));
    return { block: { kind: 'quote', blocks: blocks(text.join('\n'), depth + 1) }, next };
  }
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) {
    const children = inline(heading[2]);
    return { block: { kind: 'heading', level: heading[1].length, children }, next: at + 1 };
  }
  if (/^-# +\S/.test(line)) {
    const children = inline(line.slice(2).trimStart());
    return { block: { kind: 'small', children }, next: at + 1 };
  }
  return listLine.test(line) ? listAt(lines, at) : null;
}

function listAt(lines, at) {
  let next = at;
  const entries = [];
  for (; next < lines.length; next += 1) {
    const [, indent = '', number, text] = listLine.exec(lines[next]) ?? [];
    if (text === undefined) break;
    entries.push({ indent: indent.length, number, text });
  }
  return { block: nested(entries), next };
}

/** Entries by their indentation: what is further in belongs to the entry before it. */
function nested(entries) {
  const [first] = entries;
  const list = {
    kind: 'list',
    start: first.number === undefined ? null : Number(first.number),
    entries: [],
  };
  for (let at = 0; at < entries.length;) {
    const entry = { children: inline(entries[at].text), inner: null };
    let end = at + 1;
    while (end < entries.length && entries[end].indent > first.indent) end += 1;
    if (end > at + 1) entry.inner = nested(entries.slice(at + 1, end));
    list.entries.push(entry);
    at = end;
  }
  return list;
}
