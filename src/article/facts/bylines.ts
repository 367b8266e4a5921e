import { readSigned, withoutDegree } from '../../credits/line/byline.ts';
import { isNewsAgency } from '../../credits/names/agencies.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { distinctPeople, sameName } from '../../core/story/same-person.ts';
import { mergeCredits } from '../../credits/merge.ts';
import { creditRoles, noCredits, type Contributor } from '../../core/story/credits.ts';
import { bylineOf, type Byline } from './byline.ts';
import { bylinePlaces, type BylinePlace } from './byline-places.ts';
import { publisherTest } from './house.ts';
import { listOf, objectsOf, textIn, typesOf } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { isElement, oneLine, outsideArticle, type Page } from '../page/page.ts';

/** Nobody signs. */
export const nobody: Byline = { credits: {}, agency: null };

/** The people that linked data names, and the agency or house beside them or in their stead. */
export function linkedPeople(
  value: unknown,
  { resolved }: LinkedArticle,
): { people: Contributor[]; agency: string | null; isHouse: boolean } {
  const people: Contributor[] = [];
  let agency: string | null = null;
  let isHouse = false;
  for (const author of listOf(value)) {
    const [node] = objectsOf(author).map(resolved);
    const names = node === undefined ? [author] : listOf(node['name']);
    const isOrganization =
      node !== undefined && typesOf(node).some((type) => type.endsWith('Organization'));
    for (const said of names) {
      const name = textIn(said, 300);
      if (name === null || /^(?:https?:|\/|www\.)/iu.test(name)) continue;
      const signed = isOrganization
        ? { people: [], agency: isNewsAgency(name) ? name : null }
        : readSigned(name);
      people.push(...signed.people);
      agency ??= signed.agency;
      if (signed.people.length === 0) isHouse = true;
    }
  }
  return { people, agency, isHouse };
}

function peopleOf(texts: readonly string[], isPublisher: (name: string) => boolean): Byline {
  const signed = texts.filter((text) => !isPublisher(text)).map(readSigned);
  return {
    credits: { byline: distinctPeople(signed.flatMap(({ people }) => people)) },
    agency: signed.find(({ agency }) => agency !== null)?.agency ?? null,
  };
}

function hasPeople({ credits }: Byline): boolean {
  return Object.values(credits).some((people) => people.length > 0);
}

/** A place's byline with those of its siblings of the same class. */
function bylineAt(page: Page, place: BylinePlace, all: readonly BylinePlace[]): Byline {
  const { element } = place;
  const alike = all.filter(
    (other) =>
      other.element.parent === element.parent &&
      other.element.attribs['class'] === element.attribs['class'] &&
      other.kind === place.kind,
  );
  const read = alike.map((other) => bylineOf(page, other.element));
  return {
    credits: read
      .map(({ credits }) => ({ ...noCredits, ...credits }))
      .reduce(mergeCredits, noCredits),
    agency: read.find(({ agency }) => agency !== null)?.agency ?? null,
  };
}

/** What the page prints between its headline and its text, and elsewhere. */
function printedBylines(page: Page): { near: Byline[]; far: Byline[] } {
  const places = bylinePlaces(page);
  const read = (some: readonly BylinePlace[]) =>
    some.slice(0, 12).map((place) => bylineAt(page, place, places));
  const named = ({ kind }: BylinePlace) => kind !== 'line';
  const head = places.filter(({ zone }) => zone === 'head');
  const above = places.filter(({ zone }) => zone === 'before').toReversed();
  const before = [...above.filter(named), ...above.slice(0, 1)];
  const late = places.filter(({ zone }) => zone === 'late');
  return { near: read([...head, ...before]), far: read(late) };
}

/** Who signs the article. */
export function readBylines(page: Page, linked: LinkedArticle): Byline {
  const isPublisher = publisherTest(page, linked);
  const withoutHouse = ({ credits, agency }: Byline): Byline => ({
    credits: {
      ...credits,
      byline: (credits.byline ?? []).filter(({ name }) => !isPublisher(name)).map(withoutDegree),
    },
    agency,
  });
  const said = linkedPeople(linked.article['author'] ?? linked.article['creator'], linked);
  const inData = withoutHouse({ credits: { byline: said.people }, agency: said.agency });
  const printed = printedBylines(page);
  const near = printed.near.map(withoutHouse);
  const far = printed.far.map(withoutHouse);
  const first = near.find(hasPeople) ?? nobody;
  if (hasPeople(inData)) return chosen(inData, first, [...near, ...far]);
  const agency = inData.agency ?? near.find((byline) => byline.agency !== null)?.agency ?? null;
  const isHouse = agency !== null || said.isHouse || said.people.length > 0;
  const sources = [
    () => first,
    () => withoutHouse(peopleOf(metaAuthors(page), isPublisher)),
    ...(isHouse
      ? []
      : [
          () => withoutHouse(peopleOf(markedAuthors(page), isPublisher)),
          () => far.find(hasPeople) ?? nobody,
        ]),
  ];
  const read = [];
  for (const source of sources) {
    const byline = source();
    if (hasPeople(byline)) return byline;
    read.push(byline);
  }
  return {
    credits: {},
    agency: agency ?? read.find((byline) => byline.agency !== null)?.agency ?? null,
  };
}

/**
 * Linked data and print name the same people or more of them: the longer list, where each of its
 * people has a whole name. Else linked data, unless the page prints those as editors.
 */
function chosen(inData: Byline, printed: Byline, all: readonly Byline[]): Byline {
  const names = inData.credits.byline ?? [];
  const print = printed.credits.byline ?? [];
  const has = (people: readonly Contributor[], name: string) =>
    people.some((one) => sameName(one.name, name));
  const isLonger =
    print.length > 0 &&
    names.every(({ name }) => has(print, name)) &&
    print.every(({ name }) => has(names, name) || name.includes(' '));
  if (isLonger) return printed;
  const roles = creditRoles.filter((role) => role !== 'byline');
  const elsewhere = all.flatMap(({ credits }) => roles.flatMap((role) => credits[role] ?? []));
  if (print.length > 0 && names.every(({ name }) => has(elsewhere, name))) return printed;
  return inData;
}

function metaAuthors(page: Page): string[] {
  const labelled = [1, 2]
    .filter((n) => isSigning(page.meta(`twitter:label${n}`) ?? ''))
    .map((n) => page.meta(`twitter:data${n}`) ?? '');
  return page
    .metas('author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author', 'byl')
    .concat(labelled);
}

/** "Written by", "Verfasst von": words that sign with a name after them. */
function isSigning(label: string): boolean {
  return /^author/iu.test(label) || readCreditLine(`${label.slice(0, 40)} Ana Ruiz`) !== null;
}

/** The names of elements that are marked as an author's for machines. */
function markedAuthors({ $, isIn }: Page): string[] {
  return $('[itemprop="author"] [itemprop="name"], [rel~="author"], [itemprop="author"]')
    .slice(0, 50)
    .toArray()
    .filter(isElement)
    .filter((element) => !isIn(element, outsideArticle))
    .slice(0, 10)
    .map((element) => oneLine($(element).text().slice(0, 1200), 300) ?? '');
}
