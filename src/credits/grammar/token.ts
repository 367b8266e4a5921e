/** A word, a mark or an address of a credit line. Each mark has one form: "，" is ",", "—" and "--" are "–". */
export interface Token {
  kind: 'word' | 'mark' | 'contact';
  /** As written; for a mark its one form. */
  text: string;
  /** The text in lower case, "'" for each apostrophe. */
  key: string;
  start: number;
  end: number;
}
