import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import type { OptionValues } from '../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { buttons, openNewsroom, type People, suggestions, words } from './people.ts';

let people: People;
afterEach(() => people.close());

const locked = () => people.discord.thread(people.threadId())?.thread_metadata.locked;
const inThread = (command: string, options: OptionValues = {}) =>
  words(people.sam.at(people.threadId()).run(`/discussion ${command}`, options));
const stories = (subcommand: string, typed = '') =>
  suggestions(people.sam.autocomplete(`/discussion ${subcommand}`, { story: typed }, 'story'));

/** The rounds, until a closing is through. */
async function settled(): Promise<void> {
  await people.quiet();
  await people.later(minuteMs);
}

describe('/discussion in the thread of an open discussion', () => {
  beforeEach(async () => {
    people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
  });

  test('/discussion status says how many comments are taken in where the site has very many', async () => {
    expect(await inThread('status')).not.toContain('10,000');
    const { discussions } = people.bot.ports.store;
    const found = await discussions.getByThread(people.threadId());
    if (!found) throw new Error('the thread has a discussion');
    await discussions.save({ ...found, total: 31_000 }, null);
    expect(await inThread('status')).toMatch(
      /takes in the newest 10,000 .+ mirrors 20,000 at most/u,
    );
  });

  test('/discussion status shows the state, the closing time and the number of mirrored comments', async () => {
    const said = await inThread('status');
    expect(said).toContain('**Harbour board puts off its ruling on the new pier**');
    expect(said).toContain(`This discussion is open (<#${people.threadId()}>).`);
    expect(said).toMatch(/Closing time: <t:\d+:f>\./);
    expect(said).toContain('3 comments mirrored.');
    expect(said).toMatch(/Comment source: the site’s comment feed .+ Next check: <t:\d+:R>\./);
    people.paper.faults.answer(/comments/, { status: 500 }, 100);
    await people.later(6 * minuteMs);
    expect(await inThread('status')).toMatch(/Last error: The server .+ 500/);
  });

  test('/discussion close posts the notice last, leaves the buttons and locks the thread', async () => {
    expect(await inThread('close')).toBe(
      'The discussion is closing. Wirethread posts the last comments, then locks the thread.',
    );
    await settled();
    expect(people.said().at(-1)?.content).toContain('A moderator closed this discussion.');
    expect(people.said()[0]?.content).toMatch(/Closed for comments since <t:\d+:f>/u);
    expect(buttons(people.shown('In spring'))).toEqual(['Report as abuse', 'View on site']);
    expect(locked()).toBe(true);
    expect(await inThread('status')).toContain('This discussion is closed (');

    expect(await inThread('close')).toBe(
      'This discussion is closed. Use `/discussion reopen` to open it again.',
    );
    expect(await inThread('extend', { by: '1d' })).toBe(
      'This discussion is closed. Use `/discussion reopen` to open it again.',
    );
  });

  test('a comment of the last minute is mirrored before the thread is locked', async () => {
    people.paper.addComment('pier', { author: 'Maren', text: 'Just in time.' });
    await inThread('close');
    await settled();
    const texts = people.said().map(({ content }) => content);
    expect(texts.at(-1)).toContain('closed this discussion');
    expect(texts.at(-2)).toContain('Just in time.');
    people.paper.addComment('pier', { author: 'Maren', text: 'And too late.' });
    await people.later(hourMs);
    expect(people.shown('And too late.')).toBeUndefined();
  });

  test('/discussion reopen unlocks the thread and removes the closing notice', async () => {
    await inThread('close');
    await settled();
    expect(await inThread('reopen', { for: '3d' })).toContain(
      `The discussion is open again, until <t:${(people.clock.now() + 3 * dayMs) / 1000}:f>.`,
    );
    await settled();
    expect(locked()).toBe(false);
    expect(buttons(people.shown('In spring'))).toEqual(['Report as abuse', 'View on site']);
    const until = `<t:${(people.clock.now() - minuteMs + 3 * dayMs) / 1000}:f>`;
    const said = people.said().map(({ content }) => content);
    expect(said.join(' ')).not.toContain('closed');
    expect(said[0]).toContain(`Open for comments until ${until}`);
    expect(said).toHaveLength(5);
    expect(said[4]).toContain(`A moderator keeps this discussion open until ${until}.`);
    expect(await inThread('status')).toContain('This discussion is open (');
    // What was written meanwhile is brought over, and the end of the three days closes it again.
    people.paper.addComment('pier', { author: 'Maren', text: 'Open again!' });
    await people.later(6 * minuteMs);
    expect(people.shown('Open again!')).toBeDefined();
    await people.later(3 * dayMs);
    await settled();
    expect(locked()).toBe(true);
    expect(people.said().filter(({ content }) => content.includes('now closed'))).toHaveLength(1);
  });

  test('/discussion reopen says how to keep the time by the feed’s rule when it ends earlier', async () => {
    const closingTime = async () => /Closing time: <t:\d+:f>/.exec(await inThread('status'))?.[0];
    const byFeed = await closingTime();
    await inThread('close');
    await settled();
    const answer = await inThread('reopen', { for: '2h' });
    expect(answer).toContain('By the rule of its feed it would close later');
    expect(answer).toContain(byFeed?.replace('Closing time: ', '') ?? 'no time');
    await settled();
    const [, by = ''] = /`\/discussion extend by:(\w+)`/.exec(answer) ?? [];
    await inThread('extend', { by });
    expect(await closingTime()).toBe(byFeed);
    await inThread('close');
    await settled();
    expect(await inThread('reopen', { for: '30d' })).not.toContain('feed');
  });

  test('a discussion reopened without a time stays open until a moderator closes it', async () => {
    await inThread('close');
    await settled();
    expect(await inThread('reopen')).toContain('until you use `/discussion close`');
    await people.later(60 * dayMs);
    expect(locked()).toBe(false);
    expect(await inThread('status')).toContain('It has no closing time.');
    expect(await inThread('extend', { by: '1d' })).toBe(
      'This discussion has no closing time, so it needs no extension.',
    );
    await inThread('close');
    await settled();
    expect(locked()).toBe(true);
  });

  test('/discussion extend moves the closing time and replaces the announcement of the old one', async () => {
    const [open] = await people.bot.ports.store.discussions.listInGuild(
      people.guildId,
      ['open'],
      5,
    );
    const end = (open?.discussion.anchor ?? 0) + 7 * dayMs;
    await people.later(end - people.clock.now() - 30 * minuteMs);
    const notice = () => people.said().find(({ content }) => content.startsWith('This discussion'));
    expect(notice()?.content).toContain(`closes <t:${end / 1000}:R>`);
    expect(await inThread('status')).toContain('This discussion is open, but closes soon');

    expect(await inThread('extend', { by: '2d' })).toBe(
      `The discussion stays open until <t:${(end + 2 * dayMs) / 1000}:f>.`,
    );
    await people.quiet();
    expect(notice()).toBeUndefined();
    const until = `<t:${(end + 2 * dayMs) / 1000}:f>`;
    expect(people.said()[0]?.content).toContain(`Open for comments until ${until}`);
    expect(people.said().at(-1)?.content).toContain(
      `A moderator keeps this discussion open until ${until}.`,
    );
    // Each decision takes the place of the one before.
    await inThread('extend', { by: '1d' });
    await people.quiet();
    const decisions = people.said().filter(({ content }) => content.startsWith('A moderator'));
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.content).toContain(`<t:${(end + 3 * dayMs) / 1000}:f>`);
    await people.later(dayMs);
    expect(locked()).toBe(false);
    await people.later(2 * dayMs + hourMs);
    await settled();
    expect(locked()).toBe(true);
  });

  test('an invalid duration of /discussion is refused with an example of a valid one', async () => {
    expect(await inThread('extend', { by: 'tomorrow' })).toContain(
      '`by` cannot be “tomorrow”: write a whole number and a unit',
    );
    await inThread('close');
    await settled();
    expect(await inThread('reopen', { for: '0m' })).toContain('`for` cannot be “0m”');
    expect(locked()).toBe(true);
  });

  test('/discussion reopen refuses an open discussion', async () => {
    expect(await inThread('reopen')).toBe('There is nothing to reopen: this discussion is open.');
  });

  test('outside a thread the story is chosen from suggestions that fit the subcommand', async () => {
    expect(await words(people.sam.run('/discussion status'))).toBe(
      'There is no discussion here. Use the command in a discussion’s thread, or choose a story in the option `story`.',
    );
    const byWords = (story: string) => words(people.sam.run('/discussion status', { story }));
    expect(await byWords('PIER harbour rul')).toContain('This discussion is open (');
    expect(await byWords('pier in Paris')).toContain('No story with a discussion has the words');
    const [story] = await stories('close', 'HARBOUR');
    expect(story?.name).toContain('Harbour board');
    expect(await stories('close', 'ferry')).toEqual([]);
    expect(await stories('reopen')).toEqual([]);
    await words(people.sam.run('/discussion close', { story: story?.value ?? '' }));
    await settled();
    expect(locked()).toBe(true);
    expect(await stories('close')).toEqual([]);
    expect(await stories('reopen')).toEqual([story]);
    const said = await words(people.sam.run('/discussion reopen', { story: story?.value ?? '' }));
    expect(said).toContain('open again');
  });

  test('every subcommand of /discussion says when the thread was deleted', async () => {
    const [story] = await stories('status');
    const by = { story: story?.value ?? '' };
    people.discord.faults.deleteThread(people.threadId());
    await people.heard('detached');
    const given = /^This discussion is over, because its thread was deleted\. /;
    expect(await words(people.sam.run('/discussion close', by))).toMatch(given);
    expect(await words(people.sam.run('/discussion reopen', by))).toMatch(given);
    expect(await words(people.sam.run('/discussion extend', { ...by, by: '1d' }))).toMatch(given);
    expect(await words(people.sam.run('/discussion status', by))).toContain(
      'This discussion is over',
    );
    expect(await stories('extend')).toEqual([]);
  });

  test('a discussion whose thread a moderator locks is closed, and the thread is never unlocked', async () => {
    const moderator = people.discord.actor(people.moderator);
    const seen: boolean[] = [];
    people.discord.subscribe(({ name, data }) => {
      const { thread_metadata: state } = data as { thread_metadata?: { locked: boolean } };
      if (name === 'THREAD_UPDATE' && state) seen.push(state.locked);
    });
    moderator.lockThread(people.threadId());
    await people.heard('closed');
    await settled();
    expect(seen).not.toContain(false);
    expect(locked()).toBe(true);
    expect(people.said().at(-1)?.content).toContain('A moderator closed');
    expect(buttons(people.shown('In spring'))).toContain('Report as abuse');
    expect(await inThread('status')).toContain('This discussion is closed');

    moderator.unlockThread(people.threadId());
    await people.heard('open-until');
    await settled();
    expect(locked()).toBe(false);
    expect(buttons(people.shown('In spring'))).toContain('Report as abuse');
    expect(people.said()).toHaveLength(5);
    expect(people.said().at(-1)?.content).toContain('A moderator keeps this discussion open until');
    expect(await inThread('status')).toContain('This discussion is open (');
  });

  test('/discussion reopen opens a thread that a moderator locked by hand', async () => {
    people.discord.actor(people.moderator).lockThread(people.threadId());
    await people.heard('closed');
    await settled();
    await inThread('reopen', { for: '1d' });
    await settled();
    expect(locked()).toBe(false);
  });
});

