// Runs the program in this process, so that a signal to it arrives.
import './build.js';

await import('../dist/src/main.js');
