import { readByline } from '../../credits/line/byline.ts';
import { distinctPeople, sameName } from '../../core/story/same-person.ts';
import {
  creditRoles,
  noCredits,
  type Contributor,
  type Credits,
} from '../../core/story/credits.ts';
import type { FeedStory } from '../../core/story/story.ts';
import { readLead } from './lead.ts';
import { cutAtWord } from '../../text/truncate.ts';
import type { FeedItem } from '../entry/feed-item.ts';

/** Reads the stories of one feed. `publisher` is the feed's title, which is nobody's byline. */
export class StoryReader {
  private readonly publisher: string | null;
  private readonly bylines = new Map<string, Contributor[]>();

  constructor(publisher: string | null) {
    this.publisher = publisher && withoutArticle(publisher);
  }

  /** A story as the newsroom knows it. */
  read(written: FeedItem, identity: string): FeedStory {
    const lead = readLead(written.leads, written.headline);
    const named = this.people(written.bylines);
    return {
      headline: written.headline === null ? null : cutAtWord(written.headline, 500),
      url: written.url,
      summary: lead.summary,
      publishedAt: written.publishedAt,
      updatedAt: written.updatedAt,
      dateline: lead.dateline,
      photo: written.photo,
      topics: written.topics,
      credits: joinedCredits(named.length > 0 ? named : lead.byline, lead.credits),
      commentPolicy: null,
      commentCount: written.commentCount,
      commentLinks: written.commentLinks,
      identity,
    };
  }

  private people(bylines: readonly string[]): Contributor[] {
    const [only] = bylines;
    if (only !== undefined && bylines.length === 1) return this.peopleOf(only);
    return distinctPeople(bylines.flatMap((byline) => this.peopleOf(byline)));
  }

  /** The people of one byline, read once for all the stories that a feed's few authors write. */
  private peopleOf(byline: string): Contributor[] {
    const known = this.bylines.get(byline);
    if (known) return known;
    const people = distinctPeople(readByline(byline)).filter(
      ({ name }) => this.publisher === null || !sameName(withoutArticle(name), this.publisher),
    );
    this.bylines.set(byline, people);
    return people;
  }
}

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

/** "The Harbour Ledger" signs as "Harbour Ledger" too. */
function withoutArticle(name: string): string {
  return name.replace(/^the /iu, '');
}
