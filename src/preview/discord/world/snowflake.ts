const discordEpochMs = 1_420_070_400_000;

/** Strictly increasing Discord ids that carry the instant of `now()` in their upper bits. */
export function snowflakeSource(now: () => number): () => string {
  let last = 0n;
  return () => {
    const candidate = BigInt(Math.max(0, Math.floor(now()) - discordEpochMs)) << 22n;
    last = candidate > last ? candidate : last + 1n;
    return last.toString();
  };
}

/** The instant a snowflake was made, epoch milliseconds. */
export function snowflakeMs(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpochMs;
}

/** Orders ids by age; ids are compared as numbers, not as text. */
export function olderFirst(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}

export function isSnowflake(text: string): boolean {
  return /^\d{15,20}$/.test(text);
}

/** An instant in the form that Discord writes: microseconds and an explicit offset. */
export function discordTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}
