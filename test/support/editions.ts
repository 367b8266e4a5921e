import type { Edition, StoryScript } from '../../src/preview/newspaper/edition.ts';
import { demoEdition } from '../../src/preview/newspaper/demo/edition.ts';

const minute = 60_000;

/** One story of our own invention; tests change what they are about. */
export function aStory(parts: Partial<StoryScript> = {}): StoryScript {
  return {
    slug: 'pier',
    at: -60 * minute,
    headline: 'Harbour board puts off its ruling on the new pier',
    place: 'Saltmarsh',
    agency: 'Tidewire',
    summary:
      'The harbour board put off its ruling on the new pier. Fishers had asked for more time.',
    credits: {
      reporting: [{ name: 'Ines Okafor' }],
      additionalReporting: [{ name: 'Jonas Feld', place: 'Northquay' }],
      editing: [{ name: 'Bo Lind' }, { name: 'Aiko Mori' }],
    },
    photo: {
      name: 'harbour-dawn',
      caption: 'Boats wait at the old pier in Saltmarsh.',
      photographer: 'Ana Ruiz',
      agency: 'Tidewire',
    },
    topics: ['Harbour', 'Town hall'],
    body: [
      'The harbour board put off its ruling on the new pier.',
      'Fishers had asked for more time.',
    ],
    corrections: [],
    comments: [],
    ...parts,
  };
}

/** A paper that prints just these. */
export function anEdition(...stories: StoryScript[]): Edition {
  return { ...demoEdition, stories };
}

/** Three comments: a question, its answer, a remark. */
export const threeComments: StoryScript['comments'] = [
  { id: 'c1', at: -50 * minute, author: 'Maren', text: 'When will they decide?' },
  {
    id: 'c2',
    at: -40 * minute,
    author: 'Odd Nilsen',
    text: 'In spring, they say.',
    inReplyTo: 'c1',
  },
  { id: 'c3', at: -30 * minute, author: 'Ngozi', text: 'The old pier has stood for a century.' },
];
