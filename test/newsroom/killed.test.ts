import { afterEach, expect, test } from 'vitest';
import { minuteMs, secondMs } from '../../src/core/time.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { untilQuiet } from '../support/rounds.ts';

let newsroom: Newsroom | null = null;
afterEach(async () => {
  await newsroom?.close();
  newsroom = null;
});

const { signal } = new AbortController();

/** Longer than any lease, and than Discord's nonce window. */
const awayMs = 10 * minuteMs;

/** At which of its calls to Discord a process dies: before that has an effect, or not hearing of it. */
interface Death {
  call: number;
  phase: 'before' | 'after';
}

/** The world of a process that dies at a call, of which it never hears again. */
function mortal(ports: Ports, death: Death) {
  let calls = 0;
  let die: () => void = () => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => {});
  const dying =
    (call: (...values: unknown[]) => Promise<unknown>) =>
    async (...values: unknown[]) => {
      calls += 1;
      const isLast = calls === death.call;
      if (isLast && death.phase === 'before') die();
      if (calls > death.call || (isLast && death.phase === 'before')) return never;
      const answer = await call(...values);
      if (!isLast) return answer;
      die();
      return never;
    };
  const discord = new Proxy(ports.discord, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' && name !== 'botId' ? dying(member.bind(target)) : member;
    },
  });
  return { ports: { ...ports, discord }, died, calls: () => calls };
}

/** A story whose comment period is over: posted, discussed, closed and locked in one go. */
async function stage(): Promise<Newsroom> {
  await newsroom?.close();
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    settings: { commentPeriodMs: minuteMs, closingWarningMs: 0 },
  });
  return newsroom;
}

async function lives({ clock }: Newsroom, ports: Ports): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    await untilQuiet(ports, signal);
    clock.turn(3 * secondMs);
  }
}

/** What readers see: each message's first words, whether its buttons work, the thread's lock. */
function seen(harmed: Newsroom): string[] {
  const [thread] = harmed.threads();
  const posted = [...harmed.messages(), ...harmed.messages(thread?.id)].filter(
    ({ type }) => type === 0 || type === 19,
  );
  const lines = posted.map(({ content, components }) => {
    const disabled = JSON.stringify(components).includes('"disabled":true');
    return `${content.split('\n').at(-1)?.slice(0, 25)} ${disabled ? 'disabled' : ''}`;
  });
  return [...lines, thread?.thread_metadata.locked ? 'locked' : 'not locked'];
}

test('killed at any call to Discord, the bot brings everything to its end exactly once', async () => {
  const unharmed = await stage();
  const whole = mortal(unharmed.bot.ports, { call: Infinity, phase: 'after' });
  await lives(unharmed, whole.ports);
  const expected = seen(unharmed);
  expect(expected).toHaveLength(7);
  expect(expected.at(-1)).toBe('locked');

  for (let call = 1; call <= whole.calls(); call += 1) {
    for (const phase of ['before', 'after'] as const) {
      const harmed = await stage();
      const life = mortal(harmed.bot.ports, { call, phase });
      await Promise.race([life.died, lives(harmed, life.ports)]);
      harmed.clock.turn(awayMs);
      await lives(harmed, harmed.bot.ports);
      expect({ call, phase, seen: seen(harmed) }).toEqual({ call, phase, seen: expected });
    }
  }
}, 60_000);
