import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Message } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { type Newsroom, stageNewsroom, type Staging } from '../../support/newsroom.ts';

// Comments posted under the names of their authors, by a webhook of the bot's.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const permissions = [...invitePermissions, 'ManageWebhooks'] as const;

async function staged(staging: Staging = {}): Promise<void> {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { comments: { personas: true } },
    permissions,
    ...staging,
  });
  await newsroom.quiet();
}

const thread = () => newsroom.threads()[0]?.id ?? '';
const comments = (): Message[] =>
  newsroom
    .messages(thread())
    .filter(({ components }) => JSON.stringify(components).includes('"custom_id":"report:'));
const names = () => comments().map(({ author }) => author.username);
const shown = (text: string) => comments().find(({ content }) => content.includes(text));
const webhooks = () => newsroom.discord.webhooks(newsroom.news);
const looks = () => newsroom.later(6 * minuteMs);
const writes = async (author: string, text: string) => {
  newsroom.paper.addComment('pier', { author, text });
  await looks();
};
const alerts = () =>
  newsroom
    .messages(newsroom.moderatorsChannel)
    .filter(({ content }) => content.includes('under the names of their authors'));
const execution = 'POST /webhooks/:webhook/:token';
const lantern = ' · The Merrow Lantern';

test('comments have the names of their authors, and a reply names and links its parent', async () => {
  await staged();
  expect(names()).toEqual([`Maren${lantern}`, `Odd Nilsen${lantern}`, `Ngozi${lantern}`]);
  const [parent, reply] = comments();
  expect(webhooks()).toHaveLength(1);
  expect(parent?.webhook_id).toBe(webhooks()[0]?.id);
  const link = `https://discord.com/channels/${newsroom.guildId}/${thread()}/${parent?.id}`;
  expect(reply?.content).toMatch(/^-# In reply to \[Maren\]\(<https:.+>\) · <t:\d+:R>\nIn spring/u);
  expect(reply?.content).toContain(`(<${link}>)`);
  expect(reply?.message_reference).toBeUndefined();
});

test('after a restart the webhook is found again, and its messages are edited and deleted', async () => {
  await staged();
  const before = comments().map(({ id }) => id);
  await newsroom.restart();
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await writes('Maren', 'And another question.');
  expect(webhooks()).toHaveLength(1);
  expect(names().at(-1)).toBe(`Maren${lantern}`);
  expect(shown('ninety years')?.id).toBe(before[2]);
  const edits = new RegExp(`^PATCH /webhooks/${webhooks()[0]?.id}/`, 'u');
  expect(newsroom.discord.calls.count(edits, 200)).toBe(1);
  newsroom.paper.withdrawComment('pier', 'c3');
  await looks();
  await looks();
  expect(shown('ninety years')).toBeUndefined();
});

test('a comment whose answer was lost is found by its mark and not posted twice', async () => {
  await staged();
  newsroom.discord.faults.failNext(execution, { status: 'drop', when: 'after' });
  newsroom.paper.addComment('pier', { author: 'Maren', text: 'Said once.' });
  newsroom.paper.addComment('pier', { author: 'Maren', text: 'And once more.' });
  await looks();
  await newsroom.restart();
  await newsroom.later(hourMs);
  const texts = comments().map(({ content }) => content.split('\n')[1]);
  expect(texts.filter((text) => text?.startsWith('Said once.'))).toHaveLength(1);
  expect(texts.slice(-2)).toEqual(['Said once.', 'And once more.']);
});

test('a webhook that somebody deleted is made again, once', async () => {
  await staged();
  newsroom.discord.deleteWebhook(webhooks()[0]?.id ?? '');
  await writes('Maren', 'Still under my name.');
  expect(webhooks()).toHaveLength(1);
  expect(shown('Still under my name')?.author.username).toBe(`Maren${lantern}`);
  // What the deleted one posted can only be replaced.
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await looks();
  expect(comments()).toHaveLength(4);
  expect(shown('a century')).toBeUndefined();
  expect(comments().at(-1)?.content).toContain('ninety years');
});

test('when a part of a long comment is replaced, the parts after it follow, in their order', async () => {
  await staged();
  const long = (beginning: string) =>
    ['Beginning', 'Middle', 'End']
      .map((part) => `${part} of it, ${beginning}. ${'The tide comes and goes. '.repeat(40)}`)
      .map((part, index) => (index === 0 ? part : part.replace(beginning, 'as before')))
      .join('\n\n');
  const order = () =>
    newsroom
      .messages(thread())
      .flatMap(
        ({ content }) => content.match(/(?:Beginning|Middle|End) of it, \w+|A word/gu) ?? [],
      );
  const id = newsroom.paper.addComment('pier', { author: 'Tove', text: long('first') });
  await looks();
  await writes('Maren', 'A word after it.');
  const rest = ['Middle of it, as', 'End of it, as'];
  expect(order()).toEqual(['Beginning of it, first', ...rest, 'A word']);
  newsroom.discord.deleteWebhook(webhooks()[0]?.id ?? '');
  newsroom.paper.editComment('pier', id, long('second'));
  await looks();
  expect(order()).toEqual(['A word', 'Beginning of it, second', ...rest]);
  expect(comments().filter(({ content }) => content.includes('of it'))).toHaveLength(1);
});

test('without the permission comments are the bot’s own, with one alert, until it is given', async () => {
  await staged({ permissions: invitePermissions });
  expect(names()).toEqual(['Wirethread', 'Wirethread', 'Wirethread']);
  expect(shown('In spring')?.content).toContain('**Odd Nilsen**');
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]?.content).toContain('Give Wirethread Manage Webhooks there');
  await writes('Maren', 'Again by the bot.');
  expect(alerts()).toHaveLength(1);
  newsroom.discord.setOverwrite(newsroom.news, {
    id: newsroom.botUserId,
    kind: 'member',
    allow: ['ManageWebhooks'],
  });
  await writes('Maren', 'Under my name.');
  expect(names().at(-1)).toBe(`Maren${lantern}`);
  // A message of the bot's own is edited by the bot.
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await looks();
  expect(shown('ninety years')?.author.username).toBe('Wirethread');
});

