import { fstatSync, writeFileSync } from 'node:fs';
import { cannotWrite } from '../../edge/system/file-errors.ts';

const standardOutput = 1;

/**
 * Prints a line on standard output. What goes into a file is written whole: Node.js's own stream does
 * not say when a full disk took only a part of it. A pipe whose reader has gone is no failure.
 * @throws Error with what to do
 */
export function printLine(line: string): void {
  if (!fstatSync(standardOutput).isFile()) {
    process.stdout.write(`${line}\n`);
    return;
  }
  try {
    writeFileSync(standardOutput, `${line}\n`);
  } catch (error) {
    throw new Error(cannotWrite('Standard output', error), { cause: error });
  }
}
