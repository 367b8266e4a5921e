import type { Discussion, DiscussionSource } from '../../src/core/discussion/discussion.ts';
import { mostRead, mostStored } from '../../src/core/discussion/most-comments.ts';
import type { Language } from '../../src/core/feed/channel-options.ts';
import type { CommentSystem } from '../../src/core/story/comment-system.ts';
import { secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import { discussionStatus } from '../../src/newsroom/discussions/moderator-override.ts';
import {
  durationIn,
  escapeMarkdown,
  type Labels,
  labelsFor,
  languageFor,
  requestError,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { sourceClue, sourceName, systemName, whyUnread } from '../feed/comment-lines.ts';

/** `/discussion status` */
export async function showStatus(
  interaction: SlashInteraction,
  chosen: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  if (chosen.state === 'expired') {
    throw requestError((labels) => labels.discussions.refusals.expired);
  }
  const { headline, closesAt, system, commentsUrl, ...counts } = await discussionStatus(
    ports,
    chosen,
  );
  const labels = labelsFor(interaction);
  const { discussions: text } = labels;
  const { lastError, threadId, source } = chosen;
  const state = text.states[chosen.state];
  const lines = [
    `**${escapeMarkdown(truncate(headline ?? labels.story.untitled, 200))}**`,
    threadId ? text.stateIn({ state, thread: `<#${threadId}>` }) : text.stateIs({ state }),
    closesAt === null ? text.noClosingTime : text.closesAt({ time: timestamp(closesAt, 'f') }),
    commentsLine({ ...counts, total: chosen.total ?? 0 }, text, languageFor(interaction)),
    slowModeLine(chosen, labels),
    tooManyLine(chosen, text, languageFor(interaction)),
    source ? sourceLines(chosen, source, ports.clock.now(), labels) : '',
    source ? '' : elsewhereLine(system, commentsUrl, labels),
    lastError ? text.lastError({ error: escapeMarkdown(truncate(lastError, 300)) }) : '',
  ];
  const content = lines.filter(Boolean).join('\n');
  await interaction.editReply({ content, allowedMentions: { parse: [] } });
}

function slowModeLine({ slowMode }: Discussion, labels: Labels): string {
  if (!slowMode || slowMode.until === null) return '';
  const every = durationIn(labels, slowMode.seconds * secondMs);
  return labels.slowMode.status({ every, time: timestamp(slowMode.until, 't') });
}

/** Which source a discussion is read from and why, when it was read, and when it is next. */
function sourceLines(
  { state, nextPoll, readAt, replaced }: Discussion,
  { name }: DiscussionSource,
  now: UnixMs,
  labels: Labels,
): string {
  const { source: text } = labels.discussions;
  const source = sourceName(name, labels);
  const clue = sourceClue(name, labels);
  const time = nextPoll > now ? timestamp(nextPoll, 'R') : labels.feed.show.now;
  const line = [
    clue === null ? text.is({ source }) : text.foundBy({ source, clue }),
    readAt === null ? text.notRead : text.read({ time: timestamp(readAt, 'R') }),
    ...(state === 'closed' ? [] : [text.next({ time })]),
  ].join(' ');
  if (!replaced) return line;
  const inPlaceOf = text.inPlaceOf({
    failing: sourceName(replaced.source.name, labels),
    reason: escapeMarkdown(truncate(replaced.reason, 300)),
    time: timestamp(replaced.tryAt, 'R'),
  });
  return `${line}\n${inPlaceOf}`;
}

/** What the site shows comments with, when they cannot be read. */
function elsewhereLine(
  system: CommentSystem | null,
  commentsUrl: string | null,
  labels: Labels,
): string {
  const { source: text } = labels.discussions;
  if (system === null) return text.none;
  const shownWith = { system: systemName(system, labels), reason: whyUnread(system, labels) };
  if (commentsUrl === null) return text.elsewhere(shownWith);
  const address = `<${truncate(shownAddress(commentsUrl), 300)}>`;
  return text.elsewhereAt({ ...shownWith, address });
}

/** What is not taken in of a discussion that has more comments than a look reads. */
function tooManyLine(
  { total }: Discussion,
  { comments: text }: Labels['discussions'],
  language: Language,
): string {
  if ((total ?? 0) <= mostRead) return '';
  return text.tooMany({
    read: mostRead.toLocaleString(language),
    stored: mostStored.toLocaleString(language),
  });
}

function commentsLine(
  counts: Record<'comments' | 'posted' | 'leftOut' | 'backlog' | 'total', number>,
  { comments: text }: Labels['discussions'],
  language: Language,
): string {
  const { comments, posted, leftOut, backlog, total } = counts;
  const waitingAfter = (shown: string) => text.waiting({ comments: shown, count: backlog });
  if (posted < comments) {
    const shown = text.posted({ posted: posted.toLocaleString(language), count: comments });
    return waitingAfter(shown);
  }
  const mirrored = text.mirroredOf({
    mirrored: comments.toLocaleString(language),
    count: Math.max(total, comments + leftOut),
  });
  const shown =
    leftOut > 0
      ? text.leftOut({ mirrored, count: leftOut })
      : total > comments
        ? text.noMore({ mirrored })
        : text.mirrored({ count: comments });
  return backlog > 0 ? waitingAfter(shown) : text.allSent({ comments: shown });
}
