import { listOf, objectsOf, textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { isOutside, withAncestors } from '../page/outside.ts';
import { isElement, oneLine, type ChildNode, type Element, type Page } from '../page/page.ts';
import { textWithin } from '../page/text-within.ts';
import { siteNames } from './site-names.ts';
import { wordsOf } from '../text/words-of.ts';

const mostTopics = 20;
const longestTopic = 60;
/** Longer lists of links are a site's index. */
const mostLinks = 30;
const mostListed = 200;
const mostLists = 40;
const longestList = 2_000;
const leastProse = 140;
/** The article says something of one topic in so many. */
const leastSaid = 4;
/** A list of so few is no menu, and no list of the whole site's keywords. */
const longestTrusted = 2;
/** The names of `meta` that list topics are of these words, beside the names of tools. */
const metaWords = /(?:^|[-_.: ])(?:tags|taglist|keywords|topics|subject)$/iu;
/** Their words are read before. */
const usualNames = new Set(['keywords', 'news_keywords']);

/** What lists of topics are called. */
const topicWords = new Set(
  `tag tags taglist topic topics thema themen keyword keywords schlagwort schlagworte temas etiquetas
  argomenti etiketter emneord tagi teme`.split(/\s+/u),
);
/** Where links to a topic's page lead. */
const topicPage =
  /\/(?:thema|themen|topics?|tags?|temas?|teme|tag|sujets?|etiquetas?|argomenti|topicos?|hashtags?|schlagwort(?:e)?|stichwort(?:e)?|keywords?|emne|amne|aihe|konu|etiket)\/[^/]/iu;
/** Words that sites use for the page, not for what it is about. */
const notTopics = new Set(
  `web tag tags topic topics news article articles home homepage startseite story stories post posts page
  video videos photo photos featured feature uncategorized texttospeech latest general allgemein misc
  mehr more all alle themen`.split(/\s+/u),
);
/** Parts of a page whose lists are its menus. */
const apartTags = new Set(['nav', 'aside', 'header', 'body', 'main']);
/** Keys of tags with a value, as "Subject: Harbours"; the value of other keys is for machines. */
const topicKeys = new Set(
  'subject subjects topic topics tag tags keyword person people place places location organization organisation section sections'.split(
    ' ',
  ),
);

/** Tags for machines: identities, codes, settings of the page's layout. */
const machineTags: readonly RegExp[] = [
  /[_{}<>=@]|:\/\//u,
  /^[\da-f]{8}-[\da-f]{4}-|^[\da-f]{12,}$/iu,
  /^[\d\s.,:/-]+$/u,
  /^[A-Z]{2,}[-.]?\d{2,}$/u,
  /^[a-z]{18,}$/u,
  /^(?:[a-z]+-)+(?:enabled|disabled|hidden|exclude|excluded|true|false)$|^(?:paywall|layout|template|type|format)\b/iu,
];
const code = /^[A-Z][A-Z\d:.-]{1,8}$/u;

/** A tag with a key, as "Subject: Harbours" or "topic/harbours". */
const keyed = /^(\p{L}[\p{L} ]{0,20})(?:: ?|\/)(?=\S)(.*)$/u;
const domain = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/iu;

function keyOf(text: string): string | null {
  return keyed.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/** A topic as it is shown, `null` for none. */
function topicOf(text: string): string | null {
  const line =
    oneLine(text, longestTopic + 20)
      ?.replace(/^#/u, '')
      .replace(/[,;.]+$/u, '') ?? '';
  const key = keyOf(line);
  if (key !== null && topicKeys.has(key)) return topicOf(keyed.exec(line)?.[2] ?? '');
  if (line.length < 2 || line.length > longestTopic || line.includes(':')) return null;
  if (/[»›→]$|\S,\S/u.test(line)) return null;
  if (notTopics.has(line.toLowerCase()) || domain.test(line)) return null;
  return machineTags.some((tag) => tag.test(line)) ? null : line;
}

/** The parts of a list in one text; without commas, its words where each begins with a capital. */
function split(list: string): string[] {
  const parts = list.split(/[,;|、，]/u);
  const words = list.trim().split(/\s+/u);
  const isList =
    parts.length === 1 && words.length >= 5 && words.every((one) => /^\p{Lu}/u.test(one));
  return isList ? words : parts;
}

/** Without what is no topic; a list of codes alone is for machines, as is most of one with keys. */
function cleaned(texts: readonly string[]): string[] {
  const listed = texts.slice(0, mostListed);
  const keys = listed.filter((text) => keyOf(text) !== null && text.includes(':')).length;
  const own = keys > 2 ? listed.filter((text) => keyOf(text) !== null) : listed;
  const topics = own.map(topicOf).filter((topic) => topic !== null);
  const codes = topics.filter((topic) => code.test(topic)).length;
  return codes > 4 && codes > topics.length / 2 ? [] : topics;
}

/** The topics that the page prints, each list of links for itself: by its name, or where they lead. */
function printedTopics(page: Page, heading: Element | null): string[][] {
  const lists = new Map<object, string[]>();
  const around = heading === null ? new Set<Element>() : withAncestors(heading);
  const pending: { node: ChildNode; list: Element | null }[] = [];
  const enter = (nodes: readonly ChildNode[], list: Element | null) => {
    for (const node of nodes.toReversed()) pending.push({ node, list });
  };
  enter(page.$.root().get(0)?.children ?? [], null);
  while (pending.length > 0 && lists.size < mostLists) {
    const { node, list = null } = pending.pop() ?? {};
    if (!node || !isElement(node) || node.name === 'head') continue;
    const { rel = '', href = '' } = node.attribs;
    if (node.name === 'a') {
      const isTopic = /(?:^|\s)tag(?:\s|$)/u.test(rel) || topicPage.test(href.slice(0, 300));
      if (list === null && !isTopic) continue;
      const key = list ?? listAround(node);
      const texts = lists.get(key) ?? [];
      texts.push(textWithin(node, longestTopic * 2));
      lists.set(key, texts);
    } else if (!isProse(node)) {
      const isList = !around.has(node) && !apartTags.has(node.name) && isTopicList(page, node);
      if (!isList && !isArticleFooter(node) && isOutside(page, node, around)) continue;
      enter(node.children, list ?? (isList ? node : null));
    }
  }
  return [...lists.values()].filter((texts) => texts.length <= mostLinks);
}

/** The footer of an article, where its topics often are, not the page's. */
function isArticleFooter({ name, parent }: Element): boolean {
  if (name !== 'footer') return false;
  for (let node = parent; node && 'name' in node; node = node.parent)
    if (node.name === 'article' || node.name === 'main') return true;
  return false;
}

function isTopicList(page: Page, element: Element): boolean {
  for (const word of page.words(element)) if (topicWords.has(word)) return true;
  return false;
}

/** A paragraph of the article: the links in it are none of a list. */
function isProse(element: Element): boolean {
  return element.name === 'p' && textWithin(element, leastProse).length >= leastProse;
}

/** The element whose other links belong to the same list. */
function listAround({ parent }: Element): object {
  return (parent && 'name' in parent && parent.name === 'li' ? parent.parent : parent) ?? {};
}

/** True when two lists say much the same. */
function agree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  const both = [...one].filter((topic) => other.has(topic)).length;
  const least = Math.min(one.size, other.size);
  return both >= Math.min(2, least) && both >= least / 2;
}

/**
 * The list that most of the others agree with, the longest of those that do; without agreement the
 * first of at least two topics, else the first.
 */
function bestOf(
  lists: readonly (readonly string[])[],
  printed: readonly string[],
): readonly string[] {
  const shown = new Set(printed.map((topic) => topic.toLowerCase()));
  const filled = lists
    .filter((list) => list.length > 0)
    .map((list) => ({ list, keys: new Set(list.map((topic) => topic.toLowerCase())) }));
  const votes = filled.map(
    ({ keys }) =>
      filled.filter((other) => agree(keys, other.keys)).length + (agree(keys, shown) ? 0.5 : 0),
  );
  const most = Math.max(0, ...votes);
  const [best] =
    most >= 2
      ? filled
          .filter((_, index) => votes[index] === most)
          .sort((one, other) => other.keys.size - one.keys.size)
      : filled.filter(({ keys }) => keys.size > 1);
  return (best ?? filled[0])?.list ?? [];
}

/**
 * What the article is about, at most 20 topics: the page has them as keywords of its linked data, in
 * `meta` and as links, which often differ. Its section where it has no others. `people` are its
 * authors, who are no topics. `text` is the article's: a longer list that it says little of is one of the
 * site's keywords or of the topics of the day, except where the page's data name it as the article's.
 */
export function readTopics(
  page: Page,
  linked: LinkedArticle,
  heading: Element | null,
  people: readonly string[],
  text: string,
): string[] {
  const { article } = linked;
  const notTopic = exclusion(page, linked, people);
  const saysOf = wordsOf(text);
  const own = (list: readonly string[]) => cleaned(list).filter((topic) => !notTopic(topic));
  const fitting = (list: readonly string[]) => {
    const topics = own(list);
    const isLong = topics.length > longestTrusted;
    return isLong && topics.filter(saysOf).length * leastSaid < topics.length ? [] : topics;
  };
  const data = listOf(article['keywords']).map((keyword) =>
    textIn(objectsOf(keyword)[0]?.['name'] ?? keyword, longestList),
  );
  const printed = printedTopics(page, heading).map(fitting);
  const metas = (names: readonly string[]) => page.metas(...names).flatMap(split);
  const more = page.metaNames().filter((name) => metaWords.test(name) && !usualNames.has(name));
  const sections = [textIn(article['articleSection'], 100), page.meta('article:section')];
  const inData = own(data.filter((topic) => topic !== null).flatMap(split));
  const links = printed.find((list) => list.length > 1) ?? printed.find(({ length }) => length > 0);
  const lists = [
    own(metas(['article:tag'])),
    inData,
    links ?? [],
    ...[['news_keywords'], ['keywords'], more].map((names) => fitting(metas(names))),
  ];
  const best = bestOf(lists, links ?? []);
  const all = best.length > 0 ? best : own(sections.filter((section) => section !== null));
  const topics = new Map<string, string>();
  for (const topic of all) {
    const key = topic.toLowerCase();
    if (!topics.has(key)) topics.set(key, topic);
  }
  return [...topics.values()].slice(0, mostTopics);
}

/** True of the site's names and of the authors, alone or in a topic that names them together. */
function exclusion(page: Page, linked: LinkedArticle, people: readonly string[]) {
  const sites = new Set(siteNames(page, linked));
  const names = people.map((name) => name.toLowerCase());
  return (topic: string): boolean => {
    const key = topic.toLowerCase();
    const isAuthor = names.some(
      (name) => key === name || (name.includes(' ') && key.includes(name)),
    );
    return isAuthor || sites.has(key.replaceAll(/[^\p{L}\p{N}]+/gu, ''));
  };
}
