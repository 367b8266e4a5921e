import { backlog } from './backlog.ts';
import { comments } from './comments.ts';
import { hostile } from './hostile.ts';
import { load } from './load.ts';
import { parse } from './parse.ts';
import { poll } from './poll.ts';
import { startUp } from './start-up.ts';
import { sources } from './sources.ts';
import type { Bench } from './measure.ts';
import { progressOn } from '../test/support/progress.ts';

// `npm run bench -- NAME [--json]`: a table for people, or one JSON object as the last line.

const benches: readonly Bench[] = [parse, poll, comments, backlog, hostile, sources, startUp, load];

const [name, ...rest] = process.argv.slice(2);
const bench = benches.find((candidate) => candidate.name === name);
if (!bench) {
  const names = benches.map((candidate) => `  ${candidate.name}  ${candidate.what}`).join('\n');
  process.stderr.write(`Which benchmark? npm run bench -- NAME [--json]\n${names}\n`);
  process.exit(2);
}
const progress = progressOn(process.stderr);
const { rounds, figures, ratios, table = [] } = await bench.run(progress.show);
progress.end();
if (rest.includes('--json')) {
  const report = { name: bench.name, node: process.version, rounds, figures, ratios, table };
  process.stdout.write(`${JSON.stringify(report)}\n`);
} else {
  process.stdout.write(`${bench.name}: ${bench.what}\nnode ${process.version}, ${rounds} rounds\n`);
  for (const line of lines(table)) process.stdout.write(`  ${line}\n`);
  for (const [label, figure] of Object.entries(figures)) {
    process.stdout.write(`  ${label.padEnd(40)} ${figure.toFixed(2)}\n`);
  }
  for (const [peer, ratio] of Object.entries(ratios)) {
    process.stdout.write(`  against ${peer.padEnd(32)} ${ratio.toFixed(2)} times as fast\n`);
  }
}

/** A table's columns, each as wide as its widest cell. */
function lines(rows: readonly Readonly<Record<string, string | number>>[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const cells = [Object.keys(first), ...rows.map((row) => Object.values(row).map(String))];
  const widths = Object.keys(first).map((_, at) =>
    Math.max(...cells.map((row) => row[at]?.length ?? 0)),
  );
  return cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
