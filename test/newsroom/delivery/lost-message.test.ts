import { expect, test } from 'vitest';
import { hourMs } from '../../../src/core/time/duration.ts';
import { type Ports } from '../../../src/newsroom/ports.ts';
import { siteStories } from '../../support/feed-site.ts';
import { untilQuiet } from '../../support/rounds.ts';
import {
  hoursPass,
  newsroom,
  numbered,
  openAndPoll,
  own,
  pollMs,
  site,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

const { signal } = new AbortController();

test.each(['story', 'digest'] as const)(
  'fault 14: a bot killed after Discord took a %s and before it was stored posts it once',
  async (kind) => {
    await openAndPoll(kind === 'digest' ? { digest: { every: 'hour' } } : {});
    site.print(siteStories(2));
    const { ports } = newsroom.bot;
    let die: () => void = () => {};
    const died = new Promise<void>((resolve) => (die = resolve));
    const mortal: Ports = {
      ...ports,
      discord: {
        ...ports.discord,
        post: async (...call) => {
          await ports.discord.post(...call);
          die();
          return new Promise(() => {});
        },
      },
    };
    newsroom.clock.advance(pollMs);
    const lives = async () => {
      await untilQuiet(mortal, signal);
      newsroom.clock.advance(hourMs);
      await untilQuiet(mortal, signal);
    };
    await Promise.race([lives(), died]);
    expect(own()).toHaveLength(1);
    // Long after the lease and Discord's nonce are forgotten, another life begins.
    await hoursPass(3);
    expect(titles()).toEqual(kind === 'digest' ? ['The Harbour Ledger'] : numbered(1, 2));
  },
);
