import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/duration.ts';
import type { OptionValues } from '../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { openNewsroom, type People, suggestions, words } from './people.ts';

let people: People;
beforeEach(async () => {
  people = await openNewsroom({ edition: anEdition(aStory({ comments: threeComments })) });
});
afterEach(() => people.close());

const inThread = (command: string, options: OptionValues = {}) =>
  words(people.sam.at(people.threadId()).run(`/discussion ${command}`, options));
const suggested = (command: string, author: string) =>
  suggestions(
    people.sam.at(people.threadId()).autocomplete(`/discussion ${command}`, { author }, 'author'),
  );
const linkTo = (text: string) =>
  `https://discord.com/channels/${people.guildId}/${people.threadId()}/${people.shown(text)?.id}`;

test('an author is muted by the name and unmuted from the list of the muted', async () => {
  expect((await suggested('mute', '')).map(({ name }) => name)).toEqual([
    'Ngozi',
    'Odd Nilsen',
    'Maren',
  ]);
  const [odd] = await suggested('mute', 'odd');
  expect(odd?.name).toBe('Odd Nilsen');
  const said = await inThread('mute', { author: odd?.value ?? '' });
  expect(said).toMatch(
    /^\*\*Odd Nilsen\*\* is muted .+ only by the name at .+ 1 comment is hidden/u,
  );
  await people.quiet();
  expect(people.shown('In spring')).toBeUndefined();
  expect(await inThread('mute', { author: 'odd nilsen' })).toMatch(/is muted already, by <@\d+>/u);
  expect(await inThread('muted')).toMatch(/^1 author is muted .+\n- \*\*Odd Nilsen\*\* at /u);

  const [muted] = await suggested('unmute', '');
  expect(await inThread('unmute', { author: muted?.value ?? '' })).toBe(
    '**Odd Nilsen** is no longer muted. 1 comment is shown again.',
  );
  await people.quiet();
  expect(people.shown('In spring')).toBeDefined();
  expect(await inThread('muted')).toContain('Nobody is muted');
  expect(await inThread('unmute', { author: 'Odd Nilsen' })).toContain('Nobody of the name');
});

test('an author is muted by a link to a comment, and from the comment’s own menu', async () => {
  expect(await inThread('mute', { comment: linkTo('In spring') })).toContain('**Odd Nilsen**');
  const used = people.sam
    .at(people.threadId())
    .messageCommand('Mute this author', people.shown('a century')?.id ?? '');
  expect(await words(used)).toContain('**Ngozi** is muted in this server.');
  await people.later(6 * minuteMs);
  expect(people.shown('In spring')).toBeUndefined();
  expect(people.shown('a century')).toBeUndefined();
  expect(people.shown('When will they decide?')).toBeDefined();
});

test('what names no author, or two of them, is answered with what to do', async () => {
  expect(await inThread('mute')).toContain('Give one of the options');
  expect(await inThread('mute', { author: 'Nobody' })).toContain(
    'No comment in this server is by “Nobody”',
  );
  expect(await inThread('mute', { comment: 'https://example.org/' })).toContain(
    'not a link to a message',
  );
  const policy = `https://discord.com/channels/${people.guildId}/${people.threadId()}/${people.said()[0]?.id}`;
  expect(await inThread('mute', { comment: policy })).toContain('not a comment from a site');
});

test('only moderators of the whole server mute', async () => {
  people.discord.setOverwrite(people.news, {
    id: people.reader,
    kind: 'member',
    allow: ['ManageMessages'],
  });
  const said = words(people.nia.at(people.threadId()).run('/discussion mute', { author: 'Ngozi' }));
  expect(await said).toContain('Manage Messages in the whole server');
  expect(people.shown('a century')).toBeDefined();
});
