import { afterEach, expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/time/duration.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import { subscribe } from '../../src/newsroom/subscriptions/subscribe.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { type Newsroom, stageNewsroom, type Staging } from '../support/newsroom.ts';
import { untilQuiet } from '../support/rounds.ts';

let newsroom: Newsroom | null = null;
afterEach(async () => {
  await newsroom?.close();
  newsroom = null;
});

const { signal } = new AbortController();

/** Longer than any lease, and than Discord's nonce window. */
const awayMs = 10 * minuteMs;

/** At which of its calls to Discord a process dies: before that has an effect, or not hearing of it. */
interface Death {
  call: number;
  phase: 'before' | 'after';
}

/** What is known without a call. */
const known = new Set<string | symbol>([
  'botId',
  'serverName',
] satisfies (keyof Ports['discord'])[]);

/** The world of a process that dies at a call, of which it never hears again. */
function mortal(ports: Ports, death: Death) {
  let calls = 0;
  let die: () => void = () => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => {});
  const dying =
    (call: (...values: unknown[]) => Promise<unknown>) =>
    async (...values: unknown[]) => {
      calls += 1;
      const isLast = calls === death.call;
      if (isLast && death.phase === 'before') die();
      if (calls > death.call || (isLast && death.phase === 'before')) return never;
      const answer = await call(...values);
      if (!isLast) return answer;
      die();
      return never;
    };
  const discord = new Proxy(ports.discord, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      const isCall = typeof member === 'function' && !known.has(name);
      return isCall ? dying(member.bind(target)) : member;
    },
  });
  return { ports: { ...ports, discord }, died, calls: () => calls };
}

/** What is staged, what happens then, and what readers see at the end. */
interface Life {
  stage: () => Promise<Newsroom>;
  run: (newsroom: Newsroom, ports: Ports) => Promise<void>;
  seen: (newsroom: Newsroom) => string[];
}

async function staged(staging: Staging): Promise<Newsroom> {
  await newsroom?.close();
  newsroom = await stageNewsroom(staging);
  return newsroom;
}

async function lives({ clock }: Newsroom, ports: Ports): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    await untilQuiet(ports, signal);
    clock.advance(3 * secondMs);
  }
}

/** What readers see: each message's first words, whether its buttons work, the thread's lock. */
function seen(harmed: Newsroom): string[] {
  const [thread] = harmed.threads();
  const posted = [...harmed.messages(), ...harmed.messages(thread?.id)].filter(
    ({ type }) => type === 0 || type === 19,
  );
  const lines = posted.map(({ content, components }) => {
    const disabled = JSON.stringify(components).includes('"disabled":true');
    return `${content.split('\n').at(-1)?.slice(0, 25)} ${disabled ? 'disabled' : ''}`;
  });
  return [...lines, thread?.thread_metadata.locked ? 'locked' : 'not locked'];
}

/** Lets a process die at every call that a whole life makes; the next brings all to the same end. */
async function expectSameEnd({ stage, run, seen }: Life, expected: string[]): Promise<void> {
  const unharmed = await stage();
  const whole = mortal(unharmed.bot.ports, { call: Infinity, phase: 'after' });
  await run(unharmed, whole.ports);
  expect(seen(unharmed)).toEqual(expected);
  expect(whole.calls()).toBeGreaterThan(1);

  for (let call = 1; call <= whole.calls(); call += 1) {
    for (const phase of ['before', 'after'] as const) {
      const harmed = await stage();
      const life = mortal(harmed.bot.ports, { call, phase });
      await Promise.race([life.died, run(harmed, life.ports)]);
      harmed.clock.advance(awayMs);
      await lives(harmed, harmed.bot.ports);
      expect({ call, phase, seen: seen(harmed) }).toEqual({ call, phase, seen: expected });
    }
  }
}

/** A comment period that is over: the story is posted, discussed, closed and locked in one go. */
const over = { commentPeriodMs: minuteMs, closingWarningMs: 0 };

test('a bot killed at any call to Discord posts story, comments and closing exactly once after its restart', async () => {
  const edition = anEdition(aStory({ comments: threeComments }));
  const stage = () => staged({ edition, settings: over });
  const unharmed = await stage();
  await lives(unharmed, unharmed.bot.ports);
  const expected = seen(unharmed);
  expect(expected).toHaveLength(7);
  expect(expected.at(-1)).toBe('locked');
  await expectSameEnd({ stage, run: lives, seen }, expected);
});

const twins = ['east', 'west'].map((slug) => aStory({ slug, comments: threeComments.slice(0, 1) }));

test('a bot killed at any call to Discord creates each forum post exactly once, even posts of the same name', async () => {
  const stage = async () => {
    const harmed = await staged({ edition: anEdition(...twins), feedUrls: () => [] });
    const { bot, discord, guildId, paper, moderator } = harmed;
    const named = { name: 'stories', type: 'forum', tags: ['Harbour'] } as const;
    const { id: channelId } = discord.addChannel(guildId, named);
    const settings = { ...defaultSubscriptionSettings, ...over };
    await subscribe(bot.ports, { url: paper.feedUrl, guildId, channelId, settings }, moderator);
    return harmed;
  };
  const seenInForum = ({ discord, guildId }: Newsroom) => {
    const forum = discord.channels(guildId).find(({ name }) => name === 'stories');
    return discord.threads(forum?.id ?? '').map(({ id, name, thread_metadata: { locked } }) => {
      const messages = discord.messages(id).filter(({ type }) => type === 0 || type === 19);
      return `${name} ${messages.length} ${locked ? 'locked' : 'not locked'}`;
    });
  };
  const post = 'Harbour board puts off its ruling on the new pier 4 locked';
  await expectSameEnd({ stage, run: lives, seen: seenInForum }, [post, post]);
});

test('a bot killed at any call to Discord posts each digest exactly once', async () => {
  const stage = async () => {
    const digest = { every: 'hour' } as const;
    const harmed = await staged({ edition: anEdition(...twins), settings: { digest } });
    const { bot, clock, paper } = harmed;
    await untilQuiet(bot.ports, signal);
    clock.advance(hourMs);
    paper.publish({ headline: 'Gulls return to the quay' });
    expect(await pollNextFeed(bot.ports, signal)).toBe(true);
    clock.advance(hourMs);
    return harmed;
  };
  const seenDigests = (harmed: Newsroom) =>
    harmed.messages().map(({ content }) => content.split(': ').at(-1) ?? '');
  await expectSameEnd({ stage, run: lives, seen: seenDigests }, ['2 stories', '1 story']);
});
