import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { startLocalDiscord } from '../../src/preview/discord/index.ts';

// A Discord with SERVERS servers of ten channels, in a process of its own. It opens THREADS threads,
// a channel each in turn, of which all but the last OPEN are closed, and answers 'calls' with how
// many calls there were since the last time.

const [servers = 0, threads = 0, open = 0] = process.argv.slice(2).map(Number);
const discord = await startLocalDiscord({ now: Date.now });
const application = discord.addApplication({ name: 'Wirethread' });
const channels = Array.from({ length: servers }, (_, index) => {
  const guild = discord.addGuild({ name: `Town ${index + 1}` });
  discord.inviteBot(application.applicationId, guild.id, invitePermissions);
  return Array.from({ length: 10 }, (__, number) => ({
    guildId: guild.id,
    channelId: discord.addChannel(guild.id, { name: `news-${number + 1}` }).id,
  }));
}).flat();

const threadIds = Array.from({ length: threads }, (_, index) => {
  const { channelId } = channels[index % channels.length] ?? { channelId: '' };
  const closed = index < threads - open;
  const name = `Story ${index + 1}`;
  return discord.addThread(channelId, { name, ownerId: application.botUserId, closed }).id;
});

process.on('message', () => {
  process.send?.({ calls: discord.calls.log.length });
  discord.calls.clear();
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: discord.url, token: application.token, channels, threadIds });
