/** "In reply to", as WordPress's own translations have it, before the name or after it. */
const replyWords = [
  'In reply to',
  'Als Antwort auf',
  'En réponse à',
  'En respuesta a',
  'En resposta a',
  'Em resposta a',
  'In risposta a',
  'Als antwoord op',
  'In antwoord op',
  'Som svar på',
  'Som svar till',
  'Som svar til',
  'Svar til',
  'Vastauksena',
  'W odpowiedzi na',
  'W odpowiedzi do',
  'V odpovědi na',
  'V odpovedi na',
  'Ca răspuns la',
  'Ως απάντηση στο',
  'В ответ на',
  'У відповідь на',
  'В отговор на',
  'Као одговор за',
  'Kao odgovor na',
  'در پاسخ به',
  'ردًا على',
  '回复给',
  '回覆至',
];

/** At the beginning of a comment: `<p>In reply to <a href="…#comment-5">Name</a>.</p>`. */
const sentence =
  /^\s{0,20}(?:<p>)?([^<]{0,60})<a href="([^"<>]{1,2000}#comment-(\d{1,18}))"[^<>]{0,200}>[^<]{0,500}<\/a>\s?([.。]?)(?:\s{0,5}<\/p>\s{0,20}|\s{0,5}\n\n\s{0,20}|\s{0,5}$)/u;

/** What a reply begins with in a comment feed of WordPress. */
export interface ReplySentence {
  /** The parent's number in its site, and the address of its comment. */
  number: string;
  url: string;
  /** The comment without the sentence. */
  rest: string;
  /** The words are WordPress's, in a language whose words are listed. */
  isWritten: boolean;
}

/**
 * The sentence that WordPress puts before a reply's text in a feed ("In reply to %s.",
 * `get_comment_text()`, since 5.4), in the site's language; `null` for a comment that begins with
 * none. A reader may write something of the same form: see `isWritten`.
 */
export function replySentence(html: string): ReplySentence | null {
  const found = sentence.exec(html);
  if (!found) return null;
  const [whole, words = '', address = '', number = '', stop] = found;
  const isWritten = stop !== '' && replyWords.includes(words.trim());
  const url = address.replaceAll(/&(?:amp|#038);/gu, '&');
  return { number, url, rest: html.slice(whole.length), isWritten };
}
