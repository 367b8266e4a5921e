import { expect, test } from 'vitest';
import { noCredits } from '../../../src/core/story/credits.ts';
import { renderStory } from '../../../src/render/index.ts';
import { aStory, storyContext } from '../builders.ts';

const role = '100000000000000042';
const story = aStory({
  dateline: { place: 'Port Ellin', agency: 'Tidewire' },
  topics: ['Shipping', 'Weather'],
  credits: {
    ...noCredits,
    byline: [
      { name: 'Ana Ruiz', place: null },
      { name: 'Ben Cho', place: null },
    ],
  },
});
const lineOf = (
  contentTemplate: string | null,
  parts: Parameters<typeof aStory>[0] = {},
  mentionRoleIds: string[] = [],
) =>
  renderStory(
    { ...story, ...parts },
    storyContext({ contentTemplate, mentionRoleIds, feedTitle: 'The Harbour Ledger' }),
  );

test('a channel words its content line itself', () => {
  expect(lineOf('{mentions} **{headline}** · {feed}', {}, [role]).content).toBe(
    `<@&${role}> **Harbour reopens after storm** · The Harbour Ledger`,
  );
  expect(lineOf('{agency}, {place}: {authors} on {topics}').content).toBe(
    'Tidewire, Port Ellin: Ana Ruiz, Ben Cho on Shipping, Weather',
  );
  expect(lineOf('[{headline}]({url})').content).toBe(
    '[Harbour reopens after storm](<https://ledger.example/harbour>)',
  );
});

test('mentions that the wording does not place come at its end', () => {
  expect(lineOf('News: {headline}', {}, [role]).content).toBe(
    `News: Harbour reopens after storm <@&${role}>`,
  );
});

test('nobody but the roles is mentioned, whatever the wording or the headline says', () => {
  const body = lineOf('@everyone <@100000000000000077> {headline}', { headline: '@here <@&9>' }, [
    role,
  ]);
  expect(body.allowed_mentions).toEqual({ parse: [], roles: [role] });
  expect(body.content).toContain('@\u200bhere \\<@\u200b&9>');
  const none = lineOf('@everyone {headline}');
  expect(none.allowed_mentions).toEqual({ parse: [] });
});

test("a headline's markdown is shown as written within the owner's markdown", () => {
  expect(lineOf('**{headline}**', { headline: '*Stop* [here](http://x.example)' }).content).toBe(
    '**\\*Stop\\* \\[here\\](http\\://x.example)**',
  );
});

test('a line without a word of the story is its headline', () => {
  const nowhere = { dateline: null };
  expect(lineOf('{place}', nowhere, [role]).content).toBe(
    `Harbour reopens after storm <@&${role}>`,
  );
  expect(lineOf('{mentions} · {place}', nowhere, [role]).content).toBe(
    `Harbour reopens after storm <@&${role}>`,
  );
});

test('a line that grows too long is cut, its mentions are not', () => {
  const long = {
    headline: '*'.repeat(4000),
    topics: Array.from({ length: 20 }, () => 'tide '.repeat(50)),
  };
  const { content = '' } = lineOf('{headline} {headline} {topics} {headline}', long, [role]);
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content.endsWith(`<@&${role}>`)).toBe(true);
});

test('mentions placed at the end of a wording that grows too long stand there nevertheless', () => {
  const stars = '*'.repeat(300);
  const dateline = { place: stars, agency: stars };
  const long = { headline: '_[*'.repeat(400), topics: [stars], dateline };
  const wording = '{headline} {agency} {place} {topics} {mentions}';
  const other = '100000000000000043';
  const body = lineOf(wording, long, [role, other]);
  expect(body.content?.length).toBeLessThanOrEqual(2000);
  expect(body.content?.endsWith(` <@&${role}> <@&${other}>`)).toBe(true);
});
