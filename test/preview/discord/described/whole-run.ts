import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Around the whole run: adds up the results of the files, prints one line, fails on a mismatch. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'wirethread-answers-'));
  project.provide('answerTallies', folder);
  return () => {
    const tallies = readdirSync(folder).map(
      (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tally,
    );
    rmSync(folder, { recursive: true, force: true });
    const sum = (count: (tally: Tally) => number) =>
      tallies.reduce((all, tally) => all + count(tally), 0);
    const checked = sum((tally) => tally.checked);
    const mismatches = sum((tally) => tally.mismatches.length);
    process.stdout.write(
      `\nDiscord's description: ${checked} answers checked, ${mismatches} mismatches\n`,
    );
    if (mismatches > 0) process.exitCode = 1;
  };
}
