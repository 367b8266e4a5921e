import type {
  Discussion,
  DiscussionSource,
  DiscussionState,
} from '../../src/core/discussion/discussion.ts';
import { RequestError } from '../../src/core/errors.ts';
import type { UnixMs } from '../../src/core/time/duration.ts';
import { describedSource } from '../../src/newsroom/discussions/find-source.ts';
import {
  discussionExpired,
  discussionStatus,
} from '../../src/newsroom/discussions/moderator-override.ts';
import { escapeMarkdown, labelsFor, timestamp, truncate } from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { numberText, plural } from '../../src/text/plural.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { systemName, whyUnread } from '../feed/comment-lines.ts';

/** "This discussion is …" */
export const states: Record<DiscussionState, string> = {
  waiting: 'waiting for its first comment',
  open: 'open',
  'closing-soon': 'open, but closes soon',
  closing: 'closing: the last comments are being posted',
  closed: 'closed',
  detached: 'over, because its thread was deleted',
  expired: 'over, and its comments are no longer stored',
};

/** `/discussion status` */
export async function showStatus(
  interaction: SlashInteraction,
  chosen: Discussion,
  { ports }: CommandContext,
): Promise<void> {
  if (chosen.state === 'expired') throw new RequestError(discussionExpired);
  const { headline, closesAt, comments, posted, leftOut, backlog, system, commentsUrl } =
    await discussionStatus(ports, chosen);
  const labels = labelsFor(interaction);
  const { state, lastError, threadId } = chosen;
  const lines = [
    `**${escapeMarkdown(truncate(headline ?? 'Untitled story', 200))}**`,
    `This discussion is ${states[state]}${threadId ? ` (<#${threadId}>)` : ''}.`,
    closesAt === null ? 'It has no closing time.' : `Closing time: ${timestamp(closesAt, 'f')}.`,
    commentsLine({ comments, posted, leftOut, backlog, total: chosen.total ?? 0 }),
    chosen.source
      ? sourceLines(chosen, chosen.source, ports.clock.now())
      : system === null
        ? 'This story has no source of comments.'
        : `Its comments are shown with ${systemName(system, labels)}, ${whyUnread(system, labels)}${commentsUrl === null ? '' : `: <${truncate(shownAddress(commentsUrl), 300)}>`}.`,
    ...(lastError ? [`Last error: ${escapeMarkdown(truncate(lastError, 300))}`] : []),
  ];
  await interaction.editReply({ content: lines.join('\n'), allowedMentions: { parse: [] } });
}

/** Which source a discussion is read from and why, when it was read, and when it is next. */
function sourceLines(
  { state, nextPoll, readAt, replaced }: Discussion,
  source: DiscussionSource,
  now: UnixMs,
): string {
  const { label, foundBy } = describedSource(source);
  const by = foundBy === null ? '' : ` (found by ${foundBy})`;
  const read = readAt === null ? 'Not read yet.' : `Last read: ${timestamp(readAt, 'R')}.`;
  const next = nextPoll > now ? timestamp(nextPoll, 'R') : 'now';
  const line = `Comment source: ${label}${by}. ${read}${state === 'closed' ? '' : ` Next check: ${next}.`}`;
  if (!replaced) return line;
  const failing = describedSource(replaced.source).label;
  const reason = escapeMarkdown(truncate(replaced.reason, 300));
  return `${line}\nIt is read in place of ${failing}, which fails: ${reason} ${failing} is tried again ${timestamp(replaced.tryAt, 'R')}.`;
}

function commentsLine({
  comments,
  posted,
  leftOut,
  backlog,
  total,
}: Record<'comments' | 'posted' | 'leftOut' | 'backlog' | 'total', number>): string {
  const waiting = `${plural(backlog, 'message')} waiting to be sent`;
  if (posted < comments) {
    return `${numberText(posted)} of ${plural(comments, 'comment')} posted, ${waiting}.`;
  }
  const counts = `${numberText(comments)} of the ${plural(Math.max(total, comments + leftOut), 'comment')} on the site are mirrored`;
  const mirrored =
    leftOut > 0
      ? `${counts}: ${leftOut === 1 ? 'an older one was' : `${numberText(leftOut)} older ones were`} left out, by the setting \`backlog\` of \`/feed edit\``
      : total > comments
        ? `${counts}: its source gives no more`
        : `${plural(comments, 'comment')} mirrored`;
  return `${mirrored}${backlog > 0 ? `, ${waiting}` : ''}.`;
}
