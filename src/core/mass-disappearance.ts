const maxShare = 0.3;

/**
 * True when so many things vanished from a document at once that it was probably served by mistake,
 * as during an outage: at least `atLeast` of them, and more than 30 % of the `before` it had.
 */
export function isMassDisappearance(vanished: number, before: number, atLeast: number): boolean {
  return vanished >= atLeast && vanished > before * maxShare;
}
