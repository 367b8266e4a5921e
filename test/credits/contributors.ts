import type { Contributor } from '../../src/core/story/credits.ts';
/** "Ana Ruiz@Paris" is Ana Ruiz in Paris. */
export function people(...names: string[]): Contributor[] {
  return names.map((text) => {
    const [name = '', place] = text.split('@');
    return { name, place: place ?? null };
  });
}
