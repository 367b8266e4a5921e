/** A JSON object of unknown content. */
export type Dictionary = Readonly<Record<string, unknown>>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under `key`, or an empty one where there is none. */
export function listAt(body: Dictionary, key: string): readonly unknown[] {
  const value = body[key];
  return Array.isArray(value) ? value : [];
}

/** The text under `key`, or '' where there is none. */
export function textAt(body: Dictionary, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

/** The number under `key`, or `otherwise` where there is none. */
export function numberAt(body: Dictionary, key: string, otherwise: number): number {
  const value = body[key];
  return typeof value === 'number' ? value : otherwise;
}

/** Neither absent nor null. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
