import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBot } from '../src/app/bot.ts';
import { createParserPool } from '../src/app/parser-pool.ts';
import { invitePermissions } from '../src/core/delivery/permissions.ts';
import { defaultSubscriptionSettings } from '../src/core/feed/subscription.ts';
import { postedAt } from '../src/core/ids.ts';
import type { Log } from '../src/core/ports/log.ts';
import { dayMs, minuteMs, secondMs } from '../src/core/time/duration.ts';
import { systemClock } from '../src/edge/system/clock.ts';
import { wantComments } from '../src/newsroom/outbox/comment-messages.ts';
import { startLocalDiscord } from '../src/preview/discord/index.ts';
import { startNewspaper } from '../src/preview/newspaper/newspaper.ts';
import { anEdition, aStory } from '../test/support/editions.ts';
import type { ShowProgress } from '../test/support/progress.ts';
import type { Bench } from './measure.ts';

const comments = 1_000;
/** Posted one by one: at Discord's limit, all of them would take a quarter of an hour. */
const oneByOne = 40;
const storyEveryMs = 10 * secondMs;
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const sentence = 'The harbour board should ask those who use the pier, and not only its owners. ';

/** Lengths as people write: half of them are below 180 characters, a few above 1,500. */
function history() {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: comments }, (_, index) => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const length = Math.min(6_000, Math.max(12, Math.round(180 * Math.exp(0.9 * normal))));
    const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
    const at = -(comments - index) * minuteMs;
    const parent = random() < 0.4 && index > 0 ? Math.floor(random() * index) + 1 : null;
    const comment = { id: `c${index + 1}`, at, author: `Reader ${index + 1}`, text };
    return parent === null ? comment : { ...comment, inReplyTo: `c${parent}` };
  });
}

/**
 * A discussion of 1,000 comments on the local Discord with its usual limits, in real time, while a
 * story comes to another channel every ten seconds: how long until all comments stand. Forty of them are
 * then posted one by one, and their time is multiplied: `oneByOneSeconds` is extrapolated.
 */
export const backlog: Bench = {
  name: 'backlog',
  what: 'seconds until a discussion of 1,000 comments stands, packed and (extrapolated from 40) one by one',
  async run(show) {
    const edition = anEdition(aStory({ at: -dayMs, comments: history() }));
    const paper = await startNewspaper({
      now: Date.now,
      script: { ...edition, paper: { ...edition.paper, commentsPerFeed: 2_000, ttlMinutes: 0 } },
    });
    let rateLimited = 0;
    const discord = await startLocalDiscord({
      now: Date.now,
      onCall: (call) => {
        if (call.phase === 'after' && call.status === 429) rateLimited += 1;
      },
    });
    const guild = discord.addGuild({ name: 'Harbour Town' });
    const [news, live] = ['news', 'live'].map((name) => discord.addChannel(guild.id, { name }).id);
    const application = discord.addApplication({ name: 'Wirethread' });
    discord.inviteBot(application.applicationId, guild.id, invitePermissions);
    const folder = await mkdtemp(join(tmpdir(), 'wirethread-bench-'));
    const usual = defaultSubscriptionSettings;
    const feed = (url: string, channelId: string, settings: Partial<typeof usual>) => {
      return { url, guildId: guild.id, channelId, settings: { ...usual, ...settings } };
    };
    const parsers = createParserPool();
    const bot = await connectBot({
      token: application.token,
      apiUrl: discord.url,
      storeUrl: `sqlite:${join(folder, 'bench.db')}`,
      userAgent: 'Wirethread bench',
      allow: ['127.0.0.0/8'],
      fetchTimeoutMs: null,
      feeds: [
        feed(paper.feedUrl, news ?? '', { comments: { ...usual.comments, backlog: 'all' } }),
        feed(paper.atomUrl, live ?? '', {
          pollEveryMs: 5 * secondMs,
          firstRun: 0,
          comments: { ...usual.comments, mirror: false },
        }),
      ],
      hubs: null,
      keys: {},
      retentionMs: 90 * dayMs,
      parsers,
      clock: systemClock,
      log: silent,
    });
    const { store } = bot.ports;
    const findDiscussion = async () => {
      const found = await store.discussions.listInGuild(guild.id, ['open', 'closing-soon'], 1);
      return found.find(({ discussion }) => discussion.threadId !== null)?.discussion ?? null;
    };
    const posted = async () => {
      const discussion = await findDiscussion();
      if (!discussion) return 0;
      const unsent = new Set(
        (await store.deliveries.listUnsent(discussion.threadId ?? '')).map(({ key }) => key),
      );
      const rows = await store.discussions.listComments(discussion.id);
      return rows.filter(
        (row) => !unsent.has(row.pack?.key ?? `comment:${row.key}:${row.parts - 1}`),
      ).length;
    };
    /** Seconds until so many comments stand. */
    const until = async (
      count: number,
      what: string,
      show: ShowProgress,
      isDone: () => Promise<number>,
    ) => {
      let begunAt: number | null = null;
      let nextStory = Date.now() + storyEveryMs;
      for (let done = 0; done < count;) {
        await systemClock.sleep(200, new AbortController().signal);
        if (Date.now() >= nextStory) {
          paper.publish();
          nextStory += storyEveryMs;
        }
        done = await isDone();
        // The feed and the article are read first.
        if (done > 0) begunAt ??= performance.now();
        show(done, count, what);
      }
      return (performance.now() - (begunAt ?? 0)) / secondMs;
    };
    try {
      bot.startSchedule();
      const packedSeconds = await until(comments, 'comments, packed', show, posted);
      const discussion = await findDiscussion();
      if (!discussion) throw new Error('the discussion is open');
      const rows = (await store.discussions.listComments(discussion.id))
        .slice(0, oneByOne)
        .map((row) => ({ ...row, pack: null, parts: 1 }));
      await store.transaction(async (ledger) => {
        await ledger.discussions.saveComments(rows);
        await wantComments(ledger, discussion, rows, Date.now());
      });
      const keys = new Set(rows.map(({ key }) => `comment:${key}:0`));
      const unsent = async () => {
        const waiting = await store.deliveries.listUnsent(discussion.threadId ?? '');
        return oneByOne - waiting.filter(({ key }) => keys.has(key)).length;
      };
      const oneByOnePart = await until(oneByOne, 'comments, one by one', show, unsent);
      const delays: number[] = [];
      for (const { id } of discord.messages(live ?? '')) {
        const delivery = await store.deliveries.getByMessage(id);
        if (delivery?.subject.kind === 'story')
          delays.push(postedAt(id) - delivery.ordinal / 1_000);
      }
      const lengths = history()
        .map(({ text }) => text.length)
        .toSorted((a, b) => a - b);
      const figures = {
        comments,
        medianLength: lengths[comments / 2] ?? 0,
        packedSeconds,
        oneByOneSeconds: (oneByOnePart * comments) / oneByOne,
        timesSooner: (oneByOnePart * comments) / oneByOne / packedSeconds,
        messages: discord.messages(discussion.threadId ?? '').length - oneByOne,
        rateLimited,
        liveStories: delays.length,
        liveDelaySeconds: Math.max(...delays) / secondMs,
      };
      return { rounds: 1, figures, ratios: {} };
    } finally {
      await bot.stop();
      await Promise.all([discord.close(), paper.close(), parsers.close()]);
      await rm(folder, { recursive: true, force: true });
    }
  },
};
