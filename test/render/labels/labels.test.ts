import { describe, expect, test } from 'vitest';
import { Language } from '../../../src/core/feed/channel-options.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import { english } from '../../../src/render/labels/en/index.ts';
import { stories } from '../../../src/render/labels/en/stories.ts';
import { storyLanguages, translations } from '../../../src/render/labels/index.ts';
import { isPlural, type LabelGroup } from '../../../src/render/labels/compile.ts';
import {
  labelsFor,
  labelsIn,
  languageFor,
  languageNames,
  localizations,
  renderClosingNotice,
  renderClosingSoonNotice,
  renderComment,
  renderExtendedNotice,
  renderPolicyNotice,
  renderStory,
} from '../../../src/render/index.ts';
import { refusedMessageCreate } from '../../../src/preview/discord/rules/index.ts';
import { aComment, aStory, commentContext, noon, storyContext } from '../builders.ts';
import { sourceFiles } from './source-files.ts';

/** The texts of a label by its path: one, or one for each plural form. */
type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>;

function textsAt(group: LabelGroup, isPluralAt: (path: string) => boolean): Texts {
  const entries = (at: LabelGroup, path: string): [string, Record<string, string>][] =>
    Object.entries(at).flatMap(([key, label]) => {
      const here = path === '' ? key : `${path}.${key}`;
      if (typeof label === 'string') return [[here, { text: label }]];
      if (isPluralAt(here)) return [[here, label as Record<string, string>]];
      return entries(label, here);
    });
  return new Map(entries(group, ''));
}

const plurals = new Set<string>();
const collectPlurals = (at: LabelGroup, path: string): void => {
  for (const [key, label] of Object.entries(at)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (isPlural(label)) plurals.add(here);
    else if (typeof label !== 'string') collectPlurals(label, here);
  }
};
collectPlurals(english, '');

const textsOf = (group: object) => textsAt(group as LabelGroup, (path) => plurals.has(path));
const inEnglish = textsOf(english);
const ofStories = [...textsOf(stories).keys()];

const places = (text: string) => [...new Set(text.match(/\{[a-zA-Z]+\}/gu) ?? [])].toSorted();
const placesOf = (texts: Readonly<Record<string, string>>) => [
  ...new Set(Object.values(texts).flatMap(places).toSorted()),
];
/** Commands and options in backticks, which stay as they are. */
const codesOf = (texts: Readonly<Record<string, string>>) => [
  ...new Set(
    Object.values(texts)
      .flatMap((text) => text.match(/`[^`]+`/gu) ?? [])
      .toSorted(),
  ),
];
const others = Language.options.filter((language) => language !== 'en');
const textsIn = (language: (typeof others)[number]) => textsOf(translations[language]);

/**
 * The most characters that Discord takes, by a part of the label's path.
 * @see https://docs.discord.com/developers/components/reference
 */
const limits: readonly (readonly [part: string, characters: number])[] = [
  ['commands', 100],
  ['choices', 100],
  ['hints', 100],
  ['placeholders', 150],
  ['buttons', 80],
  ['labels', 45],
  ['titles', 45],
];

/** `{number}` and the like are filled with short values. */
const filledLength = (text: string) => text.replaceAll(/\{[a-zA-Z]+\}/gu, '12345678').length;

function tooLong(texts: Texts): string[] {
  return [...texts].flatMap(([path, forms]) => {
    const [, most = 2000] = limits.find(([part]) => path.split('.').includes(part)) ?? [];
    return Object.values(forms).some((text) => filledLength(text) > most)
      ? [`${path}: more than ${most} characters`]
      : [];
  });
}

test('no English label is empty or longer than Discord allows', () => {
  const blank = [...inEnglish].filter(([, forms]) =>
    Object.values(forms).some((text) => text.trim() !== text || text === ''),
  );
  expect(blank).toEqual([]);
  expect(tooLong(inEnglish)).toEqual([]);
});

test('every label is used', async () => {
  const files = await sourceFiles();
  const isUsed = (path: string) => {
    const keys = path.split('.');
    const [area = '', key = ''] = [keys[0], keys.at(-1)];
    const group = keys.at(-2) ?? '';
    return files.some((text) => {
      if (!new RegExp(`\\b${area}\\b`, 'u').test(text)) return false;
      // `labels.report.reasons[reason]` and `Object.values(label.readers)` use a whole group.
      const whole = new RegExp(`\\b${group}(?:\\[|\\)|,| satisfies)`, 'u');
      return new RegExp(`\\b${key}\\b`, 'u').test(text) || whole.test(text);
    });
  };
  expect([...inEnglish.keys()].filter((path) => !isUsed(path))).toEqual([]);
});

describe.each(others)('labels in %s', (language) => {
  const texts = textsIn(language);
  const expected = storyLanguages.includes(language) ? ofStories : [...inEnglish.keys()];

  test('every label is translated, and none that English does not have', () => {
    expect({
      missing: expected.filter((path) => !texts.has(path)),
      unknown: [...texts.keys()].filter((path) => !expected.includes(path)),
    }).toEqual({ missing: [], unknown: [] });
  });

  test('no label of three words or more is still English', () => {
    const same = [...texts].filter(([path, forms]) => {
      const [form = ''] = Object.values(forms);
      const words = form.replaceAll(/\{[a-zA-Z]+\}|`[^`]*`/gu, ' ').match(/\p{L}{2,}/gu) ?? [];
      return words.length > 2 && Object.values(inEnglish.get(path) ?? {}).includes(form);
    });
    expect(same.map(([path]) => path)).toEqual([]);
  });

  test('the labels have the placeholders of English, and no space around them', () => {
    for (const [path, forms] of texts) {
      expect([path, placesOf(forms)]).toEqual([path, placesOf(inEnglish.get(path) ?? {})]);
      for (const text of Object.values(forms)) {
        expect(text, path).toBe(text.trim());
        expect(text, path).not.toBe('');
      }
    }
  });

  test('commands and options are named as in English', () => {
    for (const [path, forms] of texts) {
      expect([path, codesOf(forms)]).toEqual([path, codesOf(inEnglish.get(path) ?? {})]);
    }
  });

  test('the labels have every plural form of their language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // "many" of the Romance languages is for millions, which no reading brings.
    const used = new Set(
      [1, 2, 5, 22, 100].map((count) => new Intl.PluralRules(language).select(count)),
    );
    for (const [path, forms] of texts) {
      if (!plurals.has(path)) continue;
      const names = Object.keys(forms);
      expect([path, names.filter((form) => !pluralCategories.some((one) => one === form))]).toEqual(
        [path, []],
      );
      expect([path, [...used].filter((form) => !names.includes(form))]).toEqual([path, []]);
    }
  });

  test('no label is longer than Discord allows', () => {
    expect(tooLong(texts)).toEqual([]);
  });
});

