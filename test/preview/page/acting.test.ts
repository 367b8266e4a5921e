import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendThrough } from './bot-hands.ts';
import { runReportBot } from './report-bot.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

let here: Visit;

beforeEach(async () => {
  here = await visit();
});

afterEach(() => here.leave());

describe('writing', () => {
  test('a message sent from the page appears in the channel under that person’s name', async () => {
    const said = await here.act(here.reader, { do: 'send', channel: here.news, text: 'Ahoy' });
    expect([said.status, said.json]).toEqual([200, { answer: null }]);
    const [message] = here.discord.messages(here.news);
    expect([message?.content, message?.author.id]).toEqual(['Ahoy', here.reader]);
  });

  test('a reply names the message that it answers', async () => {
    const first = here.discord.actor(here.moderator).send(here.news, 'The ferry sails');
    const deed = { do: 'send', channel: here.news, text: 'At last', replyTo: first.id };
    await here.act(here.reader, deed);
    const reply = here.discord.messages(here.news)[1];
    expect(reply?.message_reference?.message_id).toBe(first.id);
  });

  test('a message can be edited and deleted by its author, not by another reader', async () => {
    const { id } = here.discord.actor(here.moderator).send(here.news, 'Mine');
    const refused = await here.act(here.reader, { do: 'edit', message: id, text: 'Yours' });
    expect(refused.status).toBe(403);
    expect(refused.json.error).toBe('Only its author can edit a message.');
    expect((await here.act(here.reader, { do: 'delete', message: id })).json.error).toBe(
      'You do not have the permission to do that here.',
    );
    await here.act(here.moderator, { do: 'edit', message: id, text: 'Mine, corrected' });
    expect(here.discord.message(here.news, id)?.content).toBe('Mine, corrected');
    await here.act(here.moderator, { do: 'delete', message: id });
    expect(here.discord.message(here.news, id)).toBeNull();
  });

  test('a reader who writes in a locked thread gets the reason why it is refused', async () => {
    const moderator = here.discord.actor(here.moderator);
    const thread = moderator.openThread(moderator.send(here.news, 'A story'), 'Discussion');
    await here.act(here.moderator, { do: 'lock', thread: thread.id });
    const refused = await here.act(here.reader, { do: 'send', channel: thread.id, text: 'But' });
    expect([refused.status, refused.json.error]).toEqual([
      403,
      'This thread is locked: only moderators can write in it.',
    ]);
    await here.act(here.moderator, { do: 'unlock', thread: thread.id });
    const taken = await here.act(here.reader, { do: 'send', channel: thread.id, text: 'Now' });
    expect(taken.status).toBe(200);
  });

  test('a reader cannot lock a thread', async () => {
    const moderator = here.discord.actor(here.moderator);
    const thread = moderator.openThread(moderator.send(here.news, 'A story'), 'Discussion');
    const refused = await here.act(here.reader, { do: 'lock', thread: thread.id });
    expect(refused.status).toBe(403);
    expect(here.discord.thread(thread.id)?.thread_metadata.locked).toBe(false);
  });

  test('a reader cannot reach the moderators’ channel', async () => {
    const { id } = here.discord.actor(here.moderator).send(here.moderators, 'A case');
    const written = await here.act(here.reader, {
      do: 'send',
      channel: here.moderators,
      text: 'I',
    });
    expect(written.json.error).toBe('You cannot see that channel.');
    expect((await here.act(here.reader, { do: 'delete', message: id })).status).toBe(403);
    expect(here.discord.messages(here.moderators)).toHaveLength(1);
  });
});

describe('what the page cannot ask', () => {
  test('the page can act only as its own persons', async () => {
    const deed = { do: 'send', channel: here.news, text: 'I am the owner' };
    for (const as of [here.guild.ownerId, here.bot.botUserId, '1', 'constructor']) {
      const refused = await here.act(as, deed);
      expect([as, refused.status]).toEqual([as, 400]);
    }
    expect(here.discord.messages(here.news)).toEqual([]);
  });

  test('invalid requests are answered with a clear error', async () => {
    const odd = [
      {},
      { do: 'close' },
      { do: 'constructor' },
      { do: 'send', channel: here.news },
      { do: 'send', channel: 7, text: [] },
      { do: 'click', message: 'x'.repeat(30), customId: 'a' },
    ];
    for (const deed of odd) {
      const refused = await here.act(here.reader, deed);
      expect([deed, refused.status, typeof refused.json.error]).toEqual([deed, 400, 'string']);
    }
  });

  test('a body that is not JSON is answered with a clear error', async () => {
    for (const body of ['', '{', 'null', '[]', '"text"']) {
      const said = await here.ask('POST', '/api/act', {
        headers: { 'content-type': 'application/json', origin: here.page.url.slice(0, -1) },
        body,
      });
      expect([body, said.status, typeof said.json.error]).toEqual([body, 400, 'string']);
    }
  });

  test('a click for a bot that is not connected is answered at once', async () => {
    const messageId = await sendThrough(here, {
      content: 'A story',
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Report', custom_id: 'report' }] },
      ],
    });
    const deed = { do: 'click', message: messageId, customId: 'report' };
    const refused = await here.act(here.reader, deed);
    expect(refused.status).toBe(403);
    expect(refused.json.error).toMatch(/Wirethread did not respond/);
  });
});