test('an edit without the permission takes the text away and posts the new one by the bot', async () => {
  await staged();
  newsroom.discord.setOverwrite(newsroom.news, {
    id: newsroom.botUserId,
    kind: 'member',
    deny: ['ManageWebhooks'],
  });
  await newsroom.restart();
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  await looks();
  expect(shown('a century')).toBeUndefined();
  expect(shown('ninety years')?.author.username).toBe('Wirethread');
  expect(comments()).toHaveLength(3);
});

test('in a forum its webhook posts in the posts, and opens those that are archived', async () => {
  await staged({ channelType: 'forum' });
  expect(names()).toEqual([`Maren${lantern}`, `Odd Nilsen${lantern}`, `Ngozi${lantern}`]);
  await newsroom.bot.ports.discord.setThread(
    thread(),
    { archived: true },
    'Idle',
    new AbortController().signal,
  );
  await writes('Maren', 'Awake again.');
  expect(shown('Awake again')?.author.username).toBe(`Maren${lantern}`);
  expect(newsroom.discord.thread(thread())?.thread_metadata.archived).toBe(false);
});

test('names that Discord refuses are changed, and the text has them whole', async () => {
  await staged();
  await writes('Clyde of the Discord Club', 'A name like any other.');
  await writes('everyone', 'Another.');
  await writes(`${'Long name '.repeat(20)}end`, 'The longest.');
  expect(names().slice(3)).toEqual([
    `C\u200Alyde of the D\u200Aiscord Club${lantern}`,
    `e\u200Averyone${lantern}`,
    expect.stringMatching(/^(?:Long name ){5}Long.{0,6}… · The Merrow Lantern$/u),
  ]);
  expect(shown('A name like')?.content).toContain('**Clyde of the Discord Club**');
  expect(alerts()).toEqual([]);
});

test('a name or a picture that Discord refuses all the same is no obstacle: the bot posts it', async () => {
  await staged();
  const body = { code: 50_035, message: 'Invalid Form Body' };
  newsroom.discord.faults.failNext(execution, { status: 400, body });
  await writes('Maren', 'A strange name.');
  expect(shown('A strange name')?.author.username).toBe('Wirethread');
});

test('the token of a webhook is neither stored nor logged', async () => {
  await staged();
  newsroom.discord.faults.failNext(execution, { status: 500 });
  await writes('Maren', 'With a failure before.');
  await newsroom.later(minuteMs);
  const [webhook] = webhooks();
  const token = webhook?.token ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(JSON.stringify(newsroom.log)).not.toContain(token);
  const stored = await readFile(newsroom.databaseFile);
  const journal = await readFile(`${newsroom.databaseFile}-wal`).catch(() => Buffer.alloc(0));
  expect(Buffer.concat([stored, journal]).includes(token)).toBe(false);
});
