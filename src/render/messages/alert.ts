import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { Alert, ChannelRemedy } from '../../core/moderation/alert.ts';
import { dayMs } from '../../core/time/duration.ts';
import { permissionsIn } from '../labels/amounts.ts';
import { type Labels, labelsIn } from '../labels/index.ts';
import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown, safeUrl } from '../markdown/escape.ts';
import { limits, truncateWritten } from '../markdown/limits.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { markLength } from './mark.ts';
import { notice } from './notices.ts';

/** For the moderators' channel: what is wrong and what to do. */
export function renderAlert(alert: Alert, language: Language): MessageBody {
  return notice(`⚠️ ${alertText(alert, labelsIn(language))}`.trimEnd());
}

function alertText(alert: Alert, labels: Labels): string {
  const label = labels.alerts;
  switch (alert.kind) {
    case 'channel-paused': {
      const { remedy } = alert;
      if (remedy.kind === 'channel-deleted') return deletedText(alert, label);
      return label.channelPaused({
        channel: channel(alert),
        reason: reason(alert),
        remedy: remedyText(remedy, labels),
      });
    }
    case 'delivery-stuck': {
      const time = timestamp(alert.since, 'f');
      return label.stuck({ channel: channel(alert), time, reason: reason(alert) });
    }
    case 'message-refused':
      return label.refused({
        message: linked(label.messages[alert.message], alert.url),
        channel: channel(alert),
        reason: reason(alert),
      });
    case 'message-not-removed':
      return label.notRemoved({ channel: channel(alert), reason: reason(alert) });
    case 'personas-refused':
      return label.personasRefused[alert.remedy]({ channel: channel(alert) });
    case 'timeout-refused': {
      const remedies = label.timeout;
      const about = {
        member: `<@${alert.userId}>`,
        number: alert.caseNumber,
        reason: reason(alert),
        remedy: alert.lacksPermission
          ? remedies.permission
          : remedies.byHand({ number: alert.caseNumber }),
      };
      return remedies[alert.change](about);
    }
    case 'feed-failing': {
      const about = { address: address(alert), reason: sentence(alert) };
      const { errors: count } = alert;
      return count === null ? label.failingForDay(about) : label.failing({ count, ...about });
    }
    case 'feed-paused':
      return (alert.refused ? label.pausedRefused : label.paused)({
        address: address(alert),
        number: alert.errors,
        duration: labels.units.days({ count: Math.floor(alert.failingForMs / dayMs) }),
        reason: sentence(alert),
      });
    case 'feed-gone':
      return label.gone({ address: address(alert) });
    case 'feed-flooding': {
      const days = Math.max(1, Math.ceil(alert.withinMs / dayMs));
      const duration = labels.units.days({ count: days });
      return label.flooding({ address: address(alert), count: alert.stories, duration });
    }
    case 'discussion-refused':
      return label.discussionRefused[alert.cause]({
        channel: channel(alert),
        reason: reason(alert),
      });
    case 'slow-mode':
      return label.slowMode[alert.of]({
        thread: `<#${alert.threadId}>`,
        count: alert.count,
        every: labels.units.seconds({ count: alert.seconds }),
        time: timestamp(alert.until, 't'),
      });
    case 'slow-mode-refused':
      return label.slowModeRefused[alert.change]({ thread: `<#${alert.threadId}>` });
    case 'comments-vanished':
      return alert.threadId === null
        ? label.vanishedUnnamed
        : label.vanished({ thread: `<#${alert.threadId}>` });
    case 'written':
      return plain(alert.text, limits.content - 3 - markLength);
    default:
      return alert satisfies never;
  }
}

/** Discord shows no name for the id of a deleted channel. */
function deletedText(
  { channelName }: { channelName: string | null },
  label: Labels['alerts'],
): string {
  return channelName === null
    ? label.unnamedDeleted
    : label.channelDeleted({ name: plain(oneLine(channelName), 100) });
}

function remedyText(
  remedy: Exclude<ChannelRemedy, { kind: 'channel-deleted' }>,
  labels: Labels,
): string {
  const { remedies } = labels.alerts;
  switch (remedy.kind) {
    case 'choose-forum-tag':
      return remedies.forumTag;
    case 'unlock-thread':
      return remedies.unlock;
    case 'give-permissions':
      return remedies.permissions({ permissions: permissionsIn(labels, remedy.permissions) });
    default:
      return remedy satisfies never;
  }
}

/** With a link to where it can be read. */
function linked(words: string, address: string | undefined): string {
  const url = address === undefined || address.length > 300 ? null : safeUrl(address);
  return url === null ? words : `[${words}](<${url}>)`;
}

const channel = ({ channelId }: { channelId: string }) => `<#${channelId}>`;

/** Cut, so that the rest of the alert fits. */
const address = (feed: { address: string }) => plain(oneLine(feed.address.slice(0, 3000)), 400);

/** An error's text as a sentence. */
const sentence = (error: { reason: string }) => plain(oneLine(error.reason.slice(0, 3000)), 800);

/** An error's text, for the middle of a sentence. */
const reason = (error: { reason: string }) => sentence(error).replace(/\.$/u, '');

/** Text that is not ours: no markdown, and its addresses are links without a preview. */
function plain(text: string, longest: number): string {
  return truncateWritten(cleanText(text.slice(0, 5000)).trim(), longest, (beginning) =>
    escapeMarkdown(beginning, true),
  );
}