describe('using the bot', () => {
  let messageId: string;

  beforeEach(async () => {
    const client = await here.client();
    await runReportBot(client);
    const channel = await client.channels.fetch(here.news);
    if (!channel?.isSendable()) throw new Error('The news channel takes no messages');
    const button = new ButtonBuilder()
      .setCustomId('report')
      .setLabel('Report as abuse')
      .setStyle(ButtonStyle.Secondary);
    const sent = await channel.send({
      content: 'A comment',
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    });
    messageId = sent.id;
  });

  async function opened(as: string, deed: object): Promise<string> {
    const said = await here.act(as, { message: messageId, ...deed });
    const modal = said.json.answer?.modal;
    if (!modal) throw new Error(`No form was opened: ${said.text}`);
    return modal.id;
  }

  test('a button opens a modal, and its answer is visible to that person only', async () => {
    const modal = await opened(here.reader, { do: 'click', customId: 'report' });
    const values = { reason: ['abuse'], details: 'Name-calling' };
    const sent = await here.act(here.reader, { do: 'submitModal', modal, values });
    expect(sent.json.answer).toMatchObject({ kind: 'reply', ephemeral: true });
    const own = await here.listen(here.reader, here.news);
    const told = (await own.next('messages')).changed?.at(-1);
    own.end();
    expect(told?.content).toBe('Reported for abuse: Name-calling');
    const other = await here.listen(here.moderator, here.news);
    const theirs = (await other.next('messages')).changed;
    other.end();
    expect(theirs?.map((one) => one.content)).toEqual(['A comment']);
  });

  test('an ephemeral answer can be dismissed', async () => {
    const modal = await opened(here.reader, { do: 'click', customId: 'report' });
    await here.act(here.reader, { do: 'submitModal', modal, values: { reason: ['spam'] } });
    const own = await here.listen(here.reader, here.news);
    const id = (await own.next('messages')).changed?.at(-1)?.id;
    await here.act(here.reader, { do: 'delete', message: id });
    expect((await own.next('messages')).removed).toEqual([id]);
    own.end();
  });

  test('an invalid modal gets an error and stays open', async () => {
    const modal = await opened(here.reader, { do: 'click', customId: 'report' });
    const empty = await here.act(here.reader, { do: 'submitModal', modal, values: { reason: [] } });
    expect([empty.status, typeof empty.json.error]).toEqual([403, 'string']);
    const values = { reason: ['spam'] };
    const sent = await here.act(here.reader, { do: 'submitModal', modal, values });
    expect(sent.status).toBe(200);
    const again = await here.act(here.reader, { do: 'submitModal', modal, values });
    expect([again.status, again.json.error]).toEqual([
      410,
      'This form is no longer open. Open it again.',
    ]);
  });

  test('a modal opened for one person cannot be submitted by another', async () => {
    const modal = await opened(here.reader, { do: 'click', customId: 'report' });
    const values = { reason: ['spam'] };
    const stolen = await here.act(here.moderator, { do: 'submitModal', modal, values });
    expect(stolen.status).toBe(403);
  });

  test('a command runs with the option that was suggested', async () => {
    const typed = { channel: here.news, command: '/feed remove' };
    const suggested = await here.act(here.reader, {
      do: 'autocomplete',
      ...typed,
      options: { which: 'Harb' },
      focused: 'which',
    });
    expect(suggested.json.answer?.choices).toEqual([{ name: 'The Harb Ledger', value: 'ledger' }]);
    const ran = await here.act(here.reader, { do: 'run', ...typed, options: { which: 'ledger' } });
    expect(ran.json.answer).toMatchObject({ kind: 'reply', ephemeral: false });
    expect(here.discord.messages(here.news).at(-1)?.content).toBe('Removed ledger');
  });

  test('a command without its required option is refused with a clear error', async () => {
    const deed = { do: 'run', channel: here.news, command: '/feed remove', options: {} };
    const refused = await here.act(here.reader, deed);
    expect([refused.status, refused.json.error]).toEqual([403, 'Option "which": is required']);
  });

  test('a message command is offered to moderators only', async () => {
    const offered = async (as: string): Promise<string[]> => {
      const stream = await here.listen(as, here.news);
      const { commands: shown = [] } = await stream.next('frame');
      stream.end();
      return shown.map(({ name }) => name);
    };
    expect(await offered(here.reader)).toEqual(['feed']);
    expect(await offered(here.moderator)).toEqual(['Flag message', 'feed']);
    const deed = { do: 'messageCommand', name: 'Flag message' };
    await opened(here.moderator, deed);
    const refused = await here.act(here.reader, { ...deed, message: messageId });
    expect(refused.status).toBe(403);
  });
});
