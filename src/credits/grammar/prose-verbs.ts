/** Verbs that no credit has. */
export const proseVerbs = new Set(
  (
    'is are was were has have had will would says said can could may must shows show showed finds find found suggests suggest reveals reveal ' +
    'won wins took takes take got gets led leads made makes opens opened closes went goes came comes sells sold fetch fetches begins began ' +
    'gave gives told tells ran runs cost costs left ist sind war wurde zeigt zeigen est sont ont montre été es son fue muestra è sono mostra'
  ).split(' '),
);

/** True of a verb that no credit has. */
export function isProseVerb(word: string): boolean {
  return proseVerbs.has(word);
}
