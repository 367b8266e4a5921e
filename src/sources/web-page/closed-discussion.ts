const things =
  '(?:discussions?|conversations?|comments?|commenting|comment (?:section|thread|period)|threads?)';
const closedWords = [
  new RegExp(
    `\\b${things}(?: (?:on|for|to|about|under) [^.!?]{1,80}?)? (?:is|are|has been|have been|has|have) (?:now |been |already ){0,2}closed\\b`,
    'iu',
  ),
  new RegExp(
    `\\b${things} (?:(?:has|have) (?:now |already )?ended|(?:is|are) (?:now )?over)\\b`,
    'iu',
  ),
  /\b(?:no longer|not) (?:accepting|taking|open (?:for|to)) (?:new |any )?comments?\b/iu,
  /\bkommentar(?:e|funktion|bereich)\b[^.!?]{0,60}\b(?:sind|ist|wurde|wurden) (?:\p{L}{1,12} )?geschlossen\b/iu,
  /\bcommentaires? (?:sont|est) (?:\p{L}{1,15} )?(?:fermés?|clos)(?!\p{L})/iu,
  /\bcomentarios (?:están |estan )?cerrados\b/iu,
];
const conditional = /^(?:if|when|once|until|after|unless|where)\b/iu;
const longestSentence = 600;

/**
 * The publisher's words that end a discussion ("This discussion is now closed."), `null` when the
 * text says nothing of the kind. Conditions ("Once comments are closed …") and announcements do not
 * count.
 */
export function closingSentence(text: string): string | null {
  if (text.length === 0 || text.length > longestSentence) return null;
  const said = text.split(/(?<=[.!?]) /u);
  const closes = said.some(
    (sentence) => !conditional.test(sentence) && closedWords.some((words) => words.test(sentence)),
  );
  return closes ? text : null;
}
