// Compiles the benchmarks and the bot that they measure, then runs one: memory is that of the program as
// it is shipped.
import { compile } from './compile.js';

compile('bench/tsconfig.compiled.json', 'dist.bench');
await import('../dist.bench/bench/run.js');
