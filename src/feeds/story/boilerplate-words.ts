import { languages } from '../../languages/index.ts';
import { setOfAll, wordsOfAll } from '../../languages/words.ts';

/** What publishers add to a story, in every language. */

export const invitations = wordsOfAll(({ boilerplate }) => boilerplate?.invitations);
export const loneWords = setOfAll(({ boilerplate }) => boilerplate?.lone);
export const endings = wordsOfAll(({ boilerplate }) => boilerplate?.endings);
export const syndicationNotes = languages.flatMap(
  ({ boilerplate }) => boilerplate?.syndication ?? [],
);
export const noticeEndings = languages.flatMap(({ boilerplate }) => boilerplate?.notices ?? []);
/** First words of a line that dates the text: "Updated". */
export const dateNotes = setOfAll(({ calendar }) => calendar?.dated);
