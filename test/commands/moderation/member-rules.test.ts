import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Message } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { stageNewsroom } from '../../support/newsroom.ts';
import { acted, cardText, openNewsroom, type People, press, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

const open = async (read: boolean) => {
  people = await openNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    memberMessages: { read, allowed: read },
  });
};
const rule = (name: string, options: Record<string, string | number> = {}) =>
  words(people.sam.run(`/rules ${name}`, options));
const reported = () => people.log.filter(({ event }) => event === 'member-message.reported').length;
const write = (text: string, author = 'Rex') =>
  people.another(author).send(people.threadId(), text);
const cases = () => people.bot.ports.store.cases.list(people.guildId, {}, 50, 0);
/** The moderator removes a member's message, which asks for the reason. */
async function removed(number: number): Promise<void> {
  const asked = await people.sam.click(people.card(number).id, 'Remove');
  await acted(people.sam, people.sam.submitModal(asked, { reason: '' }));
  await people.quiet();
}
/** Resolves when the bot has reported so many members' messages. */
const untilReported = async (count: number) => {
  await vi.waitUntil(() => reported() === count, 60_000);
  await people.quiet();
};

describe('with the Message Content intent', () => {
  beforeEach(() => open(true));

  test('a member’s message with watched words is reported, and stays until somebody rules', async () => {
    expect(await rule('list')).toContain('Wirethread never deletes a member’s message by a rule');
    await rule('add-words', { words: 'idiot*', action: 'hide' });
    await rule('add-link', { domain: 'coins.example' });
    const rude = write('What IDIOTS decide this?');
    const link = write('See https://shop.coins.example/now');
    await untilReported(2);
    expect(people.discord.message(rude.channel_id, rude.id)).not.toBeNull();
    expect(people.discord.message(link.channel_id, link.id)).not.toBeNull();
    const [first, second] = await cases();
    expect(first?.subject).toMatchObject({ kind: 'message', messageId: rude.id });
    expect(second?.subject).toMatchObject({ kind: 'message', messageId: link.id });
    const number = first?.number ?? 0;
    expect(cardText(people.card(number))).toContain(
      'Reported by a rule of the server: watched words “idiot\\*”',
    );
    await removed(number);
    expect(people.discord.message(rude.channel_id, rude.id)).toBeNull();
    expect(people.discord.message(link.channel_id, link.id)).not.toBeNull();
  });

  test('an edit that comes to break a rule is reported; what a moderator approved is not again', async () => {
    await rule('add-words', { words: 'idiot*' });
    const rex = people.another('Rex');
    const message = rex.send(people.threadId(), 'What a decision!');
    rex.editOwn(message, 'What an idiotic decision!');
    await untilReported(1);
    await press(people.sam, people.card(), 'Dismiss');
    await people.quiet();
    rex.editOwn(message, 'What an idiotic decision!');
    write('Another idiot', 'Ivo');
    await untilReported(3);
    expect((await cases()).map(({ number, state }) => [number, state])).toEqual(
      expect.arrayContaining([
        [1, 'dismissed'],
        [2, 'open'],
      ]),
    );
  });

  test('other channels, moderators, bots and mirrored comments are left alone', async () => {
    await rule('add-words', { words: 'idiot*' });
    people.another('Rex').send(people.news, 'You idiots');
    people.sam.send(people.threadId(), 'Who says “idiots” here is warned');
    people.owner.send(people.threadId(), 'No idiots, please');
    people.paper.addComment('pier', { author: 'Bo', text: 'Idiots, all' });
    await people.later(6 * minuteMs);
    const last = write('The idiot', 'Ivo');
    await untilReported(1);
    const subjects = (await cases()).map(({ subject }) => [subject.kind, subject.messageId]);
    expect(subjects).toContainEqual(['message', last.id]);
    expect(subjects.filter(([kind]) => kind === 'message')).toHaveLength(1);
  });

  test('a newcomer’s first message is reported once; members of long standing are no newcomers', async () => {
    await rule('first-comment', { action: 'report' });
    const settled = people.nia;
    await people.later(8 * dayMs);
    settled.send(people.threadId(), 'I am here since long');
    const fresh = people.another('Fresh');
    const first: Message = fresh.send(people.threadId(), 'Hello');
    await untilReported(1);
    fresh.send(people.threadId(), 'Hello again');
    await people.restart();
    fresh.send(people.threadId(), 'And again');
    people.another('Newer').send(people.threadId(), 'Hello too');
    await untilReported(2);
    const ids = (await cases()).map(({ subject }) => subject.messageId);
    expect(ids[0]).toBe(first.id);
    expect(ids).toHaveLength(2);
  });

  test('the next message of a member with upheld cases is reported', async () => {
    await rule('repeat-offender', { action: 'report', upheld: 1, days: 30 });
    const rex = people.another('Rex');
    const rude = rex.send(people.threadId(), 'Fools');
    const asked = await people.sam.messageCommand('Flag message', rude.id);
    await words(people.sam.submitModal(asked, { reason: 'abuse' }));
    await people.quiet();
    await removed(1);
    rex.send(people.threadId(), 'A fair point');
    await untilReported(1);
    const [report] = await people.bot.ports.store.cases.listReports(people.guildId, 2);
    expect(report?.rules).toEqual([{ kind: 'repeat-offender', upheld: 1, days: 30 }]);
  });
});

test('without the option no message is read, and /rules list says which intent it needs and where', async () => {
  await open(false);
  await rule('add-words', { words: 'idiot*' });
  const listed = await rule('list');
  expect(listed).toContain('Bot → Message Content Intent');
  expect(listed).toContain('READ_MEMBER_MESSAGES=true');
  const contents: unknown[] = [];
  people.bot.client.on('raw', (packet: { t: string; d: { content?: string } }) => {
    if (packet.t === 'MESSAGE_CREATE') contents.push(packet.d.content);
  });
  write('You idiots');
  await vi.waitUntil(() => contents.length > 0, 60_000);
  expect(contents).toEqual(['']);
  await people.quiet();
  expect(await cases()).toEqual([]);
});

test('Discord that refuses the intent ends the start with what to do', async () => {
  await open(false);
  await expect(stageNewsroom({ memberMessages: { read: true, allowed: false } })).rejects.toThrow(
    /refuses the Message Content intent.*Turn it on at https:\/\/discord\.com\/developers\/applications.*Or set READ_MEMBER_MESSAGES to false/u,
  );
});
