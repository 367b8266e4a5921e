import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { asked, started, told } from './child.ts';
import { type Bench, median } from './measure.ts';

const sizes = [100, 1_000, 10_000];
const peer = 'rss-parser parseURL';
/** The peer keeps nothing, so what it does a second is the same at every size. */
const peerSize = 1_000;

const roundsOf = (size: number) => (size === 10_000 ? 1 : 3);

interface Round {
  polled: number;
  ms: number;
  cpuMs: number;
  peakMb: number;
}

/**
 * Polls a second of one core (the process's own time on the processor, whatever else the machine
 * does) and memory of our poller, against the loop over `parseURL` of the common bots, which reads
 * every document whole and keeps nothing.
 */
export const poll: Bench = {
  name: 'poll',
  what: 'feeds on a local server, 90 % unchanged, kept in SQLite; against parseURL, which keeps nothing',
  async run(show) {
    const server = started('poll/server.js');
    const { port } = await told<{ port: number }>(server);
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    let served = 0;
    const nextRound = async () => {
      served += 1;
      await asked(server, served);
    };
    const other = started('poll/poller.js', 'peer', port, peerSize);
    await told(other);
    await askedFor(other);
    const steps = sizes.reduce((sum, size) => sum + roundsOf(size), 0);
    let step = 0;
    for (const size of sizes) {
      const ours = started('poll/poller.js', 'wirethread', port, size);
      await told(ours);
      await askedFor(ours);
      const times = roundsOf(size);
      const measured: { ours: Round; peer: Round }[] = [];
      for (let time = 0; time < times; time += 1) {
        step += 1;
        show(step, steps, `a round of ${size} feeds`);
        await nextRound();
        measured.push({ ours: await askedFor(ours), peer: await askedFor(other) });
      }
      const of = (who: 'ours' | 'peer', figure: (round: Round) => number) =>
        median(measured.map((round) => figure(round[who])));
      const ofOneCore = ({ polled, cpuMs }: Round) => (polled / cpuMs) * 1000;
      const byTheClock = ({ polled, ms }: Round) => (polled / ms) * 1000;
      figures[`${size} feeds: polls/s of one core`] = of('ours', ofOneCore);
      figures[`${size} feeds: polls/s by the clock`] = of('ours', byTheClock);
      figures[`${size} feeds: peak MB`] = of('ours', ({ peakMb }) => peakMb);
      figures[`${peer}, beside ${size}: of one core`] = of('peer', ofOneCore);
      ratios[`${peer}, ${size} feeds`] = of('ours', ofOneCore) / of('peer', ofOneCore);
      const still = { ours: await askedFor(ours), peer: await askedFor(other) };
      figures[`${size}, all unchanged: of one core`] = ofOneCore(still.ours);
      ratios[`${peer}, ${size} all unchanged`] = ofOneCore(still.ours) / ofOneCore(still.peer);
      await closed(ours);
    }
    figures[`${peer}: peak MB`] = (await askedFor(other)).peakMb;
    await closed(other);
    server.disconnect();
    return { rounds: 3, figures, ratios };
  },
};

async function askedFor(poller: ChildProcess): Promise<Round> {
  return asked<Round>(poller, 'round');
}

async function closed(poller: ChildProcess): Promise<void> {
  poller.send('close');
  await once(poller, 'exit');
}
