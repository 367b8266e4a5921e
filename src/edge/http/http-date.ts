const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clockTime = '(\\d{2}):(\\d{2}):(\\d{2})';
const imfForm = new RegExp(`^[a-z]{3}, (\\d{1,2}) ([a-z]{3}) (\\d{4}) ${clockTime} gmt$`, 'i');
const rfc850Form = new RegExp(`^[a-z]{6,9}, (\\d{2})-([a-z]{3})-(\\d{2}) ${clockTime} gmt$`, 'i');
const asctimeForm = new RegExp(`^[a-z]{3} ([a-z]{3}) ([ \\d]\\d) ${clockTime} (\\d{4})$`, 'i');

function instant(year: number, monthName: string, day: number, time: string[]): number | null {
  const month = months.indexOf(monthName.toLowerCase());
  const [hour = 0, minute = 0, second = 0] = time.map(Number);
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return null;
  const midnight = Date.UTC(year, month, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}

/**
 * The instant that an HTTP date names (RFC 9110, section 5.6.7, all three forms); `null` for other
 * text. Of the two-digit years that RFC 850 writes, one over 50 years ahead of `now` is in the past.
 */
function httpDate(text: string, now: number): number | null {
  const trimmed = text.trim();
  const imf = imfForm.exec(trimmed);
  if (imf) return instant(Number(imf[3]), imf[2] ?? '', Number(imf[1]), imf.slice(4));
  const rfc850 = rfc850Form.exec(trimmed);
  if (rfc850) {
    const thisYear = new Date(now).getUTCFullYear();
    const nearYear = thisYear - (thisYear % 100) + Number(rfc850[3]);
    const year = nearYear > thisYear + 50 ? nearYear - 100 : nearYear;
    return instant(year, rfc850[2] ?? '', Number(rfc850[1]), rfc850.slice(4));
  }
  const asctime = asctimeForm.exec(trimmed);
  if (!asctime) return null;
  return instant(Number(asctime[6]), asctime[1] ?? '', Number(asctime[2]), asctime.slice(3, 6));
}

/** The wait that a `Retry-After` header asks for, in milliseconds from `now`; `null` when it says nothing readable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = httpDate(text, now);
  return until === null ? null : Math.max(0, until - now);
}
