// Compiles the trial and the bot that it kills, then runs it in this process.
import { compile } from './compile.js';

compile('test/tsconfig.compiled.json', 'dist.test');
await import('../dist.test/test/trial/run.js');
