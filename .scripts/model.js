// Compiles the model test's command, then runs it in this process.
import { existsSync } from 'node:fs';
import { compile } from './compile.js';

// Half of the time went into databases that wait for the disk: here no power cut is played.
if (existsSync('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';

compile('test/tsconfig.compiled.json', 'dist.test');
await import('../dist.test/test/model/run.js');
