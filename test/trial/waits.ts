import { postedAt } from '../../src/core/ids.ts';
import { holdsForMs } from '../../src/core/delivery/run.ts';
import { secondMs, type UnixMs } from '../../src/core/time/duration.ts';
import type { ShownMessage, StoryRecord } from './record.ts';

/** The messages of a channel of which the moderators were told that later ones no longer wait for them. */
export class Waits {
  /** When each was first tried. */
  private readonly since: UnixMs[];

  constructor(moderators: readonly ShownMessage[], channelId: string) {
    const alert = new RegExp(`could not be posted in <#${channelId}> since <t:(\\d+):`);
    this.since = moderators.flatMap(({ text }) => {
      const seconds = alert.exec(text)?.[1];
      return seconds === undefined ? [] : [Number(seconds) * secondMs];
    });
  }

  /**
   * Whether an alert allows that `later` was posted before this story: it waited for as long as it holds
   * back others. An alert is of one message, so it allows one story.
   */
  allow({ at }: Pick<StoryRecord, 'at'>, later: ShownMessage): boolean {
    // The alert's time has no milliseconds.
    const index = this.since.findIndex(
      (since) => since > at - secondMs && since + holdsForMs <= postedAt(later.id),
    );
    if (index < 0) return false;
    this.since.splice(index, 1);
    return true;
  }
}
