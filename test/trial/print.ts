import type { Figures } from './figures.ts';
import type { Fault } from './record.ts';
import type { SelfChecked } from './self-check.ts';

const columns = [
  'kills',
  'faults',
  'disks',
  'changing',
  'stories',
  'comments',
  'rulings',
  'doubled',
  'lost',
  'swapped',
  'stale',
  'other',
  'standstill',
] as const satisfies (keyof Figures)[];

/** More of one kind are only counted. */
const mostListed = 12;

const print = (line: string) => process.stdout.write(`${line}\n`);
const cell = (text: string | number, column: string) =>
  String(text).padStart(Math.max(8, column.length));

export function printHeading(nonceMs: number): void {
  print(`Discord remembers a nonce for ${nonceMs} ms; standstill in seconds of the bot's clock`);
  print(['seed', ...columns].map((column) => cell(column, column)).join(' '));
}

export function printLine(seed: number, figures: Figures): void {
  const cells = columns.map((column) => cell(figures[column], column));
  print([cell(seed, 'seed'), ...cells].join(' '));
}

export function printFaults(
  { kills, seed, nonceMs }: { kills: number; seed: number; nonceMs: number },
  faults: readonly Fault[],
): void {
  if (faults.length === 0) return;
  print(`  again: npm run trial -- --kills ${kills} --seed ${seed} --nonce-window ${nonceMs}`);
  for (const kind of new Set(faults.map((fault) => fault.kind))) {
    const lines = faults
      .filter((fault) => fault.kind === kind)
      .map(({ what, where, messageIds }) => `${what} (${[where, ...messageIds].join(' ')})`);
    const different = [...new Set(lines)];
    for (const line of different.slice(0, mostListed)) {
      const times = lines.filter((other) => other === line).length;
      print(`  ${kind}: ${line}${times > 1 ? `, ${times} times` : ''}`);
    }
    if (different.length > mostListed) print(`  ${kind}: ${different.length - mostListed} more`);
  }
}

export function printSelfCheck(results: readonly SelfChecked[]): void {
  if (results.length === 0) return;
  const failed = results.filter(({ failure }) => failure !== null);
  print(
    `  self-check: ${results.length - failed.length} of ${results.length} planted faults found`,
  );
  for (const { name, failure } of failed) print(`  ${name}: ${failure}`);
}
