import { cutAtWord } from '../../text/truncate.ts';

const stopWithoutSpace = /[。！？｡」』]$/u;

/** The first whole sentences that fit; a first one that is too long is cut at a word. */
export function firstSentences(
  sentences: readonly string[],
  most: number,
  longest: number,
): string {
  let text = '';
  for (const sentence of sentences.slice(0, most)) {
    const joint = text === '' || stopWithoutSpace.test(text) ? '' : ' ';
    if (text.length + joint.length + sentence.length > longest) break;
    text += joint + sentence;
  }
  return text === '' ? cutAtWord(sentences[0] ?? '', longest) : text;
}
