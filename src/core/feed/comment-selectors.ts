import { PageSelectors } from './subscription.ts';

const keys = Object.keys(PageSelectors.shape);
const longestSelector = 300;

/** What is wrong with the text of comment selectors, as the end of a sentence. */
export interface SelectorProblem {
  problem: string;
}

/**
 * Selectors as people write them: "comment: .post; author: .who; text: .words". A text without a key
 * is the selector of a comment.
 */
export function parseSelectors(text: string): PageSelectors | SelectorProblem {
  const selectors: Record<string, string> = {};
  for (const part of text.split(/[;\n]/u)) {
    if (part.trim() === '') continue;
    const [, name = 'comment', value = ''] =
      /^\s*(?:([a-z]{1,20})\s?[:=](?:\s|$))?\s*(.*)$/su.exec(part) ?? [];
    const selector = value.trim();
    if (!keys.includes(name))
      return { problem: `"${name}" is none of its keys: ${keys.join(', ')}` };
    if (selector === '' || selector.length > longestSelector) {
      return {
        problem: `write a CSS selector of at most ${longestSelector} characters after "${name}:"`,
      };
    }
    selectors[name] = selector;
  }
  const parsed = PageSelectors.safeParse(selectors);
  return parsed.success
    ? parsed.data
    : {
        problem:
          'give at least the selector of one comment: "comment: .post; author: .who; text: .words"',
      };
}

/** "comment: .post; author: .who" */
export function selectorsText(selectors: PageSelectors): string {
  return Object.entries(selectors)
    .map(([name, selector]) => `${name}: ${selector}`)
    .join('; ');
}
