import { expect, test } from 'vitest';
import { FetchError } from '../../../src/core/errors.ts';
import { createLog } from '../../../src/edge/log/log.ts';
import type { LogOptions } from '../../../src/edge/log/log.ts';

// Of the form of a bot's token, made up, and joined here so that no scanner takes it for one.
const token = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789_-'].join(
  '.',
);

function logged(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    destination: { write: (line) => lines.push(line) },
    ...options,
  });
  return { log, lines, line: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

test('an event is one JSON line with its level, time and fields', () => {
  const { log, lines, line } = logged();
  log.info({ threadId: '1', lateMs: 20, big: 12n }, 'discussion.closed');
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  expect(line()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    threadId: '1',
    lateMs: 20,
    big: '12',
    event: 'discussion.closed',
  });
});

test('events below the log level are not written', () => {
  const { log, lines } = logged({ level: 'warn' });
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines).toHaveLength(2);
});

test('an error that comes again is written once a minute, and says how often it was left out', () => {
  let now = 0;
  const { log, lines, line } = logged({ now: () => now });
  const poll = () => log.error({ task: 'poll', error: 'the disk is full' }, 'task.failed');
  for (; now < 60_000; now += 1000) poll();
  expect(lines).toHaveLength(1);
  poll();
  expect(lines).toHaveLength(2);
  expect(line()).toMatchObject({ task: 'poll', error: 'the disk is full', repeated: 59 });
  now += 60_000;
  poll();
  expect(lines).toHaveLength(3);
  expect(line()).not.toHaveProperty('repeated');
});

test('another error, and the same line that is no error, are always written', () => {
  const { log, lines } = logged({ now: () => 0 });
  log.error({ task: 'poll' }, 'task.failed');
  log.error({ task: 'deliver' }, 'task.failed');
  log.error({ task: 'poll' }, 'task.stopped');
  log.warn({ task: 'poll' }, 'task.failed');
  log.warn({ task: 'poll' }, 'task.failed');
  expect(lines).toHaveLength(5);
});

test('of many different errors the oldest is forgotten first', () => {
  const { log, lines } = logged({ now: () => 0 });
  for (let task = 0; task <= 100; task += 1) log.error({ task }, 'task.failed');
  log.error({ task: 1 }, 'task.failed');
  expect(lines).toHaveLength(101);
  log.error({ task: 0 }, 'task.failed');
  expect(lines).toHaveLength(102);
});

test.each([
  ['a field of any name', { note: `got ${token} today` }],
  ['a field deep inside', { a: { b: [{ c: token }] } }],
  ['a field named token', { botToken: 'hunter2-abc' }],
  ['a header', { headers: { Authorization: 'Bot hunter2-abc' } }],
  ['a header in a text', { text: 'sent "authorization": "Bot hunter2-abc"' }],
  ['an address with a password', { url: 'https://editor:hunter2-abc@harbour.example/feed' }],
  ['a password with an @ in it', { url: 'postgres://editor:p@hunter2-abc@db/wire' }],
  ['a password like our example', { url: 'postgres://user:password@hunter2-abc@host/wire' }],
  ['a query', { url: 'https://harbour.example/feed?page=2&token=hunter2-abc#x' }],
  ['an error and its cause', { error: new Error(token, { cause: new Error(token) }) }],
  ['a webhook', { url: '/webhooks/123456789012345678/hunter2-abcdefghijklmnop' }],
  ['a key', { [token]: 1 }],
])('a secret in %s is not written', (_, fields) => {
  const { log, lines } = logged({ level: 'debug' });
  log.error(fields, 'x');
  expect(lines.join('')).not.toContain('hunter2-abc');
  expect(lines.join('')).not.toContain(token);
  expect(lines.join('')).toContain('[redacted]');
});

test('a secret in the event is not written, and ordinary text stays', () => {
  const { log, line } = logged();
  log.info({ url: 'https://harbour.example/2031/a.b.c?page=2', text: 'Bot permissions' }, token);
  expect(line()).toMatchObject({
    event: '[redacted]',
    url: 'https://harbour.example/2031/a.b.c?page=2',
    text: 'Bot permissions',
  });
});

test('an address that shows how to write one is shown whole', () => {
  const { log, line } = logged();
  const remedy = 'write it as "postgres://user:password@host:5432/database"';
  log.info({ remedy }, 'x');
  expect(line()).toMatchObject({ remedy });
});

test('an error is logged with its facts, and with its stack only at level debug', () => {
  const error = new FetchError('Harbour answered 404.', { fault: 'http-status', status: 404 });
  const quiet = logged();
  quiet.log.warn({ error }, 'feed.failed');
  expect(quiet.line()['error']).toEqual({
    name: 'FetchError',
    message: 'Harbour answered 404.',
    fault: 'http-status',
    status: 404,
  });
  const debugging = logged({ level: 'debug' });
  debugging.log.warn({ error }, 'feed.failed');
  expect(debugging.line()['error']).toMatchObject({ stack: expect.stringContaining('log.test') });
});

test('cyclic fields, throwing getters and reserved field names do not break a log line', () => {
  const { log, line } = logged();
  const circle: Record<string, unknown> = { level: 'mine', time: 1, event: 2, odd: '%s %d' };
  circle['self'] = circle;
  Object.defineProperty(circle, 'trap', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  log.info(circle, '100% %s');
  expect(line()).toMatchObject({
    level: 'info',
    level_: 'mine',
    time_: 1,
    event_: 2,
    odd: '%s %d',
    trap: '[unreadable]',
    event: '100% %s',
  });
});

test('a terminal gets one short line without control characters', () => {
  const { log, lines } = logged({ pretty: true });
  log.warn({ feed: 'harbour.example', title: 'Ferry\n\u001b[31mdelayed', tries: 3 }, 'feed.slow');
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d WARN  feed\.slow feed=harbour\.example title="Ferry\\n\\u001b\[31mdelayed" tries=3\n$/,
  );
});

test('a long hostile text is redacted fast', () => {
  const { log, lines } = logged();
  for (const part of ['a.', 'a://', 'authorization:', '?token=', 'Basic ', `${'a'.repeat(23)}.`]) {
    log.info({ text: part.repeat(500_000) }, 'x');
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(20_000);
});
