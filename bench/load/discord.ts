import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { isThread, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { wordsIn } from './plan.ts';

// A Discord with GUILDS servers of two channels, in a process of its own, with its usual limits. It
// answers 'so far' with what was posted by now, and 'result' with all that the run is judged by.

const [guilds = 0] = process.argv.slice(2).map(Number);
/** When each call that counts for the limit of all calls was answered. */
const calls: number[] = [];
/** When each message with a word was first posted. */
const posted = new Map<string, number>();
let rateLimited = 0;
let messages = 0;
const refused = new Map<string, number>();

let aheadMs = 0;
const discord = await startLocalDiscord({
  now: () => Date.now() + aheadMs,
  onCall: ({ phase, method, route, status, body }) => {
    if (phase === 'before' || status === null) return;
    if (status === 429) rateLimited += 1;
    else calls.push(Date.now());
    if (status >= 400) {
      const what = `${status} ${method} ${route}`;
      refused.set(what, (refused.get(what) ?? 0) + 1);
    }
    if (status >= 400 || method !== 'POST' || !route.endsWith('/messages')) return;
    messages += 1;
    for (const word of wordsIn(JSON.stringify(body))) {
      if (!posted.has(word)) posted.set(word, Date.now());
    }
  },
});
const application = discord.addApplication({ name: 'Wirethread' });
const channels = Array.from({ length: guilds }, (_, index) => {
  // A server's shard follows from the millisecond of its id: nowhere are 500 made in the same few.
  aheadMs += 1;
  const guild = discord.addGuild({ name: `Town ${index + 1}` });
  discord.inviteBot(application.applicationId, guild.id, invitePermissions);
  return ['news', 'sport'].map((name) => ({
    guildId: guild.id,
    channelId: discord.addChannel(guild.id, { name }).id,
  }));
}).flat();

/** How often each word stands: a story's in channels, a comment's in threads. */
function standing(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channelId } of channels) {
    for (const place of [channelId, ...discord.threads(channelId).map(({ id }) => id)]) {
      const channel = discord.channel(place);
      const kind = channel && isThread(channel) ? 'comment' : 'story';
      for (const message of discord.messages(place)) {
        for (const word of wordsIn(JSON.stringify(message))) {
          if (word.startsWith(kind)) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}

process.on('message', (message: 'so far' | 'result') => {
  if (message === 'so far') {
    process.send?.({ posted: posted.size });
    return;
  }
  const times = [...posted.values()].toSorted((a, b) => a - b);
  const from = times[Math.floor(times.length * 0.1)] ?? 0;
  const until = times[Math.floor(times.length * 0.9)] ?? 0;
  const within = calls.filter((at) => at >= from && at < until).length;
  process.send?.({
    rateLimited,
    messages,
    callsPerSecond: (within / (until - from)) * 1_000,
    standing: [...standing()],
    refused: [...refused],
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: discord.url, token: application.token, channels });
