/** The marks within a line. */
const deepest = 8;

const pairs = [
  { mark: '||', kind: 'spoiler' },
  { mark: '**', kind: 'strong' },
  { mark: '__', kind: 'underline' },
  { mark: '~~', kind: 'strike' },
  { mark: '*', kind: 'emphasis' },
  { mark: '_', kind: 'emphasis' },
];

const angled = [
  [/<@!?(\d{1,21})>/y, ([, id]) => ({ kind: 'user', id })],
  [/<@&(\d{1,21})>/y, ([, id]) => ({ kind: 'role', id })],
  [/<#(\d{1,21})>/y, ([, id]) => ({ kind: 'channel', id })],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
    ([, seconds, style]) => ({ kind: 'time', seconds: Number(seconds), style: style ?? 'f' }),
  ],
  [/<a?:(\w{2,32}):\d{1,21}>/y, ([, name]) => ({ kind: 'text', text: `:${name}:` })],
  [/<\/([^:<>\n]{1,100}):\d{1,21}>/y, ([, name]) => ({ kind: 'command', name })],
  [/<(https?:\/\/[^\s<>]{1,2000})>/y, ([, url]) => linkTo(url)],
];

const bareLink = /https?:\/\/[^\s<]{1,2000}/y;
const maskedTarget =
  /\]\(\s{0,3}<?(https?:\/\/[^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500})?)>?(?:\s{1,3}"[^"\n]{0,300}")?\s{0,3}\)/y;

/** @param {string} text */
export function inline(text, depth = 0) {
  const nodes = [];
  let plain = '';
  const add = (node) => {
    if (plain) nodes.push({ kind: 'text', text: plain });
    plain = '';
    nodes.push(node);
  };
  for (let at = 0; at < text.length;) {
    const escaped = text[at] === '\\' && /[^\sA-Za-z0-9]/.test(text[at + 1] ?? '');
    if (escaped) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    const found =
      text[at] === '\n' ? { node: { kind: 'break' }, end: at + 1 } : markAt(text, at, depth);
    if (found) {
      add(found.node);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) nodes.push({ kind: 'text', text: plain });
  return nodes;
}

function markAt(text, at, depth) {
  switch (text[at]) {
    case '`':
      return codeAt(text, at);
    case '<':
      return angledAt(text, at);
    case '[':
      return depth < deepest ? maskedAt(text, at, depth) : null;
    case 'h':
      return linkAt(text, at);
    case '@':
      return everyoneAt(text, at);
    default:
      return depth < deepest ? pairAt(text, at, depth) : null;
  }
}

function codeAt(text, at) {
  let ticks = 1;
  while (text[at + ticks] === '`') ticks += 1;
  const fence = '`'.repeat(ticks);
  let end = text.indexOf(fence, at + ticks);
  while (end >= 0 && text[end + ticks] === '`') {
    while (text[end] === '`') end += 1;
    end = text.indexOf(fence, end);
  }
  if (end < 0 || end === at + ticks) return null;
  return { node: { kind: 'code', text: text.slice(at + ticks, end).trim() }, end: end + ticks };
}

function angledAt(text, at) {
  for (const [form, node] of angled) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return { node: node(match), end: form.lastIndex };
  }
  return null;
}

function linkTo(url) {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}

function linkAt(text, at) {
  bareLink.lastIndex = at;
  const match = bareLink.exec(text);
  if (!match || /\w/.test(text[at - 1] ?? '')) return null;
  let url = match[0].replace(/[.,:;!?'"*_~|\]]{1,10}$/, '');
  if (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1);
  return { node: linkTo(url), end: at + url.length };
}

function maskedAt(text, at, depth) {
  let open = 0;
  for (let end = at; end < text.length && end - at < 600; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '[') open += 1;
    else if (text[end] === ']' && (open -= 1) === 0) {
      maskedTarget.lastIndex = end;
      const match = maskedTarget.exec(text);
      const label = text.slice(at + 1, end);
      if (!match || !label.trim()) return null;
      const children = inline(label, depth + 1).map((node) =>
        node.kind === 'link' ? { kind: 'text', text: node.url } : node,
      );
      return { node: { kind: 'link', url: match[1], children }, end: maskedTarget.lastIndex };
    }
  }
  return null;
}

function everyoneAt(text, at) {
  const name = ['@everyone', '@here'].find((one) => text.startsWith(one, at));
  return name ? { node: { kind: 'mention', text: name }, end: at + name.length } : null;
}

function pairAt(text, at, depth) {
  for (const { mark, kind } of pairs) {
    if (!text.startsWith(mark, at)) continue;
    const start = at + mark.length;
    if (mark === '*' && /\s/.test(text[start] ?? ' ')) continue;
    const end = closing(text, start, mark);
    if (end < 0) continue;
    const children = inline(text.slice(start, end), depth + 1);
    return { node: { kind, children }, end: end + mark.length };
  }
  return null;
}

/** Where a mark is closed: behind at least one character, outside code, not escaped. */
function closing(text, start, mark) {
  for (let at = start; at < text.length;) {
    if (text[at] === '\\') at += 2;
    else if (text[at] === '`') at = codeAt(text, at)?.end ?? at + 1;
    else if (text.startsWith(mark, at)) {
      if (at > start && closes(text, at, mark)) return at;
      at += runLength(text, at);
    } else at += 1;
  }
  return -1;
}

function runLength(text, at) {
  let length = 1;
  while (text[at + length] === text[at]) length += 1;
  return length > 2 ? length - 2 : length;
}

function closes(text, at, mark) {
  const after = text[at + mark.length] ?? '';
  if (mark === '*') return after !== '*' && !/\s/.test(text[at - 1] ?? ' ');
  if (mark === '_') return after !== '_' && !/\w/.test(after);
  if (mark === '**' || mark === '__') return after !== mark[0];
  return true;
}