describe.each(Language.options)('messages in %s', (language) => {
  test('the labels fit Discord’s limits, and every placeholder is filled', () => {
    const story = aStory({
      topics: ['Shipping'],
      photo: {
        url: 'https://ledger.example/a.jpg',
        caption: null,
        credit: { photographer: 'Ana Ruiz', agency: null },
      },
      credits: {
        ...noCredits,
        byline: [{ name: 'Ana Ruiz', place: null }],
        additionalReporting: [{ name: 'Ben Cho', place: null }],
      },
      commentPolicy: { text: 'Be kind.', url: 'https://ledger.example/policy' },
    });
    const context = { commentCount: 1203, corrected: noon, withdrawn: noon, language };
    const bodies = [
      renderStory(story, storyContext(context)),
      ...renderComment(aComment(), commentContext({ language })),
      ...renderComment(aComment({ author: '', body: { html: '' } }), commentContext({ language })),
      ...renderComment(aComment(), commentContext({ language, hidden: 'under-review' })),
      ...renderComment(aComment(), commentContext({ language, hidden: 'removed' })),
      renderPolicyNotice(story, { closesAt: noon, closed: false }, language),
      renderClosingSoonNotice(noon, language),
      renderExtendedNotice(noon, language),
      renderExtendedNotice(null, language),
      renderClosingNotice(
        { sentence: null, byModerator: false },
        { count: 22, url: 'https://ledger.example/a' },
        language,
      ),
    ];
    for (const body of bodies) {
      expect(refusedMessageCreate(body)).toBeNull();
      expect(JSON.stringify(body)).not.toMatch(/\{[a-zA-Z]+\}/u);
    }
  });

  test('the labels for reading, reporting and viewing are different', () => {
    const { report, view } = labelsIn(language).comment;
    expect(new Set([report, view, labelsIn(language).story.read]).size).toBe(3);
    expect(languageNames[language]).not.toBe('');
  });
});

test('a story for a German channel has German labels and numbers', () => {
  const body = renderStory(
    aStory({ credits: { ...noCredits, byline: [{ name: 'Ana Ruiz', place: null }] } }),
    storyContext({ language: 'de', commentCount: 1203 }),
  );
  const shown = JSON.stringify(body);
  expect(shown).toContain('Veröffentlicht: <t:');
  expect(shown).toContain('-# Von Ana Ruiz');
  expect(shown).toContain('"label":"Artikel lesen"');
});

test('counts are in the plural form and the digits of the language', () => {
  const more = (language: Language, count: number) =>
    labelsIn(language).discussion.moreComments({ count });
  expect(more('de', 12_030)).toBe('12.030 weitere Kommentare auf der Website');
  expect(more('fr', 12_030)).toMatch(/^12\s030 autres commentaires sur le site$/u);
  expect(more('pl', 3)).toBe('Jeszcze 3 komentarze na stronie');
  expect(more('pl', 25)).toBe('Jeszcze 25 komentarzy na stronie');
  expect(more('ja', 1)).toBe('サイトにほか 1 件のコメント');
});

test('a person is answered in their language, or else in the server’s, or else in English', () => {
  const german = labelsIn('de').refusals.expired;
  expect(labelsFor({ locale: 'de', guildLocale: 'fr' }).refusals.expired).toBe(german);
  expect(labelsFor({ locale: 'ko', guildLocale: 'de' }).refusals.expired).toBe(german);
  expect(languageFor({ locale: 'ko', guildLocale: 'ko' })).toBe('en');
  expect(languageFor({ locale: 'constructor', guildLocale: null })).toBe('en');
  expect(languageFor({ locale: 'es-419', guildLocale: null })).toBe('es');
  expect(languageFor({ locale: 'pt-BR', guildLocale: null })).toBe('pt');
});

test('in Italian, Dutch and Polish the answers are English, and the stories are not', () => {
  for (const language of storyLanguages) {
    expect(labelsIn(language).refusals.expired).toBe(labelsIn('en').refusals.expired);
    expect(labelsIn(language).story.read).not.toBe(labelsIn('en').story.read);
  }
});

test('a command’s text goes to each locale of Discord that has a translation', () => {
  const texts = localizations((labels) => labels.refusals.expired);
  expect(Object.keys(texts).toSorted()).toEqual(['de', 'es-419', 'es-ES', 'fr', 'ja', 'pt-BR']);
});
