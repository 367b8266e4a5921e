// Compiles the model test's command, then runs it in this process.
import { compile } from './compile.js';

compile('test/tsconfig.compiled.json', 'dist.test');
await import('../dist.test/test/model/run.js');
