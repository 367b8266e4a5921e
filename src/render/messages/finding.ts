import type { Finding } from '../../core/health/finding.ts';
import { permissionsIn } from '../labels/amounts.ts';
import type { Labels } from '../labels/index.ts';

/** How ids and instants are written: for Discord, or for a terminal. */
export interface FindingStyle {
  channel: (channelId: string) => string;
  time: (at: number) => string;
  /** A text that is not ours. */
  quoted: (text: string) => string;
}

/** What is wrong, and what to do about it, in a few sentences. */
export function findingText(finding: Finding, labels: Labels, style: FindingStyle): string {
  const { health } = labels;
  switch (finding.kind) {
    case 'permissions':
      return health.permissions({
        channel: style.channel(finding.channelId),
        permissions: permissionsIn(labels, finding.missing),
      });
    case 'no-channel':
      return health.noChannel({ channel: style.channel(finding.channelId) });
    case 'no-moderators-channel':
      return health.noModeratorsChannel;
    case 'channel-paused':
      return health.channelPaused({
        channel: style.channel(finding.channelId),
        time: style.time(finding.since),
        reason: style.quoted(clause(finding.reason)),
      });
    case 'feed-failing':
      return health.feedFailing({
        feed: style.quoted(finding.address),
        time: style.time(finding.since),
        reason: style.quoted(clause(finding.reason)),
      });
    case 'feed-paused':
      return health.feedPaused({
        feed: style.quoted(finding.address),
        reason: style.quoted(clause(finding.reason)),
      });
    case 'many-threads':
      return health.manyThreads({ count: finding.count, most: finding.most });
    default:
      return finding satisfies never;
  }
}

/** A stored reason within a sentence of ours: without its full stop. */
const clause = (reason: string) => reason.replace(/\.$/u, '');
