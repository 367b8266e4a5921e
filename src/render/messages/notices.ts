import type { Language } from '../../core/feed/channel-options.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { CommentPolicy, Story } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { flag } from './components.ts';
import { escapeMarkdown, safeUrl } from '../markdown/escape.ts';
import { labelsIn } from '../labels/index.ts';
import { truncate, truncateAtSentence } from '../markdown/limits.ts';
import { cleanText, isolated, oneLine } from '../markdown/clean-text.ts';
import { headlineOf } from './story.ts';
import { timestamp } from '../markdown/timestamp.ts';

/** Links are in the text and not in buttons: `fingerprint` recognises a notice by its text. */
export function notice(content: string): MessageBody {
  return {
    content,
    embeds: [],
    components: [],
    flags: flag.suppressEmbeds,
    allowed_mentions: { parse: [] },
  };
}

function link(label: string, address: string | null): string {
  const url = address === null ? null : safeUrl(address);
  return url === null || url.length > 500 ? '' : `[${label}](<${url}>)`;
}

/** Comments that are not mirrored, and the page that has them. */
interface OnSite {
  count: number;
  url: string;
}

interface PolicyContext {
  closesAt: UnixMs | null;
  closed: boolean;
  more?: OnSite | null;
}

/** The first, pinned message of a discussion: its story, the publisher's policy, when it closes. */
export function renderPolicyNotice(
  story: Pick<Story, 'headline' | 'summary' | 'url' | 'commentPolicy'>,
  { closesAt, closed, more = null }: PolicyContext,
  language: Language,
): MessageBody {
  const { story: ofStory, discussion: label } = labelsIn(language);
  const headline = isolated(escapeMarkdown(truncate(headlineOf(story, language), 200)));
  const links = [
    link(ofStory.read, story.url),
    link(label.policy, story.commentPolicy?.url ?? null),
  ];
  const named = closed ? label.closedAt : label.openUntil;
  const end = closesAt === null ? '' : named({ time: timestamp(closesAt, 'f') });
  return notice(
    [
      `**${label.heading({ headline })}**`,
      story.commentPolicy && policyText(story.commentPolicy),
      label.mirrorNote,
      more && moreOnSite(more, language),
      `-# ${[end, ...links].filter(Boolean).join(' · ')}`,
    ]
      .filter((text) => text && text !== '-# ')
      .join('\n'),
  );
}

/** Room for the disclaimer, which stands at the end. */
const longestPolicy = 1000;

function policyText({ text }: CommentPolicy): string {
  const lines = cleanText(text.slice(0, 5000)).split('\n').map(oneLine).filter(Boolean);
  return escapeMarkdown(truncateAtSentence(lines.join('\n'), longestPolicy));
}

export function renderClosingSoonNotice(closesAt: UnixMs, language: Language): MessageBody {
  const { closingSoon } = labelsIn(language).discussion;
  const relative = timestamp(closesAt, 'R');
  return notice(closingSoon({ relative, time: timestamp(closesAt, 'f') }));
}

/** Replaces the closing-soon notice when a discussion is extended; `null`: it never closes. */
export function renderExtendedNotice(closesAt: UnixMs | null, language: Language): MessageBody {
  const { staysOpen, extended } = labelsIn(language).discussion;
  return notice(closesAt === null ? staysOpen : extended({ time: timestamp(closesAt, 'f') }));
}

/** What a moderator decided; `null`: the discussion stays open. */
export function renderDecisionNotice(until: UnixMs | null, language: Language): MessageBody {
  const { keptOpen, keptOpenUntil } = labelsIn(language).discussion;
  return notice(until === null ? keptOpen : keptOpenUntil({ time: timestamp(until, 'f') }));
}

function moreOnSite({ count, url }: OnSite, language: Language): string {
  const label = labelsIn(language).discussion.moreComments({ count });
  return link(label, url) || label;
}

/**
 * Uses the publisher's own sentence if there is one and no moderator closed the discussion.
 */
export function renderClosingNotice(
  { sentence, byModerator }: { sentence: string | null; byModerator: boolean },
  more: OnSite | null,
  language: Language,
): MessageBody {
  const { closed, closedByModerator } = labelsIn(language).discussion;
  const own = sentence === null ? '' : truncateAtSentence(oneLine(sentence.slice(0, 5000)), 500);
  return notice(
    [
      byModerator ? closedByModerator : escapeMarkdown(own || closed),
      more && moreOnSite(more, language),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}
