import type { Element } from './page.ts';

const authorPage =
  /\/(?:authors?|autor|autoren|autores|auteurs?|by|byline|staff|people|profiles?|contributors?|reporters?|journalists?|columnists?|writers?|team)\//iu;

/** True of a link to who wrote the article, by what it is called or where it leads. */
export function leadsToAuthor({ name, attribs }: Element): boolean {
  if (/(?:^|\s)author(?:\s|$)/u.test(attribs['rel'] ?? '')) return true;
  return name === 'a' && authorPage.test((attribs['href'] ?? '').slice(0, 500));
}
