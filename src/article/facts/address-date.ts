import { parsePublicationDate } from '../../core/time/publication-date.ts';

const forms = [
  /\/(?<year>(?:19|20)\d{2})\/(?<month>\d{1,2}|[a-z]{3})\/(?<day>\d{1,2})(?=\/)/u,
  /\/(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?=[-/]|$)/u,
];

/** The day in an article's address: "/2026/05/05/ferry", "/2026-05-05-ferry"; `null` without one. */
export function addressDate(url: string): number | null {
  const { pathname } = new URL(url);
  for (const form of forms) {
    const { year, month, day } = form.exec(pathname.slice(0, 500))?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) continue;
    const isNamed = /[a-z]/u.test(month);
    const written = isNamed
      ? `${day} ${month} ${year}`
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const at = parsePublicationDate(written);
    if (at !== null) return at;
  }
  return null;
}
