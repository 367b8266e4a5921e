import { scaleBand, scaleLinear } from 'd3-scale';
import type { CaseCount } from '../../core/moderation/statistics.ts';
import type { UnixMs } from '../../core/time/duration.ts';

/** Those of Discord's 🟦 and 🟧, which the message's text explains in the reader's language. */
const colours = { opened: '#55acee', ruled: '#f4900c' };
const background = '#2b2d31';
const ink = '#dbdee1';
const grid = '#43454b';

const width = 800;
const height = 280;
const edges = { top: 16, right: 16, bottom: 34, left: 44 };
/** So many dates fit side by side. */
const mostDates = 12;

/**
 * A bar chart of opened cases and rulings, as SVG. It has no words, only numbers and dates (month and
 * day in UTC), so it is the same in every language. It brings its own background, as Discord's may be
 * light or dark.
 */
export function caseChart(counts: readonly CaseCount[]): string {
  const froms = counts.map(({ from }) => from);
  const x = scaleBand(froms, [edges.left, width - edges.right])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const most = Math.max(1, ...counts.flatMap(({ opened, ruled }) => [opened, ruled]));
  const y = scaleLinear([0, most], [height - edges.bottom, edges.top]).nice(5);
  const bar = x.bandwidth() / 2;
  const bars = counts.flatMap(({ from, opened, ruled }) => {
    const left = x(from) ?? 0;
    return [
      rectangle(left, y(opened), bar, y(0) - y(opened), colours.opened),
      rectangle(left + bar, y(ruled), bar, y(0) - y(ruled), colours.ruled),
    ];
  });
  const lines = y
    .ticks(5)
    .filter((value) => Number.isInteger(value))
    .flatMap((value) => [
      `<line x1="${edges.left}" x2="${width - edges.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="${grid}"/>`,
      text(edges.left - 8, y(value) + 5, 'end', String(value)),
    ]);
  const every = Math.ceil(froms.length / mostDates);
  const dates = froms
    .filter((_, index) => index % every === 0)
    .map((from) => text((x(from) ?? 0) + bar, height - 12, 'middle', monthAndDay(from)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    ...lines,
    ...bars,
    ...dates,
    '</svg>',
  ].join('');
}

function rectangle(left: number, top: number, wide: number, high: number, fill: string): string {
  return high <= 0
    ? ''
    : `<rect x="${round(left)}" y="${round(top)}" width="${round(wide)}" height="${round(high)}" fill="${fill}"/>`;
}

function text(x: number, y: number, anchor: 'end' | 'middle', shown: string): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="PT Sans" font-size="14" fill="${ink}">${shown}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const monthAndDay = (at: UnixMs) => new Date(at).toISOString().slice(5, 10);
