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

test('the content line follows the channel’s template', () => {
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

test('mentions are added at the end if the template does not place them', () => {
  expect(lineOf('News: {headline}', {}, [role]).content).toBe(
    `News: Harbour reopens after storm <@&${role}>`,
  );
});

test('the content line mentions only the roles, whatever the template or headline contains', () => {
  const body = lineOf('@everyone <@100000000000000077> {headline}', { headline: '@here <@&9>' }, [
    role,
  ]);
  expect(body.allowed_mentions).toEqual({ parse: [], roles: [role] });
  expect(body.content).toContain('@\u200bhere \\<@\u200b&9>');
  const none = lineOf('@everyone {headline}');
  expect(none.allowed_mentions).toEqual({ parse: [] });
});

test('markdown of the template works, and markdown of the headline is escaped', () => {
  expect(lineOf('**{headline}**', { headline: '*Stop* [here](http://x.example)' }).content).toBe(
    '**\\*Stop\\* \\[here\\](http\\://x.example)**',
  );
});

test('the content line is the headline if the filled template is empty', () => {
  const nowhere = { dateline: null };
  expect(lineOf('{place}', nowhere, [role]).content).toBe(
    `**Harbour reopens after storm** <@&${role}>`,
  );
  expect(lineOf('{mentions} · {place}', nowhere, [role]).content).toBe(
    `**Harbour reopens after storm** <@&${role}>`,
  );
});

test('a content line that is too long is cut, but its mentions are kept', () => {
  const long = {
    headline: '*'.repeat(4000),
    topics: Array.from({ length: 20 }, () => 'tide '.repeat(50)),
  };
  const { content = '' } = lineOf('{headline} {headline} {topics} {headline}', long, [role]);
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content.endsWith(`<@&${role}>`)).toBe(true);
});

test('mentions at the end of a template are kept when the content line is cut', () => {
  const stars = '*'.repeat(300);
  const dateline = { place: stars, agency: stars };
  const long = { headline: '_[*'.repeat(400), topics: [stars], dateline };
  const wording = '{headline} {agency} {place} {topics} {mentions}';
  const other = '100000000000000043';
  const body = lineOf(wording, long, [role, other]);
  expect(body.content?.length).toBeLessThanOrEqual(2000);
  expect(body.content?.endsWith(` <@&${role}> <@&${other}>`)).toBe(true);
});
