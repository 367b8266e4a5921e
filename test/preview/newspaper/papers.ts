import { onTestFinished } from 'vitest';
import { demoEdition } from '../../../src/preview/newspaper/demo/edition.ts';
import type { Edition, StoryScript } from '../../../src/preview/newspaper/edition.ts';
import { startNewspaper } from '../../../src/preview/newspaper/newspaper.ts';

/** A Tuesday morning at a quarter past nine, in a zone that keeps winter time then. */
export const morning = Date.UTC(2026, 10, 24, 14, 15);

export function scripted(parts: Partial<StoryScript> = {}): StoryScript {
  return {
    slug: 'ropewalk',
    at: 0,
    headline: 'Ropewalk to be roofed again',
    place: 'Port Merrow',
    agency: 'Halyard',
    summary: 'The ropewalk gets a roof.',
    credits: { reporting: [{ name: 'Ana Sola' }] },
    photo: null,
    topics: [],
    body: ['The ropewalk gets a roof.'],
    corrections: [],
    comments: [],
    ...parts,
  };
}

export function editionOf(...stories: StoryScript[]): Edition {
  return { ...demoEdition, stories };
}

/** An open paper with a clock to turn; closed when the test is over. */
export async function openPaper(script?: Edition) {
  let time = morning;
  const paper = await startNewspaper({ now: () => time, ...(script && { script }) });
  onTestFinished(() => paper.close());
  return {
    paper,
    pass: (ms: number) => {
      time += ms;
    },
    get: (path: string, init: RequestInit = {}) => fetch(new URL(path, paper.url), init),
    text: async (path: string) => (await fetch(new URL(path, paper.url))).text(),
  };
}
