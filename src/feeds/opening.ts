/** Whole sentences from the beginning, as many as fit; a first one too long is cut at a word. */
export function opening(sentences: readonly string[], most: number, longest: number): string {
  let text = '';
  for (const sentence of sentences.slice(0, most)) {
    const joint = text === '' || /[。！？]$/u.test(text) ? '' : ' ';
    if (text.length + joint.length + sentence.length > longest) break;
    text += joint + sentence;
  }
  return text === '' ? cutAtWord(sentences[0] ?? '', longest) : text;
}

/** A text within `longest` UTF-16 units, an ellipsis where words were left out; no word is cut. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  let end = 0;
  for (const { index } of segmenter.segment(text.slice(0, longest + 100))) {
    if (index >= longest) break;
    end = index;
  }
  const kept = text.slice(0, end).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:]+$/u, '');
  return `${kept || text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
