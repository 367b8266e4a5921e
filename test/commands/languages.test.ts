import { ApplicationCommandOptionType } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandBodies } from '../../commands/index.ts';
import { Locale } from '../../src/preview/discord/index.ts';
import { helpFor, openNewsroom, type People, suggestions, words } from './people.ts';

let people: People;
const ownerId = () => people.discord.guilds()[0]?.ownerId ?? '';
beforeAll(async () => {
  people = await openNewsroom();
});
afterAll(async () => {
  await people.close();
});

test('a person is answered in their language in Discord, and the next one in theirs', async () => {
  people.discord.setLocale(ownerId(), Locale.German);
  const list = await words(people.owner.run('/feed list'));
  expect(list).toContain('zuletzt gelesen <t:');
  const help = await helpFor(people.owner);
  expect(help).toContain('Für die Serververwaltung');
  people.discord.setLocale(ownerId(), Locale.Japanese);
  expect(await words(people.owner.run('/settings show'))).toContain(
    'カード・アラート・お知らせの言語：English',
  );
  people.discord.setLocale(ownerId(), Locale.Korean);
  expect(await words(people.owner.run('/feed list'))).toContain('last read <t:');
});

/** Every command that can be typed, as "/flags queue". */
const typed = commandBodies.flatMap(({ name, ...body }) => {
  const options = ('options' in body ? body.options : undefined) ?? [];
  const parts = options
    .filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
    .map((part) => `/${name} ${part.name}`);
  return 'description' in body ? (parts.length === 0 ? [`/${name}`] : parts) : [];
});

test.each([
  Locale.EnglishUS,
  Locale.German,
  Locale.SpanishES,
  Locale.French,
  Locale.PortugueseBR,
  Locale.Japanese,
])('/help in %s names every command to who manages the server', async (locale) => {
  people.discord.setLocale(ownerId(), locale);
  const codes = (await helpFor(people.owner)).matchAll(/`(\/[^`]+)`/gu);
  const named = [...codes].flatMap(([, code = '']) => {
    const [name, ...parts] = code.split(/ (?:\| )?/u);
    return parts.length === 0 ? [code] : parts.map((part) => `${name} ${part}`);
  });
  expect(typed.filter((command) => command !== '/help' && !named.includes(command))).toEqual([]);
  people.discord.setLocale(ownerId(), Locale.EnglishUS);
});

test('moderators are answered in their language, on rules, the audit, figures and their own data', async () => {
  people.discord.setLocale(ownerId(), Locale.German);
  await words(people.owner.run('/rules add-words', { words: 'idiot*', action: 'hide' }));
  expect(await words(people.owner.run('/rules list'))).toContain(
    '- Wörter „idiot\\*“: bis zur Prüfung ausgeblendet',
  );
  expect(await words(people.owner.run('/flags stats', { days: 1 }))).toMatch(
    /^\*\*Fälle des letzten Tages\*\*\n- 🟦 Eröffnet: 0 /u,
  );
  people.discord.setLocale(ownerId(), Locale.Japanese);
  const listed = await (await people.owner.run('/audit list')).settled();
  expect(listed?.content).toBe('**監査ログ**');
  expect(listed?.embeds?.[0]?.description).toContain(`<@${ownerId()}> がルールを変更`);
  expect(await words(people.owner.run('/privacy show'))).toContain('監査ログの中の');
  expect(await words(people.owner.run('/discussion status'))).toContain('ここに議論はありません。');
  people.discord.setLocale(ownerId(), Locale.EnglishUS);
});

test('a refusal is in the person’s language, with the form to correct what was typed', async () => {
  people.discord.setLocale(ownerId(), Locale.French);
  const [feed] = await suggestions(people.owner.autocomplete('/feed edit', { feed: '' }, 'feed'));
  const answered = await people.owner.run('/feed edit', { feed: feed?.value ?? '', digest: 'x' });
  const refused = await answered.settled();
  expect(refused?.content).toContain('`digest` ne peut pas être « x » : écrivez hourly');
  expect(refused?.content).toContain('Votre saisie :');
  const form = await people.owner.click(refused?.id ?? '', 'Corriger digest');
  expect(form.modal?.title).toBe('Corriger digest');
  people.discord.setLocale(ownerId(), Locale.EnglishUS);
});

test('an alert is in the language that the settings of the server name', async () => {
  const said = await words(people.owner.run('/settings set', { language: 'de' }));
  expect(said).toContain('Language of cards, alerts and notices: Deutsch');
  const id = people.botUserId;
  people.discord.setOverwrite(people.news, { id, kind: 'member', deny: ['SendMessages'] });
  people.paper.publish({ headline: 'Fähre fährt wieder' });
  const [feed] = await suggestions(people.owner.autocomplete('/feed retry', { feed: '' }, 'feed'));
  await words(people.owner.run('/feed retry', { feed: feed?.value ?? '' }));
  await people.quiet();
  const alerts = people.said(people.moderatorsChannel).map(({ content }) => content);
  expect(alerts.join('\n')).toContain(`⚠️ In <#${people.news}> kann nichts gepostet werden:`);
});

/** All that Discord counts of a command: each text at its longest, in whatever language. */
function longest(part: object): number {
  return Object.entries(part).reduce((sum, [key, value]: [string, unknown]) => {
    if (typeof value === 'string' && ['name', 'description', 'value'].includes(key)) {
      const own = (part as Record<string, unknown>)[`${key}_localizations`] ?? {};
      const texts = [value, ...Object.values(own as Record<string, string>)];
      return sum + Math.max(...texts.map((text) => text.length));
    }
    if (!Array.isArray(value)) return sum;
    return sum + value.reduce((of: number, one: object) => of + longest(one), 0);
  }, 0);
}

/** Every description in it, in every language. */
function descriptions(part: object): string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'description') return [String(value)];
    if (key === 'description_localizations')
      return Object.values((value ?? {}) as Record<string, string>);
    return typeof value === 'object' && value !== null ? descriptions(value) : [];
  });
}

test('no command is longer than Discord takes, in any language', () => {
  for (const body of commandBodies) {
    expect([body.name, longest(body) <= 8000]).toEqual([body.name, true]);
    expect(descriptions(body).filter((text) => text.length > 100)).toEqual([]);
  }
  const feed = commandBodies.find(({ name }) => name === 'feed') ?? {};
  expect(descriptions(feed)).toContain('Die Feeds dieses Servers verwalten');
});
