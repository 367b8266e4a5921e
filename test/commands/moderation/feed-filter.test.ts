import { afterEach, beforeEach, expect, test } from 'vitest';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  openNewsroom,
  type People,
  reportByButton,
  suggestions,
  textOf,
  words,
} from '../people.ts';

// The paper's feed has a discussion; a second feed of the server has none of it.
let people: People;
let other: string;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  other = `${people.paper.url}atom.xml`;
  const second = people.discord.addChannel(people.guildId, { name: 'wire' }).id;
  await words(people.owner.run('/feed add', { url: other, channel: second, 'first-run': 0 }));
  await people.quiet();
});
afterEach(() => people.close());

const queue = async (feed: string) =>
  textOf(await (await people.sam.run('/flags queue', { feed })).settled());
const auditOf = async (feed: string) => {
  const message = await (await people.sam.run('/audit list', { feed })).settled();
  return `${message?.content ?? ''}\n${message?.embeds[0]?.description ?? ''}`;
};

test('/flags queue shows the cases of one feed: on its comments, and on messages in their threads', async () => {
  await reportByButton(people.nia, people.shown('In spring'), 'spam');
  const rude = people.another('Rex').send(people.threadId(), 'A rude word');
  const asked = await people.sam.messageCommand('Flag message', rude.id);
  await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  const elsewhere = people.another('Ivo').send(people.news, 'A rude word too');
  const again = await people.sam.messageCommand('Flag message', elsewhere.id);
  await words(people.sam.submitModal(again, { reason: 'abuse' }));
  await people.quiet();
  const [feed] = await suggestions(
    people.sam.autocomplete('/flags queue', { feed: 'feed.xml' }, 'feed'),
  );
  const shown = await queue(feed?.value ?? '');
  expect(shown.split('\n')).toHaveLength(2);
  expect(shown).toContain('**Case 1**');
  expect(shown).toContain('**Case 2**');
  expect(await queue(other)).toBe('No case fits these filters.');
  expect(
    await words(people.sam.run('/flags queue', { feed: 'https://nowhere.example/' })),
  ).toContain('nowhere.example');
  expect(await suggestions(people.nia.autocomplete('/flags queue', { feed: '' }, 'feed'))).toEqual(
    [],
  );
});

test('a page of one feed’s queue can be turned', async () => {
  for (let n = 0; n < 9; n += 1) {
    const message = people.another(`Rex ${n}`).send(people.threadId(), `Rude word ${n}`);
    const asked = await people.sam.messageCommand('Flag message', message.id);
    await words(people.sam.submitModal(asked, { reason: 'abuse' }));
  }
  const answered = await people.sam.run('/flags queue', {
    feed: other.replace('atom.xml', 'feed.xml'),
    state: 'waiting',
    reason: 'abuse',
    mine: false,
    channel: people.threadId(),
  });
  const page = await answered.settled();
  expect(textOf(page)).toContain('9 cases, page 1 of 2');
  const turned = await people.sam.click(page?.id ?? '', 'Next page');
  expect(textOf(await turned.settled())).toContain('9 cases, page 2 of 2');
});

test('/audit list shows the lines of one feed, and its pages can be turned', async () => {
  await reportByButton(people.nia, people.shown('In spring'), 'spam');
  const ofPaper = await auditOf(other.replace('atom.xml', 'feed.xml'));
  expect(ofPaper).toMatch(/^\*\*Audit\*\* · of .+/u);
  expect(ofPaper).toContain('opened case 1');
  expect(ofPaper).toContain(`added a feed to <#${people.news}>`);
  const ofOther = await auditOf(other);
  expect(ofOther).toMatch(/added a feed to <#\d+>/u);
  expect(ofOther).not.toContain(people.news);
  expect(ofOther).not.toContain('case 1');
  for (let n = 0; n < 12; n += 1) {
    await words(people.owner.run('/feed retry', { feed: other }));
  }
  const answered = await people.sam.run('/audit list', { feed: other });
  const page = await answered.settled();
  const older = await people.sam.click(page?.id ?? '', 'Older');
  expect((await older.settled())?.embeds[0]?.description).toContain('added a feed to');
});
