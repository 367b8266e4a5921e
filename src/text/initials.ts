const initials = /^\p{L}\p{M}?(?:\.-?\p{L}\p{M}?)*\.?$/u;
const dotted = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u;
const initialAtEnd = /(?:^|[ .])\p{L}\.$/u;

/** True of single letters with a full stop between them, with or without the last: "J.", "D.C", "J.-P.". */
export function isInitials(word: string): boolean {
  return initials.test(word);
}

/** True of one or two letters at a time with a full stop between them, without the last: "U.S", "Ph.D". */
export function isDotted(word: string): boolean {
  return dotted.test(word);
}

/** True when a text's last full stop is an initial's: "Washington, D.C.", "Ana R.". */
export function endsInInitial(text: string): boolean {
  return initialAtEnd.test(text);
}
