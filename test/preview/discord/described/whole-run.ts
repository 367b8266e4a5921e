import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { descriptionMissing } from './description.ts';
import type { Tally } from './tally.ts';

function said(line: string): void {
  process.stdout.write(`\nDiscord's description: ${line}\n`);
}

/** Around the whole run: gathers what the files found, says it in one line, fails on a mismatch. */
export function setup(project: TestProject): (() => void) | undefined {
  if (descriptionMissing) {
    project.provide('answerTallies', '');
    return () => said(`answers not checked, ${descriptionMissing}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'wirethread-answers-'));
  project.provide('answerTallies', folder);
  return () => {
    const tallies = readdirSync(folder).map(
      (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tally,
    );
    rmSync(folder, { recursive: true, force: true });
    const sum = (count: (tally: Tally) => number) =>
      tallies.reduce((all, tally) => all + count(tally), 0);
    const mismatches = sum((tally) => tally.mismatches.length);
    said(
      `${sum((tally) => tally.checked)} answers checked, ${mismatches} mismatches` +
        ` (${sum((tally) => tally.notDescribed)} answers of routes not described)`,
    );
    if (mismatches > 0) process.exitCode = 1;
  };
}
