import { numberText } from '../../text/plural.ts';

const units = ['kB', 'MB', 'GB'] as const;

/** "40 kB", "1.5 MB": two digits at least. */
export function sizeText(bytes: number): string {
  let size = bytes / 1_000;
  let unit: (typeof units)[number] = 'kB';
  for (const larger of units.slice(1)) {
    if (size < 1_000) break;
    size /= 1_000;
    unit = larger;
  }
  return `${numberText(Number(size.toPrecision(2)))} ${unit}`;
}
