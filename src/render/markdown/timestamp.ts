import type { UnixMs } from '../../core/time/duration.ts';

const yearOne = -62_135_596_800_000;
const yearTenThousand = 253_402_300_800_000;

/**
 * Discord shows it in the time zone of each reader: "f" is date and time, "t" the
 * time, "d" the date, "R" is relative. Empty for
 * a time outside the years 1 to 9999.
 * @see https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
 */
export function timestamp(at: UnixMs, style: 'f' | 't' | 'd' | 'R'): string {
  return at >= yearOne && at < yearTenThousand ? `<t:${Math.floor(at / 1000)}:${style}>` : '';
}
