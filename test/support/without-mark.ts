/** A message's text as readers see it, without the characters of no width that are the bot's mark. */
export const withoutMark = (text: string): string => text.replace(/[\u200B-\u200D]{20}$/u, '');
