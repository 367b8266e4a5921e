import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import type { Actor, Message } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { acted, cardText, linkTo, openNewsroom, type People, press, words } from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const flag = (person: Actor, link: string, reason = 'abuse') =>
  words(person.run('/flag', { link, reason }));
const century = () => people.shown('stood for a century');
const unseen = 'This message does not exist, or you cannot see its channel.';
const ownMessage =
  /^This is one of Wirethread's own messages\. You can flag comments and members' messages/;

describe('/flag with the link of a message', () => {
  test('/flag reports a mirrored comment by every form of Discord link', async () => {
    expect(await flag(people.nia, ` ${linkTo(people, century())} `)).toContain('as case 1');
    const canary = linkTo(people, century()).replace('//discord', '//canary.discord');
    expect(await flag(people.another('Odd'), canary)).toContain('is added to case 1');
  });

  test('a text that is not a link to a message of this server is refused, and the answer says how to copy one', async () => {
    const refused =
      'This is not a link to a message in this server. Right-click the message, choose Copy Message Link, and paste the link.';
    const link = linkTo(people, century());
    const elsewhere = link.replace(people.guildId, '100000000000000001');
    for (const bad of [
      'the third one',
      link.replace('discord.com', 'discord.example'),
      elsewhere,
    ]) {
      expect(await flag(people.nia, bad)).toContain(refused);
    }
  });

  test('/flag gives the same answer for a deleted message and for one that the reader cannot see', async () => {
    const { discord, guildId, moderatorsChannel, sam, nia } = people;
    const closed = discord.addChannel(guildId, {
      name: 'staff',
      overwrites: [{ id: nia.id, kind: 'member', deny: ['ViewChannel'] }],
    }).id;
    const secret = sam.send(closed, 'Not for readers.');
    expect(await flag(nia, linkTo(people, secret))).toContain(unseen);
    const pastOnly = discord.addChannel(guildId, {
      name: 'live',
      overwrites: [{ id: nia.id, kind: 'member', deny: ['ReadMessageHistory'] }],
    }).id;
    expect(await flag(nia, linkTo(people, sam.send(pastOnly, 'Before your time.')))).toContain(
      unseen,
    );
    const gone = sam.send(moderatorsChannel, 'Soon gone.');
    sam.deleteMessage(gone);
    expect(await flag(nia, linkTo(people, gone))).toContain(unseen);
    const nowhere = linkTo(people, gone).replace(moderatorsChannel, '100000000000000009');
    expect(await flag(nia, nowhere)).toContain(unseen);
  });

  test('/flag does not call a message missing while Discord has trouble', async () => {
    const { discord, nia } = people;
    const answer = { status: 500, body: { message: 'Internal Server Error' }, count: 20 };
    discord.faults.failNext('GET /channels/:channel', answer);
    const link = linkTo(people, century()).replace(people.threadId(), '100000000000000009');
    expect(await flag(nia, link)).toContain('Wirethread had an internal error. Try again.');
  });

  test('/flag in a channel that the bot cannot read names the missing permissions', async () => {
    const walled = people.discord.addChannel(people.guildId, {
      name: 'walled',
      overwrites: [{ id: people.botUserId, kind: 'member', deny: ['ViewChannel'] }],
    }).id;
    const message = people.sam.send(walled, 'Hello there.');
    const said = await flag(people.nia, linkTo(people, message));
    expect(said).toContain('Discord does not let Wirethread do this in that channel');
    expect(said).toContain('View Channel and Read Message History');
    expect(people.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a comment in a locked and archived thread can be reported and ruled on', async () => {
    const { sam, nia, discord } = people;
    const link = linkTo(people, century());
    await words(sam.at(people.threadId()).run('/discussion close'));
    await people.quiet();
    await people.later(minuteMs);
    discord.actor(people.moderator).archiveThread(people.threadId());
    expect(discord.thread(people.threadId())?.thread_metadata).toMatchObject({
      locked: true,
      archived: true,
    });
    expect(await flag(nia, link)).toContain('as case 1');
    await people.quiet();
    expect(await press(sam, people.card(), 'Remove')).toBe('');
    await people.quiet();
    expect(century()).toBeUndefined();
    expect(discord.thread(people.threadId())?.thread_metadata.locked).toBe(true);

    // Taken back, it returns although its discussion is closed.
    await press(sam, people.card(), 'Undo');
    await people.quiet();
    expect(people.said().filter(({ content }) => content.includes('century'))).toHaveLength(1);
  });

  test('story messages and notices cannot be flagged', async () => {
    const [story] = people.said(people.news);
    expect(await flag(people.nia, linkTo(people, story))).toMatch(ownMessage);
    const [policy] = people.said();
    expect(await flag(people.nia, linkTo(people, policy))).toMatch(ownMessage);
  });

  test('a member’s message can be reported even if Discord does not show its text', async () => {
    const rude = people.another('Rex').send(people.news, 'You fools!');
    expect(await flag(people.nia, linkTo(people, rude))).toContain('as case 1');
    await people.quiet();
    const card = cardText(people.card());
    expect(card).toContain('**Rex** wrote in Discord');
    expect(card).toContain('Discord gave no text for this message. Open the message');
    expect(card).toContain(`Reported by <@${people.nia.id}>`);
  });

  test('three reports do not hide a member’s message, because a bot could only delete it', async () => {
    const rude = people.another('Rex').send(people.news, 'You fools!');
    for (const name of ['Odd', 'Bo', 'Cy', 'Di']) {
      await flag(people.another(name), linkTo(people, rude));
    }
    await people.quiet();
    expect(people.discord.message(people.news, rude.id)?.content).toBe('You fools!');
  });
});

describe('the message command Flag message', () => {
  const flagMessage = async (message: Message | undefined, reason = 'abuse') => {
    const asked = await people.sam.messageCommand('Flag message', message?.id ?? '');
    expect(asked.modal?.title).toBe('Flag this message');
    return words(people.sam.submitModal(asked, { reason, details: 'Seen by me.' }));
  };

  test('a moderator’s flag on a mirrored comment counts twice', async () => {
    expect(await flagMessage(century())).toContain('as case 1');
    await people.quiet();
    expect(cardText(people.card())).toContain('Urgency: normal ·');
    expect(cardText(people.card())).toContain('**Ngozi** wrote on the publisher’s site');
  });

  test('the text of a member’s message stays on the card after the message is deleted', async () => {
    const rex = people.another('Rex');
    const rude = rex.send(people.news, 'You *fools* @everyone!');
    expect(await flagMessage(rude)).toContain('as case 1');
    await people.quiet();
    expect(cardText(people.card())).toContain('You \\*fools\\*');
    const asked = await people.sam.click(people.card().id, 'Remove');
    await acted(people.sam, people.sam.submitModal(asked, { reason: '' }));
    await people.quiet();
    expect(people.discord.message(people.news, rude.id)).toBeNull();
    expect(cardText(people.card())).toContain('You \\*fools\\*');
    expect(await press(people.sam, people.card(), 'Undo')).toContain(
      'A message that was deleted in Discord cannot be restored.',
    );
  });

  test('a report by link and a flag on the same message are one case with the text of the message', async () => {
    const rude = people.another('Rex').send(people.news, 'You fools!');
    await flag(people.nia, linkTo(people, rude));
    expect(await flagMessage(rude)).toContain('is added to case 1');
    expect(await flag(people.another('Odd'), linkTo(people, rude))).toContain('is added to case 1');
    await people.quiet();
    expect(cardText(people.card())).toContain('> You fools!');
    expect(cardText(people.card())).toContain('× 3');
  });

  test('flagging a message of the bot itself is refused before the modal opens', async () => {
    const [story] = people.said(people.news);
    expect(await words(people.sam.messageCommand('Flag message', story?.id ?? ''))).toMatch(
      ownMessage,
    );
    const [policy] = people.said();
    expect(await words(people.sam.messageCommand('Flag message', policy?.id ?? ''))).toMatch(
      ownMessage,
    );
    await flagMessage(century());
    await people.quiet();
    expect(await words(people.sam.messageCommand('Flag message', people.card().id))).toMatch(
      ownMessage,
    );
  });

  test('a message that is deleted while the modal is open needs no report', async () => {
    const rude = people.another('Rex').send(people.news, 'You fools!');
    const asked = await people.sam.messageCommand('Flag message', rude.id);
    people.sam.deleteMessage(rude);
    expect(await words(people.sam.submitModal(asked, { reason: 'abuse' }))).toBe(
      'This message is already deleted, so it needs no report.',
    );
  });

  test('a member who lost the moderator role cannot submit the modal', async () => {
    const rude = people.another('Rex').send(people.news, 'You fools!');
    const asked = await people.sam.messageCommand('Flag message', rude.id);
    people.discord.setMemberRoles(people.guildId, people.moderator, []);
    expect(await words(people.sam.submitModal(asked, { reason: 'abuse' }))).toContain(
      'You need the permission Manage Messages',
    );
  });
});
