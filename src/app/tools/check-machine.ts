import { existsSync, statfsSync } from 'node:fs';
import { errorText } from '../../core/errors.ts';
import { unwritableFolder } from '../../edge/store/sqlite/location.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';
import { plural } from '../../text/plural.ts';
import { sizeText } from './size-text.ts';
import { type Check, note, ok, problem } from './check.ts';

const leastNode = [20, 19] as const;

/** @param version such as "20.19.0" */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) {
    return ok(`Node.js ${version}.`);
  }
  return problem(
    `Node.js ${version} is too old: install ${leastNode.join('.')} or newer from https://nodejs.org.`,
  );
}

/** In bytes: SQLite's log, and what a day of news needs. */
const leastRoom = 50_000_000;

/** @param folder where the database is, or will be */
export function checkFolder(folder: string): Check {
  if (!existsSync(folder)) {
    return note(`The folder ${folder} does not exist: the bot makes it at its first start.`);
  }
  const reason = unwritableFolder(folder);
  if (reason !== null) return problem(`${reason}.`);
  const { bavail, bsize } = statfsSync(folder);
  const room = bavail * bsize;
  return room < leastRoom
    ? problem(
        `The disk of the database's folder ${folder} has room for ${sizeText(room)} only: make room on it, or nothing can be stored or posted.`,
      )
    : ok(`The database's folder ${folder} can be written to: room for ${sizeText(room)}.`);
}

/** More than that, and times in messages and comment periods are wrong for readers. */
const mostAheadMs = 30 * secondMs;

const clockUnits = [
  [dayMs, 'day'],
  [hourMs, 'hour'],
  [minuteMs, 'minute'],
] as const;

/** @param aheadMs how far the other clock is ahead of this machine's */
export function checkClock(whose: string, aheadMs: number): Check {
  if (Math.abs(aheadMs) <= mostAheadMs) return ok(`This machine's clock agrees with ${whose}.`);
  const ms = Math.abs(aheadMs);
  const [unitMs, unit] = clockUnits.find(([unitMs]) => ms >= 2 * unitMs) ?? [secondMs, 'second'];
  const by = plural(Math.round(ms / unitMs), unit);
  return problem(
    `This machine's clock is ${by} ${aheadMs > 0 ? 'behind' : 'ahead of'} ${whose}: turn on time synchronisation (timedatectl set-ntp true).`,
  );
}

/** Whether somebody answers at the address that hubs are given. */
export async function checkHubs(publicUrl: string | null): Promise<Check> {
  if (publicUrl === null) {
    return note('PUBLIC_URL is not set: hubs cannot push news, so feeds are only polled.');
  }
  try {
    await fetch(publicUrl, { signal: AbortSignal.timeout(10 * secondMs), redirect: 'manual' });
    return ok(`${publicUrl} answers.`);
  } catch (error) {
    return problem(
      `${publicUrl} (PUBLIC_URL) does not answer (${errorText(error)}): start the bot, and check the proxy in front of PUBLIC_LISTEN.`,
    );
  }
}
