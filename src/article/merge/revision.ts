import { readCreditLine } from '../../credits/line/credit-line.ts';
import { creditRoles, type Contributor, type Credits } from '../../core/story/credits.ts';
import { nameKey } from '../../core/story/same-person.ts';
import type { Photo, Story } from '../../core/story/story.ts';
import { isTracking } from '../../text/tracking.ts';

const mostTopics = 20;

/**
 * A story that its feed corrected. Only what differs between the feed's `previous` version and its
 * `revision` changes; fields that are missing now stay. What the page added stays, too: people,
 * topics, the caption. Without a previous version everything that the feed gives counts as changed,
 * and the people of a role change only when someone new is named.
 */
export function mergeRevision(before: Story, revision: Story, previous: Story | null): Story {
  const changed = <Field extends keyof Story>(field: Field): Story[Field] => {
    const isSame =
      previous !== null && JSON.stringify(previous[field]) === JSON.stringify(revision[field]);
    return isSame ? before[field] : (revision[field] ?? before[field]);
  };
  return {
    headline: changed('headline'),
    url: changed('url'),
    summary: changed('summary'),
    // Feeds that correct a story touch its date too: it was published when it was first.
    publishedAt: before.publishedAt ?? revision.publishedAt,
    updatedAt: changed('updatedAt'),
    dateline: changed('dateline'),
    photo: revisedPhoto(before.photo, revision.photo, previous?.photo ?? null),
    topics: revisedTopics(before.topics, revision.topics, previous?.topics ?? []),
    credits: revisedCredits(before.credits, revision.credits, previous?.credits ?? null),
    commentPolicy: changed('commentPolicy'),
    commentCount: changed('commentCount'),
    commentLinks: {
      ...before.commentLinks,
      feed: before.commentLinks.feed ?? revision.commentLinks.feed,
      page: revision.commentLinks.page ?? before.commentLinks.page,
    },
  };
}

function revisedCredits(before: Credits, revision: Credits, previous: Credits | null): Credits {
  const revised = { ...before };
  for (const role of creditRoles) {
    revised[role] = revisedPeople(before[role], revision[role], previous?.[role] ?? null);
  }
  const previousLines = new Set(previous?.verbatim ?? before.verbatim);
  const added = before.verbatim.filter((line) => !previousLines.has(line));
  const lines = revision.verbatim.length > 0 ? [...revision.verbatim, ...added] : before.verbatim;
  revised.verbatim = lines.filter((line) => !isInCredits(line, revised));
  return revised;
}

/** True for a line whose people are all in the credits already. */
function isInCredits(line: string, credits: Credits): boolean {
  const read = readCreditLine(line);
  if (read === null || (read.verbatim ?? []).length > 0) return false;
  const roles = creditRoles.filter((role) => read[role] !== undefined);
  return (
    roles.length > 0 &&
    roles.every((role) => {
      const names = new Set(credits[role].map(({ name }) => nameKey(name)));
      return read[role]?.every(({ name }) => names.has(nameKey(name)));
    })
  );
}

function revisedPeople(
  before: Contributor[],
  revision: Contributor[],
  previous: Contributor[] | null,
): Contributor[] {
  if (revision.length === 0) return before;
  const known = new Map(before.map((person) => [nameKey(person.name), person]));
  const namesNobodyNew = revision.every(({ name }) => known.has(nameKey(name)));
  if (previous === null) return namesNobodyNew ? before : revision;
  const fromFeed = new Set([...previous, ...revision].map(({ name }) => nameKey(name)));
  const people = revision.map((person) => ({
    ...person,
    place: person.place ?? known.get(nameKey(person.name))?.place ?? null,
  }));
  return [...people, ...before.filter(({ name }) => !fromFeed.has(nameKey(name)))];
}

function revisedTopics(before: string[], revision: string[], previous: string[]): string[] {
  if (revision.length === 0) return before;
  const fromFeed = new Set([...previous, ...revision].map((topic) => topic.toLowerCase()));
  const added = before.filter((topic) => !fromFeed.has(topic.toLowerCase()));
  return [...revision, ...added].slice(0, mostTopics);
}

/**
 * The feed's new picture. When only its size or its tracking parameters differ, the picture stays
 * and only the changed caption and credit are taken.
 */
function revisedPhoto(
  before: Photo | null,
  revision: Photo | null,
  previous: Photo | null,
): Photo | null {
  if (before === null || revision === null) return revision ?? before;
  const feedPhoto = previous ?? before;
  if (picture(feedPhoto.url) !== picture(revision.url)) return revision;
  const same = (part: 'caption' | 'credit') =>
    previous !== null && JSON.stringify(previous[part]) === JSON.stringify(revision[part]);
  return {
    url: before.url,
    caption: same('caption') ? before.caption : (revision.caption ?? before.caption),
    credit: same('credit') ? before.credit : (revision.credit ?? before.credit),
  };
}

/** A picture's address without its size and without tracking. */
function picture(address: string): string {
  const [path = '', query = ''] = address.split('#')[0]?.split('?') ?? [];
  const parameters = query.split('&').filter((one) => !isTracking(one) && !sizeParameter.test(one));
  return [path.replace(sizeInName, ''), ...parameters.sort()].join('&');
}

const sizeInName = /[-_]\d{2,4}x\d{2,4}(?=\.[a-z]{3,4}$)/iu;
const sizeParameter =
  /^(?:w|h|width|height|size|resize|fit|crop|quality|q|auto|format|fm|dpr|ssl|strip|cb|_)?(?:=|$)/iu;
