const grouped = new Intl.NumberFormat('en');

/** A number for people to read: "340", "1,000". */
export function numberText(count: number): string {
  return grouped.format(count);
}

/** A count with its noun, in English: "1 report", "2 reports", "3 stories", "1,000 comments". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}
