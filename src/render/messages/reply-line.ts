import type { Language } from '../../core/feed/channel-options.ts';
import { labelsIn } from '../labels/index.ts';
import { escapedName, safeUrl } from '../markdown/escape.ts';

/** The comment that a reply answers, for readers to whom Discord does not show it. */
export interface Answered {
  /** `null` when the comment is hidden or deleted: nothing of it is shown. */
  author: string | null;
  /** Where it can be read, when that is not in the same message. */
  url: string | null;
}

/** Links of more UTF-16 units take too much of a message's room. */
const longestLink = 300;

/** The largest that a line about a comment can become. */
export const longestAnswered: Answered = {
  author: 'M'.repeat(80),
  url: `https://${'m'.repeat(longestLink - 9)}/`,
};

/** Small print above a reply: see {@link replyText}. */
export function replyLine(answered: Answered, language: Language): string {
  return `-# ${replyText(answered, language)}`;
}

/** "In reply to Ana", with a link where she can be read. */
export function replyText({ author, url }: Answered, language: Language): string {
  const { inReplyTo, inReplyToHidden, anonymous } = labelsIn(language).comment;
  if (author === null) return inReplyToHidden;
  const link = url !== null && url.length <= longestLink ? url : null;
  const name = linkedName(author, link, anonymous);
  const address = link === null || !unlinkable.test(author) ? null : safeUrl(link);
  return inReplyTo({ name: address === null ? name : `${name} <${address}>` });
}

/** Discord shows no link whose text looks like an address. */
const unlinkable = /[[\]]|:\/\/|\.\p{L}/u;

/** A name for the text of a message, as a link where that can be shown. */
export function linkedName(name: string, address: string | null, nameless: string): string {
  const shown = escapedName(name, nameless);
  const url = address === null || unlinkable.test(name) ? null : safeUrl(address);
  return url === null ? shown : `[${shown}](<${url}>)`;
}
