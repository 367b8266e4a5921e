import { minuteMs, secondMs } from '../../src/core/time/duration.ts';
import type { SeenCall } from '../../src/preview/discord/index.ts';
import type { TrialBot } from './bot.ts';
import type { Random } from '../support/random.ts';
import type { Stage } from './stage.ts';
import { isChanging } from './trouble.ts';

/** How a process is to die: at a call, before or after Discord acted, or at any moment. */
export type Death =
  | { at: 'call'; number: number; phase: 'before' | 'after'; of: 'changing' | 'any' }
  | { at: 'moment'; afterMs: number };

export function chooseDeath(random: Random): Death {
  if (random.chance(0.15)) return { at: 'moment', afterMs: random.whole(0, 400) };
  const phase = random.chance(0.5) ? 'before' : 'after';
  const of = random.chance(0.85) ? 'changing' : 'any';
  // Soon, or after most of what it has to do.
  const number = random.whole(1, random.chance(0.6) ? 10 : 120);
  return { at: 'call', number, phase, of };
}

/**
 * Kills the process at its death. Resolves with the call that it died in, `null` for none, once it
 * is dead; a process that ended by itself is dead too.
 */
export async function dies(
  death: Death,
  bot: TrialBot,
  { discord }: Stage,
): Promise<SeenCall | null> {
  let last: SeenCall | null = null;
  let calls = 0;
  const stop = discord.faults.onCall(async (call) => {
    if (death.at !== 'call' || call.phase !== death.phase) return;
    if (death.of === 'changing' && !isChanging(call)) return;
    calls += 1;
    if (calls !== death.number) return;
    last = call;
    bot.kill();
    await bot.died;
    // Its call never has an effect.
    if (call.phase === 'before') await new Promise<never>(() => {});
  });
  const timer = death.at === 'moment' ? setTimeout(() => bot.kill(), death.afterMs) : undefined;
  await bot.died;
  clearTimeout(timer);
  stop();
  return last;
}

/** How long nobody runs the bot: most are restarted at once, some find hours gone. */
export function timeAwayMs(random: Random): number {
  if (random.chance(0.55)) return random.whole(1, 10) * secondMs;
  if (random.chance(0.6)) return random.whole(1, 15) * minuteMs;
  return random.whole(15, 90) * minuteMs;
}
