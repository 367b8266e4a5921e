import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, minuteMs } from '../../../src/core/time/duration.ts';
import type { Actor, Answered } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import {
  acted,
  openNewsroom,
  type People,
  press,
  reportByButton,
  suggestions,
  words,
} from '../people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const century = () => people.shown('stood for a century');

/** The lines of a page of the audit, without their times. */
async function page(answer: Promise<Answered>): Promise<string[]> {
  const message = await (await answer).settled();
  const [embed] = message?.embeds ?? [];
  return (embed?.description ?? '').split('\n').map((line) => line.replace(/^- <t:\d+:f> /u, ''));
}

const listed = (options: Record<string, string | number> = {}, who: Actor = people.sam) =>
  page(who.run('/audit list', options));

/** The records of an exported file. */
async function exported(options: Record<string, string | number> = {}, who = people.owner) {
  const message = await (await who.run('/audit export', options)).settled();
  const [file] = message?.attachments ?? [];
  if (!file) throw new Error(`no file: ${message?.content ?? ''}`);
  const response = await fetch(file.url);
  const text = Buffer.from(await response.arrayBuffer()).toString();
  return { said: message?.content ?? '', file, response, text, records: text.split('\r\n') };
}

async function ruledCase(): Promise<void> {
  await reportByButton(people.nia, century());
  await people.quiet();
  await press(people.sam, people.card(), 'Remove');
  await people.quiet();
}

test('/audit list shows a moderator who did what, newest first, without the text of comments', async () => {
  await ruledCase();
  const lines = await listed();
  const { sam, nia, news } = people;
  expect(lines).toEqual([
    `<@${sam.id}> ruled on case 1 (version 2): removed`,
    `<@${nia.id}> opened case 1 (version 1) by a report · abuse`,
    'Wirethread opened the discussion of “Harbour board puts off its ruling on the new pier”',
    `<@${people.owner.id}> changed the settings of the server · moderators-channel: none → <#${people.moderatorsChannel}>`,
    expect.stringMatching(`added a feed to <#${news}>`),
  ]);
});

test('/audit list is not for a member who moderates one channel only', async () => {
  const { discord, nia, news } = people;
  await expect(nia.run('/audit list')).rejects.toThrow('is not offered');
  discord.setOverwrite(news, { id: nia.id, kind: 'member', allow: ['ManageMessages'] });
  expect(await words(nia.run('/audit list'))).toContain(
    'You need the permission Manage Messages in the whole server',
  );
});

test('each filter of /audit list leaves only its lines', async () => {
  await ruledCase();
  const { sam, nia, news, moderatorsChannel } = people;
  expect(await listed({ case: 1 })).toHaveLength(2);
  expect(await listed({ case: 2 })).toEqual(['The audit has no such lines.']);
  expect(await listed({ person: sam.id })).toEqual([
    `<@${sam.id}> ruled on case 1 (version 2): removed`,
  ]);
  expect(await listed({ about: 'discussion' })).toHaveLength(1);
  expect(await listed({ about: 'case', person: nia.id })).toHaveLength(1);
  expect(await listed({ channel: news })).toHaveLength(4);
  expect(await listed({ channel: moderatorsChannel })).toEqual(['The audit has no such lines.']);
  expect(await listed({ channel: people.threadId() })).toHaveLength(3);
  const [story] = await suggestions(sam.autocomplete('/audit list', { story: 'harbour' }, 'story'));
  expect(await listed({ story: String(story?.value) })).toHaveLength(3);
  await people.later(2 * dayMs);
  expect(await listed({ days: 1, about: 'case' })).toEqual(['The audit has no such lines.']);
  expect(await listed({ days: 3, about: 'case' })).toHaveLength(2);
});

test('the pages of /audit list are turned by buttons, also after a restart', async () => {
  await reportByButton(people.nia, century());
  await people.quiet();
  for (let round = 0; round < 12; round += 1) {
    await press(people.sam, people.card(), round % 2 === 0 ? 'Remove' : 'Undo');
    await people.later(minuteMs);
  }
  const { sam } = people;
  const answer = await sam.run('/audit list', { case: 1, about: 'case' });
  const first = await page(Promise.resolve(answer));
  expect(first).toHaveLength(10);
  expect(first[0]).toContain('undid the ruling on case 1 (version 13)');
  const message = await answer.settled();
  await people.restart();
  const second = await page(sam.click(message?.id ?? '', 'Older'));
  expect(second).toHaveLength(3);
  expect(second.at(-1)).toContain('opened case 1');
  expect(await page(sam.click(message?.id ?? '', 'Newer'))).toEqual(first);
});

test('/audit export is a CSV file that spreadsheets read as text, and a line in the audit', async () => {
  await reportByButton(people.nia, century(), 'illegal');
  await people.quiet();
  const { owner, moderatorsChannel } = people;
  const why = await owner.at(moderatorsChannel).click(people.card().id, 'Remove');
  const reason = '=HYPERLINK("http://evil.example","A ""threat"", I think")';
  await acted(owner, owner.at(moderatorsChannel).submitModal(why, { reason }));
  const { said, file, response, text, records } = await exported({ about: 'case' });
  expect(said).toMatch(/^2 lines, newest first/u);
  expect(file.filename).toBe('wirethread-audit.csv');
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(text.startsWith('\uFEFFline,time,who,action,what,')).toBe(true);
  expect(records).toHaveLength(4);
  expect(records[1]).toContain(
    `,<@${owner.id}>,case.remove,<@${owner.id}> ruled on case 1 (version 2): removed,1,2,`,
  );
  expect(records[1]).toContain(
    `"'=HYPERLINK(""http://evil.example"",""A """"threat"""", I think"")"`,
  );
  expect(text).not.toContain('century');
  expect((await listed({ about: 'audit' }))[0]).toContain(
    `<@${owner.id}> downloaded the audit · 2 lines`,
  );
});

test('/audit export refuses moderators who are not seniors', async () => {
  expect(await words(people.sam.run('/audit export'))).toContain(
    'Only senior moderators can download the audit',
  );
});
