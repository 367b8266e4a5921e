import type { Contributor, Photo, StoryCredits } from './edition.ts';

/** "(Reporting by A; additional reporting by B in X; writing by C; editing by D and E)", or "". */
export function creditLine(credits: StoryCredits): string {
  const parts = [
    ['reporting', credits.reporting],
    ['additional reporting', credits.additionalReporting ?? []],
    ['writing', credits.writing ?? []],
    ['editing', credits.editing ?? []],
  ] as const;
  const line = parts
    .filter(([, people]) => people.length > 0)
    .map(([role, people]) => `${role} by ${joined(people.map(nameAndPlace))}`)
    .join('; ');
  return line === '' ? '' : `(${line.slice(0, 1).toUpperCase()}${line.slice(1)})`;
}

/** "By A, B and C", or "" when the paper names no reporter. */
export function byline(credits: StoryCredits): string {
  const names = credits.reporting.map((person) => person.name);
  return names.length === 0 ? '' : `By ${joined(names)}`;
}

/** "Halyard/Ana Ruiz". */
export function photoCredit(photo: Photo): string {
  return `${photo.agency}/${photo.photographer}`;
}

function nameAndPlace({ name, place }: Contributor): string {
  return place === undefined ? name : `${name} in ${place}`;
}

function joined(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