test('a discussion without a thread is closed and reopened without opening one', async () => {
  people = await openNewsroom({ edition: anEdition(aStory()) });
  const [story] = await stories('close');
  const by = { story: story?.value ?? '' };
  expect(await words(people.sam.run('/discussion status', by))).toContain(
    'This discussion is waiting for its first comment.',
  );
  expect(await words(people.sam.run('/discussion close', by))).toBe(
    'The discussion is closed. It had no comments yet, so it gets no thread.',
  );
  await settled();
  people.paper.addComment('pier', { author: 'Maren', text: 'First!' });
  await people.later(hourMs);
  expect(people.threads()).toHaveLength(0);
  expect(await words(people.sam.run('/discussion reopen', by))).toContain('open again');
  await people.later(6 * minuteMs);
  await people.later(6 * minuteMs);
  expect(people.shown('First!')).toBeDefined();
});

test('at most 25 stories are suggested, with long headlines truncated and a name for each', async () => {
  const many = Array.from({ length: 16 }, (_, n) =>
    aStory({ slug: `tide-${n}`, headline: `Tide table ${n}`, at: -n * minuteMs }),
  );
  const long = aStory({ slug: 'long', headline: `Long ${'and winding '.repeat(20)}`, at: -hourMs });
  const nameless = aStory({ slug: 'none', headline: ' ', at: -2 * hourMs });
  people = await openNewsroom({
    edition: anEdition(...many, long, nameless),
    settings: { firstRun: 25 },
  });
  for (let n = 16; n < 26; n += 1) people.paper.publish({ headline: `Tide table ${n}` });
  await people.later(11 * minuteMs);
  const offered = await stories('status');
  expect(offered).toHaveLength(25);
  for (const { name } of offered) {
    expect(name.trim()).not.toBe('');
    expect(name.length).toBeLessThanOrEqual(100);
  }
  expect((await stories('status', 'winding'))[0]?.name).toMatch(/… in #news$/);
});
