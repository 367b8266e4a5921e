import { listed, wordsOfAll } from '../../languages/words.ts';
import { cityNames, longRegionNames } from './place-names.ts';
import { withoutFullStop } from './word-shape.ts';

/**
 * Places that are known by name: needed only where the shape of a line does not distinguish a place from a
 * person or a paper, as in "Von Ana Ruiz, Berlin" and "With reporting by Ana Ruiz/New York".
 */

const longRegions = new Set(listed(longRegionNames));

const cities = new Set([...listed(cityNames), ...wordsOfAll(({ names }) => names?.cities)]);

/** True of a city that datelines name alone, without its country. */
export function isKnownCity(text: string): boolean {
  return cities.has(text.toLowerCase());
}

/** True of a state or country of more than one word. */
export function isLongRegion(text: string): boolean {
  return longRegions.has(withoutFullStop(text).toLowerCase());
}
