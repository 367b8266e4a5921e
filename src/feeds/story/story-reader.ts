import { readByline } from '../../credits/line/byline.ts';
import { distinctPeople, sameName } from '../../core/story/same-person.ts';
import {
  creditRoles,
  noCredits,
  type Contributor,
  type Credits,
} from '../../core/story/credits.ts';
import type { FeedStory, Photo } from '../../core/story/story.ts';
import { readLead, type Lead } from './lead.ts';
import { cutAtWord } from '../../text/truncate.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/** Of a story's author fields, and of one field's UTF-16 units. */
const mostBylines = 50;
const longestByline = 400;

/** Reads the stories of one feed. `publisher` is the feed's title, which is never a byline. */
export class StoryReader {
  private readonly publisher: string | null;
  private readonly bylines = new Map<string, Contributor[]>();

  constructor(publisher: string | null) {
    this.publisher = publisher && withoutArticle(publisher);
  }

  /** The story of an item. */
  read(item: FeedItem, identity: string): FeedStory {
    const lead = readLead(item.leads, item.headline);
    const named = this.people(item.bylines);
    return {
      headline: lead.headline === null ? null : cutAtWord(lead.headline, 500),
      url: item.url ?? item.enclosure,
      summary: lead.summary,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      dateline: lead.dateline,
      photo: photoWithout(item.photo, lead),
      topics: item.topics,
      credits: joinedCredits(named.length > 0 ? named : lead.byline, lead.credits),
      commentPolicy: null,
      commentCount: item.commentCount,
      commentLinks: item.commentLinks,
      identity,
    };
  }

  private people(bylines: readonly string[]): Contributor[] {
    const [only] = bylines;
    if (only !== undefined && bylines.length === 1) return this.peopleOf(only);
    const read = bylines.slice(0, mostBylines);
    return distinctPeople(read.flatMap((byline) => this.peopleOf(byline)));
  }

  /** The people of one byline, read only once, since a feed has few authors. */
  private peopleOf(written: string): Contributor[] {
    const byline = shortened(written);
    const cached = this.bylines.get(byline);
    if (cached) return cached;
    const people = distinctPeople(readByline(byline)).filter(
      ({ name }) => this.publisher === null || !sameName(withoutArticle(name), this.publisher),
    );
    this.bylines.set(byline, people);
    return people;
  }
}

/** A long list of names without those that do not fit; no name is cut. */
function shortened(byline: string): string {
  if (byline.length <= longestByline) return byline;
  const last = (mark: string) => byline.lastIndexOf(mark, longestByline);
  const end = Math.max(last(','), last(';'), last(' and '), last(' & '));
  return byline.slice(0, end > 0 ? end : longestByline);
}

/** A photo whose caption says more than headline and summary do. */
function photoWithout(photo: Photo | null, { headline, summary }: Lead): Photo | null {
  if (photo === null || photo.caption === null) return photo;
  const { caption } = photo;
  const isRepeated = [headline, summary].some((text) => text !== null && repeats(text, caption));
  return isRepeated ? { ...photo, caption: null } : photo;
}

/** True for the same words, and for a long text that begins with them. */
function repeats(text: string, caption: string): boolean {
  const shorter = Math.min(text.length, caption.length);
  const longer = Math.max(text.length, caption.length);
  // Compared only where they can be the same, since nearly all are not.
  if (longer - shorter <= fewMarks && sameName(text, caption)) return true;
  return shorter >= longRepeat && sameName(text.slice(0, longRepeat), caption.slice(0, longRepeat));
}

/** Marks and spaces that one of two texts with the same words may have more than the other. */
const fewMarks = 12;
/** Two texts with as long a common beginning are one text, cut at different places. */
const longRepeat = 60;

function joinedCredits(byline: Contributor[], read: readonly Partial<Credits>[]): Credits {
  const joined: Credits = { ...noCredits, byline };
  for (const credits of read) {
    for (const role of creditRoles) {
      const people = role === 'byline' ? undefined : credits[role];
      if (people) joined[role] = distinctPeople([...joined[role], ...people]);
    }
    joined.verbatim = [...joined.verbatim, ...(credits.verbatim ?? [])];
    if (joined.byline.length === 0) joined.byline = distinctPeople(credits.byline ?? []);
  }
  return joined;
}

/** "The Harbour Ledger" and "Harbour Ledger" are the same name. */
function withoutArticle(name: string): string {
  return name.replace(/^the /iu, '');
}
