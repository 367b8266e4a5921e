import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from '../source-folder.ts';

/** The files in `photos/`, without `.jpg`, and what each shows. */
export const photoTitles = {
  'beach-dawn': 'The beach at dawn',
  'ferry-night': 'A ferry at sea at night',
  'harbour-dawn': 'The harbour at dawn',
  'harbour-day': 'The harbour by day',
  'harbour-storm': 'The harbour in a storm',
  'lighthouse-day': 'The lighthouse by day',
  'lighthouse-dusk': 'The lighthouse at dusk',
  'lighthouse-night': 'The lighthouse at night',
  'street-dawn': 'Houses above the quay at dawn',
  'street-storm': 'Houses above the quay in a storm',
} as const;

export type PhotoName = keyof typeof photoTitles;

/** Every photo has this size, in pixels. */
export const photoSize = { width: 960, height: 540 } as const;

export const photoType = 'image/jpeg';

const names = Object.keys(photoTitles) as PhotoName[];
const bytes = new Map<PhotoName, Buffer>();

export function photoPath(name: PhotoName): string {
  return `/photos/${name}.jpg`;
}

/** The JPEG at a path of the paper, `null` when no photo has that path. */
export function photoAt(path: string): Buffer | null {
  const name = names.find((name) => photoPath(name) === path);
  if (!name) return null;
  const read = bytes.get(name) ?? readFileSync(join(photoFolder(), `${name}.jpg`));
  bytes.set(name, read);
  return read;
}

function photoFolder(): string {
  return sourceFolder('newspaper/photos', 'ferry-night.jpg');
}
