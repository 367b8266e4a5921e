import { dayMs, hourMs, minuteMs, secondMs } from '../../../core/time/duration.ts';
import type { CommentScript, Edition, Paper, StoryDraft, StoryScript } from '../edition.ts';
import * as comments from './comments.ts';
import * as later from './later-stories.ts';
import * as opening from './opening-stories.ts';

const merrowLantern: Paper = {
  name: 'The Merrow Lantern',
  motto: 'A light for the harbour, mornings and evenings, since 1868',
  town: 'Port Merrow',
  zone: 'America/New_York',
  domain: 'merrow-lantern.example',
  ttlMinutes: 0,
  storiesPerFeed: 20,
  commentsPerFeed: 20,
  commentPolicy:
    'The Lantern is glad of comments that add something: what you saw, what you know, a link, a doubt. If one of them breaks the house rules, tell our editors with “Report as abuse”. Readers speak for themselves and not for the paper.',
  houseRules: [
    'Argue with what was said, and leave alone whoever said it.',
    'No insults, no threats, nothing that would get you put off the ferry.',
    'Write what you know to be so. Call a rumour a rumour, or better, leave it at home.',
    'Nobody’s address, telephone number or boat key.',
    'One advertisement for a jumble sale is news; two are an advertisement.',
  ],
  closingSentence:
    'This discussion has ended. The Lantern keeps the comments under a story open for a few days, and then lets them stand as they are.',
};

/** What the first three minutes of the demo are about, for whoever shows them. */
export const demoCast = {
  closedStory: 'lost-lighthouse-logbook-found-inside-a-parlour-piano',
  livelyStory: 'night-ferry-to-skerrin-will-sail-all-winter',
  correctedStory: 'sea-pool-to-reopen-with-a-boiler-from-a-tug',
  /** Stands under the lively story and breaks the first two house rules. */
  rudeComment: '1107',
  editedComment: '1105',
  withdrawnComment: '1108',
} as const;

function scripted(
  slug: string,
  at: number,
  draft: StoryDraft,
  comments: readonly CommentScript[],
  turns: Pick<Partial<StoryScript>, 'corrections' | 'closesAt' | 'closingSentence'> = {},
): StoryScript {
  return { corrections: [], ...turns, ...draft, slug, at, comments };
}

/** A day at The Merrow Lantern: much in the first three minutes, and little by little after that. */
export const demoEdition: Edition = {
  paper: merrowLantern,
  stories: [
    scripted(demoCast.closedStory, -3 * dayMs, opening.logbook, comments.onLogbook, {
      closesAt: -12 * hourMs,
    }),
    scripted(demoCast.livelyStory, -5 * hourMs, opening.nightFerry, comments.onNightFerry, {
      closesAt: 150 * secondMs,
      closingSentence:
        'This discussion has ended. The board will hear readers again in February, and so will we.',
    }),
    scripted(demoCast.correctedStory, -12 * minuteMs, opening.seaPool, comments.onSeaPool, {
      corrections: [
        {
          at: 60 * secondMs,
          headline: 'Sea pool to reopen on Saturday with a boiler from a retired tug',
        },
      ],
    }),
    scripted('harbour-gate-to-close-tonight', 20 * secondMs, opening.gale, comments.onGale),
    scripted('net-street-bakery-rings-its-bell', 100 * secondMs, opening.bakery, comments.onBakery),
    scripted('trawler-hauls-up-weather-buoy', 20 * minuteMs, later.buoy, comments.onBuoy),
    scripted('school-choir-sings-for-the-lifeboat', 2 * hourMs, later.lifeboat, []),
    scripted('two-teenagers-find-a-comet', 6 * hourMs, later.comet, []),
  ],
  stock: [later.umbrellas, later.scooters],
};
