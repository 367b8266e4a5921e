import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { feedServer, rssOf } from '../../support/single-feed.ts';
import { openNewsroom, type People, words } from '../people.ts';

let people: People;
afterEach(() => people.close());

describe('/feed add with a newspaper that works', () => {
  beforeEach(async () => {
    people = await openNewsroom({
      edition: anEdition(aStory({ comments: threeComments })),
      feedUrls: () => [],
    });
  });
  const add = (options: Record<string, string | number | boolean> = {}) =>
    words(people.owner.run('/feed add', { url: people.paper.feedUrl, ...options }));
  const known = () => people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);

  test('/feed add without a channel uses the current one, and the stories are posted at once', async () => {
    const said = await add();
    expect(said).toContain(`now posts in <#${people.news}>`);
    expect(said).toContain('Its only story is posted now.');
    expect(said).toContain('Discussions close 7 days after publication');
    await people.quiet();
    expect(people.said(people.news)).toHaveLength(1);
    expect(people.said()).toHaveLength(4);
    const lines = await people.bot.ports.store.audit.list(people.guildId, 20);
    const added = lines.filter(({ action }) => action === 'feed.added');
    expect(added).toMatchObject([{ actor: people.owner.id }]);
  });

  test('/feed add saves the given options', async () => {
    const channel = people.discord.addChannel(people.guildId, { name: 'harbour' }).id;
    const mention = people.discord.addRole(people.guildId, { name: 'Newshounds' }).id;
    const said = await add({
      channel,
      'poll-every': '2h',
      'first-run': 0,
      'comment-period': 'Never',
      mention,
    });
    expect(said).toContain('reads it every 2 hours');
    expect(said).toContain('Its next new story will be the first to be posted.');
    expect(said).toContain('Discussions never close');
    expect(await known()).toMatchObject([
      {
        channelId: channel,
        origin: 'command',
        settings: {
          pollEveryMs: 7_200_000,
          firstRun: 0,
          commentPeriodMs: null,
          mentionRoleIds: [mention],
        },
      },
    ]);
    await people.quiet();
    expect(people.said(channel)).toHaveLength(0);
  });

  test('/feed add with comments:no mirrors no comments', async () => {
    expect(await add({ comments: false })).toContain('Comments are not mirrored.');
    await people.quiet();
    expect(people.said(people.news)).toHaveLength(1);
    expect(people.threads()).toHaveLength(0);
  });

  test('a feed that the channel already has is refused, but can be added to another channel', async () => {
    await add();
    expect(await add()).toBe(
      `<#${people.news}> has this feed already. Remove it with \`/feed remove\`, or add it to another channel.`,
    );
    const channel = people.discord.addChannel(people.guildId, { name: 'harbour' }).id;
    expect(await add({ channel })).toContain(`now posts in <#${channel}>`);
    expect(await known()).toHaveLength(2);
  });

  test('a duration of /feed add that is invalid or too short is refused with an example', async () => {
    const poll = await add({ 'poll-every': 'soon' });
    expect(poll).toContain('`poll-every` cannot be “soon”');
    expect(poll).toContain('a whole number and a unit, such as 90s, 15m, 2 hours, 3 days or 1w');
    expect(await add({ 'poll-every': '10s' })).toContain('(1 minute or more).');
    const period = await add({ 'comment-period': '20m' });
    expect(period).toContain('`comment-period` cannot be “20m”');
    expect(period).toContain('(1 hour or more), or never.');
    expect(await known()).toEqual([]);
  });

  test('@everyone cannot be mentioned with every story', async () => {
    expect(await add({ mention: people.guildId })).toContain('`mention` cannot be @everyone');
    expect(await known()).toEqual([]);
  });

  test('missing permissions in the channel are named as in Discord', async () => {
    const channel = people.discord.addChannel(people.guildId, {
      name: 'walled',
      overwrites: [{ id: people.botUserId, kind: 'member', deny: ['ManageThreads', 'EmbedLinks'] }],
    }).id;
    expect(await add({ channel })).toContain(
      `Wirethread lacks Manage Threads, Embed Links in <#${channel}>. Give its role these permissions there, then use \`/feed add\` again.`,
    );
    expect(await known()).toEqual([]);
  });

  test('/feed add in a thread requires the option channel', async () => {
    await add();
    await people.quiet();
    const said = await words(
      people.owner.at(people.threadId()).run('/feed add', { url: people.paper.atomUrl }),
    );
    expect(said).toContain('or to a thread');
    expect(await known()).toHaveLength(1);
  });

  test('an address that is not a feed is refused with advice', async () => {
    const of = (url: string) => add({ url });
    expect(await of('harbour ledger')).toContain('“harbour ledger” is not a feed’s address');
    expect(await of('ftp://ledger.example/feed')).toContain('begins with `https://`');
    expect(await of(`${people.paper.url}/nothing-here.xml`)).toMatch(/answered 404.*address/);
    expect(await of('http://10.1.2.3/feed.xml')).toContain(
      '10.1.2.3 is in a private or reserved network, and Wirethread does not fetch from there',
    );
    expect(await of('http://127.0.0.1:1/feed.xml')).toMatch(/The server 127\.0\.0\.1:1 .+\.$/);
    people.paper.faults.answer(/feed\.xml/, { status: 410 });
    expect(await add()).toContain('removed it permanently');
    expect(await known()).toEqual([]);
  });

  test('/feed test shows the newest story to the manager only, without adding the feed', async () => {
    const answered = await people.owner.run('/feed test', { url: people.paper.feedUrl });
    const shown = await answered.settled();
    expect(answered.ephemeral).toBe(true);
    expect(shown?.content).toContain('can be read: 1 story');
    expect(shown?.content).toContain('Harbour board puts off');
    expect(JSON.stringify(shown?.components)).toContain('Read the story');
    await people.quiet();
    expect(await known()).toEqual([]);
    expect(people.said(people.news)).toEqual([]);
    expect(
      await words(people.owner.run('/feed test', { url: 'mailto:desk@ledger.example' })),
    ).toContain('is not a feed’s address');
  });
});

test('items that a feed has beyond what is read are counted, to people and in the log', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const headlines = Array.from({ length: 1_002 }, (_, n) => `Boat ${n}`);
  const { url } = await feedServer((_, response) => response.end(rssOf(headlines)));
  const said = await words(people.owner.run('/feed test', { url }));
  expect(said).toContain(
    'can be read: 1,000 stories. 2 items more than Wirethread reads were left out.',
  );
  await words(people.owner.run('/feed add', { url, 'first-run': 0 }));
  await people.quiet();
  const [warned] = people.log.filter(({ event }) => event === 'feed.items-left-out');
  expect(warned).toMatchObject({ fields: { feed: `${url}/`, leftOut: 2 } });
});

test('a feed without stories can be tested and added', async () => {
  people = await openNewsroom({ edition: anEdition(), feedUrls: () => [] });
  const { owner, paper } = people;
  const url = paper.feedUrl;
  expect(await words(owner.run('/feed test', { url }))).toContain('a feed without stories');
  expect(await words(owner.run('/feed add', { url }))).toContain(
    'Its next new story will be the first',
  );
});
