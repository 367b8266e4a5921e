// Runs the program in this process, so that a signal to it arrives.
import './build.js';

// npm passes a signal on to its shell only, and the shell to nobody: without it, this process ends as well.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 1000);
  watch.unref();
}

await import('../dist/src/main.js');
