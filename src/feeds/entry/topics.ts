import type { FeedElement } from '../tree/element.ts';
import { named } from './elements.ts';
import { plainText, titleText } from '../markup/plain-text.ts';

const mostTopics = 10;
const longestTopic = 100;
const notTopic =
  /^(?:https?:\/\/|uncategori[sz]ed$|allgemein$|nicht kategorisiert$|non classé(?:e)?$|sin categor[ií]a$|senza categoria$|sem categoria$|geen categorie$|okategoriserade$|bez kategorii$|без рубрики$|未分類$|未分类$|미분류$|$)/;

/** A story's topics in the order of the feed, without repeats (upper and lower case are the same). */
export function topicsOf(entry: readonly FeedElement[]): string[] {
  const names = named(entry, 'rss:category', 'atom:category').map(topicName);
  for (const { text } of named(entry, 'dc:subject', 'dcterms:subject'))
    names.push(...text.split(';', 50));
  for (const category of named(entry, 'media:category')) names.push(topicName(category));
  for (const group of named(entry, 'media:group')) {
    names.push(...named(group.children, 'media:category').map(topicName));
  }
  return distinctTopics(names);
}

function topicName({ text, markup, attributes }: FeedElement): string {
  const label = attributes.get('label')?.trim();
  return label || text.trim() || plainText(markup ?? '') || (attributes.get('term') ?? '');
}

/** At most ten topics as plain text. Addresses and WordPress's "Uncategorized" are no topics. */
export function distinctTopics(names: readonly string[]): string[] {
  const topics: string[] = [];
  const keys: string[] = [];
  for (const name of names) {
    const topic = titleText(name.slice(0, 1_000));
    const key = topic.toLowerCase();
    if (topic.length > longestTopic || notTopic.test(key) || keys.includes(key)) continue;
    topics.push(topic);
    keys.push(key);
    if (topics.length === mostTopics) break;
  }
  return topics;
}
