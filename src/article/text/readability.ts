import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Shorter than this, what is found is no article. */
const shortestText = 140;
const mostElements = 6_000;

/**
 * The paragraphs of the article that Mozilla's Readability finds in markup; none when it finds no
 * article. The markup must be bounded: Readability reads an element's text once for each element
 * around it. Nothing in it is run or loaded: linkedom keeps scripts as text and fetches nothing.
 */
export function readableParagraphs(markup: string): string[] {
  try {
    const { document } = parseHTML(`<html><body>${markup}</body></html>`);
    const article = new Readability(document, {
      charThreshold: shortestText,
      disableJSONLD: true,
      maxElemsToParse: mostElements,
      serializer: (element) => element,
    }).parse();
    if (!article?.content || (article.length ?? 0) < shortestText) return [];
    return [...article.content.getElementsByTagName('p')].map((p) => p.textContent ?? '');
  } catch {
    // Markup that it stumbles over holds no article that it could find.
    return [];
  }
}
