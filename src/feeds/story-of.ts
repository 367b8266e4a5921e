import { readByline } from '../core/credit-line.ts';
import { sameName } from '../core/people.ts';
import { creditRoles, noCredits, type Contributor, type Credits } from '../core/credits.ts';
import type { Story } from '../core/story.ts';
import { readLead } from './lead.ts';
import { cutAtWord } from './opening.ts';
import type { WrittenStory } from './written-story.ts';

/** A story as the newsroom knows it. `publisher` is the feed's title, which is nobody's byline. */
export function storyOf(written: WrittenStory, publisher: string | null): Story {
  const lead = readLead(written.leads, written.headline);
  const named = distinct(written.bylines.flatMap((text) => readByline(text))).filter(
    ({ name }) => publisher === null || !sameName(name, publisher),
  );
  const byline = named.length > 0 ? named : lead.byline;
  return {
    headline: written.headline === null ? null : cutAtWord(written.headline, 500),
    url: written.url,
    summary: lead.summary,
    publishedAt: written.publishedAt,
    updatedAt: written.updatedAt,
    dateline: lead.dateline,
    photo: written.photo,
    topics: written.topics,
    credits: joinedCredits(byline, lead.credits),
    commentPolicy: null,
    commentCount: written.commentCount,
    commentLinks: written.commentLinks,
  };
}

function joinedCredits(byline: Contributor[], read: readonly Partial<Credits>[]): Credits {
  const joined: Credits = { ...noCredits, byline };
  for (const credits of read) {
    for (const role of creditRoles) {
      const people = role === 'byline' ? undefined : credits[role];
      if (people) joined[role] = distinct([...joined[role], ...people]);
    }
    joined.verbatim = [...joined.verbatim, ...(credits.verbatim ?? [])];
    if (joined.byline.length === 0) joined.byline = distinct(credits.byline ?? []);
  }
  return joined;
}

function distinct(people: readonly Contributor[]): Contributor[] {
  return people.filter(
    ({ name }, index) => people.findIndex((other) => sameName(other.name, name)) === index,
  );
}
