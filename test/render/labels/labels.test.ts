import { describe, expect, test } from 'vitest';
import { Language } from '../../../src/core/feed/channel-options.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import {
  labels,
  languageNames,
  renderClosingNotice,
  renderClosingSoonNotice,
  renderComment,
  renderExtendedNotice,
  renderPolicyNotice,
  renderStory,
} from '../../../src/render/index.ts';
import { refusedMessageCreate } from '../../../src/preview/discord/rules/index.ts';
import { aComment, aStory, commentContext, noon, storyContext } from '../builders.ts';

/** Every label with its path; a label by number once for each of its forms. */
function labelsAt(place: object, path = ''): [string, string][] {
  return Object.entries(place).flatMap(([name, label]: [string, unknown]) =>
    typeof label === 'string'
      ? [[`${path}${name}`, label] as [string, string]]
      : labelsAt(label as object, `${path}${name}.`),
  );
}

const places = (label: string) => (label.match(/\{[a-z]+\}/gu) ?? []).toSorted();
/** The path without the plural form at its end. */
const paths = (language: Language) =>
  new Map(
    labelsAt(labels[language]).map(([path, label]) => [
      path.replace(/\.(?:zero|one|two|few|many|other)$/u, ''),
      places(label),
    ]),
  );

describe.each(Language.options)('labels in %s', (language) => {
  test('the labels have the same keys and placeholders as in English', () => {
    expect(paths(language)).toEqual(paths('en'));
    for (const [path, label] of labelsAt(labels[language])) {
      expect(label.trim(), path).not.toBe('');
      expect(label, path).toBe(label.trim());
    }
  });

  test('the labels have every plural form of their language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const { stories, more, skipped } = labels[language].digest;
    const pluralLabel = [labels[language].discussion.moreComments, stories, more, skipped];
    for (const label of pluralLabel) {
      const said = pluralCategories.map((form) => label[form] ?? label.other);
      expect(said.every((form) => places(form).join() === '{count}')).toBe(true);
      const ownForms = Object.keys(label).filter(
        (form) => !pluralCategories.some((one) => one === form),
      );
      expect(ownForms).toEqual([]);
    }
    // "many" of the Romance languages is for millions, which no reading brings.
    const used = new Set(
      [1, 2, 5, 22, 100].map((count) => new Intl.PluralRules(language).select(count)),
    );
    for (const label of pluralLabel) for (const form of used) expect(label).toHaveProperty(form);
  });

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
      expect(JSON.stringify(body)).not.toMatch(/\{[a-z]+\}/u);
    }
  });

  test('the labels for reading, reporting and viewing are different', () => {
    const { report, view } = labels[language].comment;
    expect(new Set([report, view, labels[language].story.read]).size).toBe(3);
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

test('numbers are formatted for the language', () => {
  const shown = (language: Language) =>
    renderClosingNotice(
      { sentence: null, byModerator: false },
      { count: 12_030, url: 'ftp://x' },
      language,
    ).content ?? '';
  expect(shown('de')).toContain('12.030 weitere Kommentare auf der Website');
  expect(shown('fr')).toMatch(/12\s030 autres commentaires sur le site/u);
  expect(
    renderClosingNotice({ sentence: null, byModerator: false }, { count: 3, url: 'ftp://x' }, 'pl')
      .content,
  ).toContain('Jeszcze 3 komentarze na stronie');
  expect(
    renderClosingNotice({ sentence: null, byModerator: false }, { count: 25, url: 'ftp://x' }, 'pl')
      .content,
  ).toContain('Jeszcze 25 komentarzy na stronie');
});
