import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

// `npm start` as a visitor runs it, where its usual port is taken: the page answers, SIGINT ends it.

const neighbour = createServer().on('error', () => {}); // Taken already: as well.
neighbour.listen(8420, '127.0.0.1').unref();

const preview = spawn('npm', ['start'], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => {
  preview.on('exit', (code, signal) => resolve(code ?? signal));
});

const address = await new Promise((resolve) => {
  void ended.then(() => resolve(null));
  createInterface({ input: preview.stdout }).on('line', (line) => {
    const found = /Look here\s+(http:\S+)/.exec(line)?.[1];
    if (found) resolve(found);
  });
});
if (address === null) throw new Error('npm start ended before it printed an address');
const page = await fetch(address);
const html = await page.text();
if (!page.ok || !html.includes('<html')) throw new Error(`${address} answered ${page.status}`);

process.kill(innermost(preview.pid), 'SIGINT');
const code = await ended;
if (code !== 0) throw new Error(`npm start ended with ${code}`);
process.stdout.write(`ci: the preview answered at ${address} and ended in order\n`);

/** The process at the end of npm → shell → node. The shell would pass no signal on. */
function innermost(pid) {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return child ? innermost(Number(child)) : pid;
}
