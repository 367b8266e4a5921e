/** A count with its noun, in English: "1 report", "2 reports", "3 stories". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
