const counted =
  /^(?:\D{0,30}\bcomments? ?[(:[] ?([\d,. ]{1,10})[)\]]?|([\d,.]{1,10}) (?:reader )?(?:comments?|responses(?: to\b.{0,300})?|thoughts on\b.{0,300}|replies))$/iu;

/** The number in a text such as "Comments (3)" or "3 comments"; `null` for any other text. */
export function statedCount(text: string | null): number | null {
  const found = counted.exec((text ?? '').slice(0, 400));
  const digits = (found?.[1] ?? found?.[2] ?? '').replaceAll(/[,. ]/gu, '');
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}
