import { compile } from './compile.js';

/** Before a run of tests: compiles what they start as processes. Beside `dist/`, which may be in use. */
export function setup() {
  compile('test/tsconfig.compiled.json', 'dist.test');
}
