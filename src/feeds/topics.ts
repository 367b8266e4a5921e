import type { FeedElement } from './feed-element.ts';
import { named } from './elements.ts';
import { plainText, titleText } from './plain-text.ts';

const mostTopics = 10;
const longestTopic = 100;

/** A story's topics as its feed names them, first come first, repeats in other cases left out. */
export function topicsOf(entry: readonly FeedElement[]): string[] {
  const grouped = named(entry, 'media:group').flatMap((group) => group.children);
  return distinctTopics([
    ...named(entry, 'rss:category', 'atom:category').map(topicName),
    ...named(entry, 'dc:subject').flatMap((subject) => subject.text.split(';')),
    ...named(entry, 'media:category').map(topicName),
    ...named(grouped, 'media:category').map(topicName),
  ]);
}

function topicName({ text, markup, attributes }: FeedElement): string {
  const label = attributes.get('label')?.trim();
  return label || text.trim() || plainText(markup ?? '') || (attributes.get('term') ?? '');
}

/** Plain text, at most ten; addresses and WordPress's "Uncategorized" are no topics. */
export function distinctTopics(names: readonly string[]): string[] {
  const topics = new Map<string, string>();
  for (const name of names) {
    const topic = titleText(name.slice(0, 1_000));
    const key = topic.toLowerCase();
    const isTopic = topic.length <= longestTopic && !/^(?:https?:\/\/|uncategorized$|$)/.test(key);
    if (isTopic && topics.size < mostTopics && !topics.has(key)) topics.set(key, topic);
  }
  return [...topics.values()];
}
