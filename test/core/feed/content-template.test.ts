import { describe, expect, test } from 'vitest';
import { filledTemplate, templateProblem } from '../../../src/core/feed/content-template.ts';

describe('a wording of the content line', () => {
  test('a template may contain placeholders and any other text', () => {
    expect(templateProblem('{mentions} **{headline}** · {feed}')).toBeNull();
    expect(templateProblem('News! { } or {')).toContain('{ } is not a placeholder');
    expect(templateProblem('News! {')).toBeNull();
  });

  test('a template with an unknown placeholder is refused with the list of placeholders', () => {
    expect(templateProblem('{headline} by {author}')).toBe(
      '{author} is not a placeholder; use {headline}, {feed}, {agency}, {place}, {authors}, {topics}, {url}, {mentions}',
    );
    expect(templateProblem('{constructor}')).toContain('is not a placeholder');
    expect(templateProblem('   ')).toBe('it is empty');
    expect(templateProblem('a'.repeat(501))).toContain('501 characters');
    expect(templateProblem(`${'{'.repeat(200)}${'}'.repeat(200)}`)).toContain(
      'is not a placeholder',
    );
  });
});

const nothing = {
  headline: '',
  feed: '',
  agency: '',
  place: '',
  authors: '',
  topics: '',
  url: '',
  mentions: '',
};
const filled = (template: string, values: Partial<typeof nothing>) =>
  filledTemplate(template, { ...nothing, ...values });

test('placeholders without a value leave no separators or brackets in the line', () => {
  const headline = 'Ferry bell found';
  const template = '{mentions} **{headline}** ({place}) · {feed} · by {authors}\n-# {topics}';
  expect(filled(template, { headline })).toBe('**Ferry bell found**');
  expect(filled(template, { headline, feed: 'Ledger', topics: 'Sea' })).toBe(
    '**Ferry bell found** · Ledger\n-# Sea',
  );
  expect(filled(template, { headline, place: 'Quay', authors: 'Ana', mentions: '<@&1>' })).toBe(
    '<@&1> **Ferry bell found** (Quay) · by Ana',
  );
  expect(filled('{agency} | {headline}', { headline })).toBe('Ferry bell found');
  expect(filled('{agency}', {})).toBe('');
});

test("a story's own text is never parsed as a template", () => {
  expect(filled('{headline} · {feed}', { headline: '{feed} $& {url}', feed: 'Ledger' })).toBe(
    '{feed} $& {url} · Ledger',
  );
});
