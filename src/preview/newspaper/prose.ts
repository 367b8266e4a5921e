import type { StoryView } from './front-page.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** Plain text as paragraphs: an empty line divides them, a single line end becomes a break. */
export function paragraphs(text: string): Markup[] {
  return text
    .split('\n\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const lines = paragraph
        .split('\n')
        .map((line, at) => markup`${at === 0 ? null : markup`<br>`}${line}`);
      return markup`<p>${lines}</p>\n`;
    });
}

/** The body with the wire agency's opening: "PORT MERROW (Halyard) – …". */
export function articleBody(story: StoryView): Markup[] {
  const opening = `${story.place.toUpperCase()} (${story.agency}) – `;
  return story.body.flatMap((paragraph, at) =>
    paragraphs(at === 0 ? opening + paragraph : paragraph),
  );
}
