import { notADictionary, tooLong } from './error-messages.ts';
import { isDictionary } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Path, Refused } from './refused.ts';

/** No real body nests beyond a dozen levels. */
const mostLevels = 32;
const mostValues = 100_000;
/** The longest list and the longest text that Discord's API description knows. */
const mostEntries = 1521;
const mostText = 152_133;

const brokenJson: Refused = {
  status: 400,
  code: 50109,
  message: 'The request body contains invalid JSON.',
};
const tooLarge: Refused = { status: 413, code: 40005, message: 'Request entity too large' };

/**
 * Refuses what no client sends: a body nested or grown beyond reason, or one with a `__proto__` key.
 * It walks without recursion; everything after it may rely on a body of bounded depth and size.
 */
export function refusedHostile(body: unknown): Refused | null {
  const waiting: { value: unknown; level: number; path: Path }[] = [
    { value: body, level: 0, path: [] },
  ];
  const complaints = new Complaints();
  let values = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level, path } = next;
    if (typeof value === 'string' && value.length > mostText)
      complaints.add(path, tooLong(mostText));
    if (typeof value !== 'object' || value === null) continue;
    if (level >= mostLevels) return brokenJson;
    if (Array.isArray(value) && value.length > mostEntries) {
      complaints.add(path, tooLong(mostEntries));
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') return brokenJson;
      if (++values > mostValues) return tooLarge;
      waiting.push({
        value: inner,
        level: level + 1,
        path: [...path, Array.isArray(value) ? Number(key) : key],
      });
    }
  }
  return complaints.refused();
}

/** As {@link refusedHostile}, and refuses what is not a JSON object. */
export function refusedNotABody(body: unknown): Refused | null {
  const hostile = refusedHostile(body);
  if (hostile || isDictionary(body)) return hostile;
  const complaints = new Complaints();
  complaints.add([], notADictionary);
  return complaints.refused();
}
