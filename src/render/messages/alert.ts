import type { MessageBody } from '../../core/delivery/message-body.ts';
import { permissionLabels } from '../../core/delivery/permissions.ts';
import type { Alert, ChannelRemedy } from '../../core/moderation/alert.ts';
import { dayMs } from '../../core/time/duration.ts';
import { numberText, plural } from '../../text/plural.ts';
import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { limits, truncateWritten } from '../markdown/limits.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { markLength } from './mark.ts';
import { notice } from './notices.ts';

/** For the moderators' channel: what is wrong and what to do. */
export function renderAlert(alert: Alert): MessageBody {
  return notice(`⚠️ ${alertText(alert)}`.trimEnd());
}

function alertText(alert: Alert): string {
  switch (alert.kind) {
    case 'channel-paused':
      if (alert.remedy.kind === 'channel-deleted') return deletedText(alert);
      return `Nothing can be posted in ${channel(alert)}: ${reason(alert)}. ${remedyText(alert.remedy)}`;
    case 'delivery-stuck':
      return `A message could not be posted in ${channel(alert)} since ${timestamp(alert.since, 'f')}: ${reason(alert)}. It is tried again; meanwhile the next messages are posted.`;
    case 'message-refused':
      return `Discord refused ${messageNames[alert.message]} in ${channel(alert)}: ${reason(alert)}. It is skipped; later messages are posted as usual. Check the channel's AutoMod rules, and what the feed contains with \`/feed test\`.`;
    case 'message-not-removed':
      return `Wirethread could not delete a message in ${channel(alert)} that a moderator removed: ${reason(alert)}. Give it Manage Messages there, or delete the message by hand. It tries again every hour.`;
    case 'feed-failing': {
      const times = alert.errors === null ? 'for a day' : `${alert.errors} times in a row`;
      return `The feed ${address(alert)} could not be read ${times}. ${sentence(alert)} It is tried again, less often. See its health with \`/feed show\` and its answer with \`/feed test\`, or remove it with \`/feed remove\`.`;
    }
    case 'feed-paused': {
      const days = plural(Math.floor(alert.failingForMs / dayMs), 'day');
      const remedy = alert.refused
        ? 'Ask its publisher to let this bot in, or add it again with the user name and password that it needs. Then'
        : 'When its server or address works again,';
      return `The feed ${address(alert)} is paused: it could not be read ${alert.errors} times in a row over ${days}. ${sentence(alert)} ${remedy} start it again with \`/feed retry\`. Or remove it with \`/feed remove\`.`;
    }
    case 'feed-gone':
      return `The feed ${address(alert)} is permanently gone (410), its server says. It is not read any more. Find its new address and add it with \`/feed add\`, and remove this one with \`/feed remove\`. If it comes back, start it again with \`/feed retry\`.`;
    case 'feed-flooding': {
      const days = plural(Math.max(1, Math.ceil(alert.withinMs / dayMs)), 'day');
      const stories = numberText(alert.stories);
      return `The feed ${address(alert)} had ${stories} new stories within ${days}. Probably its server gives each story a new id at every poll. Wirethread stores only the newest ${stories} of a feed and deletes the others, so an older story that comes back may be posted again. See what the feed contains with \`/feed test\`. Ask its publisher for ids that stay the same, read it less often with \`/feed edit\`, option \`poll-every\`, or remove it with \`/feed remove\`.`;
    }
    case 'discussion-refused':
      return `Wirethread could not update a story's discussion in ${channel(alert)}: ${reason(alert)}. ${discussionRemedies[alert.cause]}`;
    case 'comments-vanished': {
      const where = alert.threadId === null ? 'a discussion' : `<#${alert.threadId}>`;
      return `Many comments of ${where} disappeared from their site at once. They stay here until the site answers as before. Check whether the site removed them or has an error.`;
    }
    case 'written':
      return plain(alert.text, limits.content - 3 - markLength);
    default:
      return alert satisfies never;
  }
}

/** Discord shows no name for the id of a deleted channel. */
function deletedText({ channelName }: { channelName: string | null }): string {
  const what =
    channelName === null
      ? 'A channel that Wirethread posts in'
      : `The channel #${plain(oneLine(channelName), 100)}`;
  return `${what} was deleted, so its stories wait. Have each of its feeds posted in another channel with \`/feed edit\`, option \`channel\`, or remove it with \`/feed remove\`.`;
}

const afterwards = 'Waiting messages are posted automatically after that.';

function remedyText(remedy: Exclude<ChannelRemedy, { kind: 'channel-deleted' }>): string {
  switch (remedy.kind) {
    case 'choose-forum-tag':
      return `The forum needs a tag on each post, and none of its tags is a topic of the story. Choose a tag with \`/feed edit\`, option \`forum-tag\` (\`forumTagId\` in the configuration file), or allow posts without tags. ${afterwards}`;
    case 'unlock-thread':
      return `The thread is locked: unlock it, or give Wirethread Manage Threads there. ${afterwards}`;
    case 'give-permissions':
      return `Give Wirethread ${permissionLabels(remedy.permissions)} there. ${afterwards}`;
    default:
      return remedy satisfies never;
  }
}

const messageNames = {
  story: 'a story',
  digest: 'a digest',
  notice: 'a notice',
  comment: 'a comment',
  pack: 'a message with many comments',
  card: "a case's card",
  removal: 'a removal',
};

const discussionRemedies = {
  channel:
    'Give Wirethread Create Public Threads, Send Messages in Threads and Manage Threads there.',
  'thread-cap': 'The server has too many active threads: archive some.',
};

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
