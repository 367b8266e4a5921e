import { filledTemplate, placesMentions } from '../../core/feed/content-template.ts';
import { escapeMarkdown, safeUrl } from '../markdown/escape.ts';
import { limits, truncate, truncateWritten } from '../markdown/limits.ts';
import { isolated, oneLine } from '../markdown/clean-text.ts';
import { splitMessage } from '../markdown/split.ts';

const mostHeadline = 1000;
const mostNames = 200;
/** Characters after these are ignored. */
const mostRead = 5000;

/** The values of the placeholders, as plain text. */
export interface LineFacts {
  headline: string;
  feed: string;
  agency: string;
  place: string;
  authors: readonly string[];
  topics: readonly string[];
  url: string | null;
}

/** A label around a headline. */
type Frame = (places: { headline: string }) => string;

export const unframed: Frame = ({ headline }) => headline;

/**
 * The line that a push notification shows, at most 2000 UTF-16 units: the headline or the owner's
 * template. Markdown of the template works; values from the story are escaped. `mentions` are role
 * mentions, each after a space. `frame` is a label around a headline without a template.
 */
export function contentLine(
  facts: LineFacts,
  template: string | null,
  mentions: string,
  frame: Frame = unframed,
): string {
  const room = limits.content - mentions.length;
  const usual = () => framed(frame, facts.headline, room) + mentions;
  if (template === null) return usual();
  const url = facts.url === null ? null : safeUrl(facts.url);
  const line = filledTemplate(template, {
    headline: isolated(truncateWritten(facts.headline, mostHeadline, escapeMarkdown)),
    feed: written(facts.feed),
    agency: written(facts.agency),
    place: written(facts.place),
    authors: list(facts.authors),
    topics: list(facts.topics),
    // Angle brackets keep Discord from adding a link preview to the story's embed.
    url: url === null ? '' : `<${url}>`,
    mentions: mentions.trim(),
  });
  const [whole = ''] = splitMessage(line, limits.content, 1);
  // Mentions in the part that is cut off are added at the end instead.
  const inPlace = placesMentions(template) && whole.includes(mentions.trim());
  const [fitting = ''] = inPlace ? [whole] : splitMessage(line, room, 1);
  const complete = inPlace ? fitting : fitting + mentions;
  return fitting.replaceAll(/<@&\d+>/gu, '').trim() === '' ? usual() : complete.trim();
}

/** A headline, escaped, within a label such as "Withdrawn: ~~{headline}~~"; at most `limit` units. */
export function framed(frame: Frame, headline: string, limit: number): string {
  const room = limit - frame({ headline: '' }).length;
  return frame({ headline: truncateWritten(headline, room, escapeMarkdown) });
}

function written(text: string): string {
  const cut = truncate(oneLine(text.slice(0, mostRead)), mostNames);
  return cut === '' ? '' : isolated(escapeMarkdown(cut));
}

function list(names: readonly string[]): string {
  return written(names.slice(0, 20).join(', '));
}
