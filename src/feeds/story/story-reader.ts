import { readSigned, type Signed } from '../../credits/line/byline.ts';
import { withKnownNames } from '../../credits/known-names.ts';
import { withAgency } from '../../credits/merge.ts';
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
  private readonly bylines = new Map<string, Signed>();

  constructor(publisher: string | null) {
    this.publisher = publisher && withoutArticle(publisher);
  }

  /** The story of an item. */
  read(item: FeedItem, identity: string): FeedStory {
    const lead = readLead(item.leads, item.headline);
    const { people, agency } = this.signed(item.bylines);
    const credits = joinedCredits(people.length > 0 ? people : lead.byline, lead.credits);
    return {
      headline: lead.headline === null ? null : cutAtWord(lead.headline, 500),
      url: item.url ?? item.enclosure,
      summary: lead.summary,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      dateline: withAgency(
        lead.dateline,
        credits.byline.length > 0 ? item.paper : (item.paper ?? agency),
      ),
      photo: photoWithout(item.photo, lead),
      topics: item.topics,
      credits,
      commentPolicy: null,
      commentCount: item.commentCount,
      commentLinks: item.commentLinks,
      identity,
    };
  }

  private signed(bylines: readonly string[]): Signed {
    const [only] = bylines;
    if (only !== undefined && bylines.length === 1) return this.signedBy(only);
    const read = bylines.slice(0, mostBylines).map((byline) => this.signedBy(byline));
    return {
      people: distinctPeople(read.flatMap(({ people }) => people)),
      agency: read.find(({ agency }) => agency !== null)?.agency ?? null,
    };
  }

  /** Who signs in one byline, read only once, since a feed has few authors. */
  private signedBy(written: string): Signed {
    const byline = shortened(written);
    const cached = this.bylines.get(byline);
    if (cached) return cached;
    const { people, agency } = readSigned(byline);
    const signed = {
      people: distinctPeople(people).filter(({ name }) => !this.isPublisher(name)),
      agency: agency === null || this.isPublisher(agency) ? null : agency,
    };
    this.bylines.set(byline, signed);
    return signed;
  }

  private isPublisher(name: string): boolean {
    return this.publisher !== null && sameName(withoutArticle(name), this.publisher);
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
  return withKnownNames(joined);
}

/** "The Harbour Ledger" and "Harbour Ledger" are the same name. */
function withoutArticle(name: string): string {
  return name.replace(/^the /iu, '');
}
