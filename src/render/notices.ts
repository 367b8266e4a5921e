import type { MessageBody } from '../core/ports.ts';
import type { CommentPolicy, Story } from '../core/story.ts';
import type { UnixMs } from '../core/time.ts';
import { flag } from './components.ts';
import { escapeMarkdown, safeUrl } from './escape.ts';
import { limits, truncate, truncateAtSentence, truncateWritten } from './limits.ts';
import { cleanText, oneLine } from './plain.ts';
import { headlineOf } from './story.ts';
import { timeMark } from './time-mark.ts';

/** Links stand in the text: a notice is recognised by its text, as `fingerprint` says. */
function notice(content: string): MessageBody {
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

const ofMirror = 'Comments from the publisher’s site appear here; replies stay in Discord.';

/** The first, pinned message of a discussion: what it is about, the publisher's policy, the end. */
export function renderPolicyNotice(
  story: Pick<Story, 'headline' | 'summary' | 'url' | 'commentPolicy'>,
  closesAt: UnixMs | null,
): MessageBody {
  const headline = escapeMarkdown(truncate(headlineOf(story), 200));
  const links = [
    link('Read the story', story.url),
    link('Comment policy', story.commentPolicy?.url ?? null),
  ];
  const end = closesAt === null ? '' : `Open for comments until ${timeMark(closesAt, 'f')}`;
  return notice(
    [
      `**Discussion: ${headline}**`,
      story.commentPolicy && policyText(story.commentPolicy),
      ofMirror,
      `-# ${[end, ...links].filter(Boolean).join(' · ')}`,
    ]
      .filter((text) => text && text !== '-# ')
      .join('\n'),
  );
}

function policyText({ text }: CommentPolicy): string {
  const lines = cleanText(text.slice(0, 5000)).split('\n').map(oneLine).filter(Boolean);
  return escapeMarkdown(truncateAtSentence(lines.join('\n'), 250));
}

export function renderClosingSoonNotice(closesAt: UnixMs): MessageBody {
  return notice(
    `This discussion closes ${timeMark(closesAt, 'R')}, on ${timeMark(closesAt, 'f')}.`,
  );
}

/** What the closing-soon notice becomes when the end is put off; `null` is never. */
export function renderExtendedNotice(closesAt: UnixMs | null): MessageBody {
  return notice(
    closesAt === null
      ? 'This discussion stays open after all.'
      : `This discussion stays open longer: it now closes on ${timeMark(closesAt, 'f')}.`,
  );
}

/** In the publisher's own sentence where it gave one; `more` counts the comments not mirrored. */
export function renderClosingNotice(
  sentence: string | null,
  more: { count: number; url: string } | null,
): MessageBody {
  const said = sentence === null ? '' : truncateAtSentence(oneLine(sentence.slice(0, 5000)), 500);
  const closed =
    said ||
    'This discussion is now closed. Comments are welcome for a limited period after publication.';
  const label =
    more &&
    `${more.count.toLocaleString('en-US')} more ${more.count === 1 ? 'comment' : 'comments'} on the site`;
  return notice(
    [escapeMarkdown(closed), more && label && (link(label, more.url) || label)]
      .filter(Boolean)
      .join('\n'),
  );
}

/** For the moderators' channel: what is wrong and what to do, as plain text. */
export function renderAlert(text: string): MessageBody {
  const written = truncateWritten(
    cleanText(text.slice(0, 5000)).trim(),
    limits.content - 3,
    (kept) => escapeMarkdown(kept, true),
  );
  return notice(`⚠️ ${written}`.trimEnd());
}
