import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People, suggestions } from '../people.ts';
import { addFeed, editsOf, type Options } from './editing.ts';

let people: People;
let feed: string;
afterEach(() => people.close());

const pier = aStory({ comments: threeComments });
const rowing = aStory({
  slug: 'rowing',
  at: -30 * minuteMs,
  headline: 'Rowers win the bell race',
  topics: ['Sport'],
});

const { audit, edit, editing, settings, suggested } = editsOf(() => ({ people, feed }));
const feeds = () => people.bot.ports.store.feeds;

describe('/feed edit of a feed that was added by command', () => {
  beforeEach(async () => {
    people = await openNewsroom({ edition: anEdition(pier, rowing), feedUrls: () => [] });
    feed = await addFeed(people);
  });

  test('/feed edit saves many changes at once and writes one audit entry', async () => {
    const role = people.discord.addRole(people.guildId, { name: 'Newshounds' }).id;
    const said = await edit({
      'mention-roles': '@newshounds',
      'content-line': '{mentions} **{headline}** · {feed}',
      'include-topics': 'sport, town hall',
      'exclude-words': 'horoscope,sponsor*',
      'exclude-authors': 'Newsroom Robot',
      'quiet-hours': '22:00-07:00 europe/berlin',
      digest: 'daily 08:00 Europe/Berlin',
      language: 'de',
      'catch-up': 5,
      'poll-every': '1h',
      'comment-period': '3d',
      'closing-warning': '2h',
      'open-thread': 'at-once',
    });
    expect(await settings()).toEqual({
      ...defaultSubscriptionSettings,
      mentionRoleIds: [role],
      contentTemplate: '{mentions} **{headline}** · {feed}',
      filters: {
        include: { words: [], topics: ['sport', 'town hall'], authors: [] },
        exclude: { words: ['horoscope', 'sponsor*'], topics: [], authors: ['Newsroom Robot'] },
      },
      quietHours: { from: 1320, to: 420, zone: 'Europe/Berlin' },
      digest: { every: 'day', at: 480, zone: 'Europe/Berlin' },
      language: 'de',
      catchUp: 5,
      pollEveryMs: hourMs,
      commentPeriodMs: 3 * dayMs,
      closingWarningMs: 2 * hourMs,
      comments: { ...defaultSubscriptionSettings.comments, openThread: 'at-once' },
    });
    for (const line of [
      'changed `exclude-words`, `include-topics`',
      '- **Only stories with these topics (sport, town hall), except those with these words (horoscope, sponsor\\*) or authors (Newsroom Robot)**',
      `- **Mentions <@&${role}>**`,
      '- **Quiet hours: 22:00-07:00 Europe/Berlin; stories are posted when they end**',
      '- **Digest of all stories: daily 08:00 Europe/Berlin**',
      '- **Labels in German**',
      'Comments are not mirrored, because a story in a digest has no thread',
    ]) {
      expect(said).toContain(line);
    }
    expect(await audit()).toMatchObject([
      {
        actor: people.owner.id,
        subject: feed,
        reason:
          'exclude-words, include-topics, exclude-authors, mention-roles, content-line, quiet-hours, digest, language, poll-every, comment-period, closing-warning, open-thread, catch-up',
      },
    ]);
  });

  test('/feed edit shows the newest story with the new settings and mentions nobody', async () => {
    const role = people.discord.addRole(people.guildId, { name: 'Newshounds' }).id;
    const answered = await editing({
      'content-line': '{mentions} {headline} ({place})',
      'mention-roles': `<@&${role}>`,
      language: 'fr',
    });
    const shown = await answered.settled();
    expect(shown?.content).toContain(`> <@&${role}> Rowers win the bell race (SALTMARSH)`);
    expect(JSON.stringify(shown?.embeds)).toContain('Publié : <t:');
    expect(JSON.stringify(shown?.components)).toContain('Lire l’article');
    expect(shown?.mention_roles ?? []).toEqual([]);
  });

  test('/feed edit warns about roles whose mention notifies nobody', async () => {
    const open = people.discord.addRole(people.guildId, {
      name: 'Newshounds',
      mentionable: true,
    }).id;
    const closed = people.discord.addRole(people.guildId, { name: 'Quiet' }).id;
    const roles = { 'mention-roles': `<@&${open}> <@&${closed}>` };
    expect(await edit(roles)).not.toContain('notified');
    // As many servers have it: not everybody may mention everybody.
    const everybody = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] as const;
    people.discord.setRolePermissions(people.guildId, people.guildId, everybody);
    const said = await edit(roles);
    expect(said).toContain(`A mention of <@&${closed}> notifies nobody. Allow anyone`);
    expect(await edit({ 'mention-roles': 'Newshounds' })).not.toContain('notified');
    expect((await settings())?.mentionRoleIds).toEqual([open]);
  });

  test('/feed edit says how many stories pass the filters and why the newest does not', async () => {
    const answered = await editing({ 'exclude-topics': 'sport' });
    const shown = await answered.settled();
    expect(shown?.content).toContain('1 of its last 2 stories passes the filters.');
    expect(shown?.content).toContain(
      'The newest story, “Rowers win the bell race”, is filtered out: its topics include “sport”.',
    );
    expect(shown?.content).toContain('Harbour board');
    const none = await (
      await editing({ 'include-words': 'giraffe', 'exclude-topics': '-' })
    ).settled();
    expect(none?.content).toContain('None of its last 2 stories passes the filters.');
    expect(none?.content).toContain('it matches none of the `include` filters');
    expect(none?.embeds).toEqual([]);
    expect(await edit({ 'include-words': 'none', 'exclude-topics': '-' })).toContain(
      '- **All stories**',
    );
    expect((await settings())?.filters).toEqual(defaultSubscriptionSettings.filters);
  });

  test('/feed edit saves nothing with preview or without changes', async () => {
    const preview = await edit({ language: 'pl', preview: true });
    expect(preview).toContain('would change `language`. Nothing is saved before you press Save.');
    expect(preview).toContain('- **Labels in Polish**');
    expect(await edit({})).toContain('you gave nothing to change. Its settings are:');
    expect(await settings()).toEqual(defaultSubscriptionSettings);
    expect(await audit()).toEqual([]);
  });

  test('the next stories, comments and buttons use the new settings', async () => {
    await edit({ language: 'de', 'content-line': 'Neu: {headline}', 'comment-period': '1d' });
    const slug = people.paper.publish({ headline: 'Ferry bell found in the mud' });
    await people.later(hourMs);
    people.paper.addComment(slug, { author: 'Odd', text: 'My aunt lost it.' });
    await people.later(hourMs);
    const story = people.said(people.news).at(-1);
    expect(story?.content).toBe('Neu: Ferry bell found in the mud');
    expect(JSON.stringify(story)).toContain('Veröffentlicht: <t:');
    expect(JSON.stringify(story?.components)).toContain('Mitreden (1)');
    const thread = people.threads().at(-1)?.id ?? '';
    const said = () => people.said(thread).map((message) => JSON.stringify(message));
    expect(said()[0]).toContain('Diskussion: Ferry bell found');
    expect(said().join()).toContain('Missbrauch melden');
    for (let day = 0; day < 3; day += 1) await people.later(dayMs / 2 + hourMs);
    expect(said().at(-1)).toContain('Diese Diskussion ist geschlossen.');
  });

  test.each([
    [{ 'content-line': '{author}' }, '{author} is not a placeholder; use {headline}'],
    [{ 'quiet-hours': '22' }, '`quiet-hours` cannot be “22”: write two times, and a time zone'],
    [{ 'quiet-hours': '22:00-07:00 Mars' }, 'unless you mean UTC (22-7, '],
    [{ digest: 'weekly' }, '`digest` cannot be “weekly”: write hourly, daily'],
    [
      { 'mention-roles': 'Ghosts' },
      '`mention-roles` cannot be “Ghosts”: this server has no such role',
    ],
    [{ 'mention-roles': '@everyone' }, '`mention-roles` cannot be @everyone'],
    [{ 'forum-tag': 'Sport' }, 'is not a forum'],
    [{ 'poll-every': '5s' }, '(1 minute or more)'],
    [
      { 'comment-period': '2d', 'closing-warning': '3d' },
      'must be shorter than the comment period',
    ],
    [{ 'include-words': 'a'.repeat(101) }, 'of at most 100 characters'],
    [{ feed: 'gone', language: 'de' }, 'This server has no feed “'],
  ] as [Options, string][])('is not changed by what cannot be: %j', async (options, said) => {
    expect(await edit(options)).toContain(said);
    expect(await settings()).toEqual(defaultSubscriptionSettings);
    expect(await audit()).toEqual([]);
  });

  test('/feed edit suggests words, topics and authors of the feed’s own stories', async () => {
    expect(await suggested('include-topics', '')).toEqual([
      'none',
      'Sport',
      'Harbour',
      'Town hall',
    ]);
    expect(await suggested('exclude-topics', 'Sport, to')).toEqual(['Sport, Town hall']);
    expect(await suggested('include-authors', 'oka')).toEqual(['Ines Okafor']);
    expect(await suggested('exclude-words', 'row')).toEqual(['Rowers']);
    expect(await suggested('content-line', 'agency')).toEqual(['{agency}: {headline}']);
    people.discord.addRole(people.guildId, { name: 'Newshounds' });
    expect(await suggested('mention-roles', 'hounds')).toEqual(['@Newshounds']);
  });

  test('/feed edit suggests time zones in use first, then those that match the typed text', async () => {
    expect((await suggested('quiet-hours', '')).slice(0, 3)).toEqual([
      'none',
      '22:00-07:00 UTC',
      '22:00-07:00 Europe/London',
    ]);
    await edit({ 'quiet-hours': '23:00-06:00 Asia/Tokyo' });
    expect((await suggested('digest', '')).slice(0, 3)).toEqual([
      'off',
      'hourly',
      'daily 08:00 Asia/Tokyo',
    ]);
    expect(await suggested('quiet-hours', '21:30-06:15 berl')).toEqual([
      '21:30-06:15 Europe/Berlin',
    ]);
    expect(await suggested('digest', 'daily 07:00 Lisb')).toEqual(['daily 07:00 Europe/Lisbon']);
    expect(await suggested('digest', 'x'.repeat(500))).toEqual([]);
  });

  test('/feed edit shows the story even if the settings are longer than a message', async () => {
    const long = Array.from({ length: 50 }, (_, at) => `${at}${'_'.repeat(80)}`).join(',');
    const lists = ['exclude-words', 'exclude-topics', 'exclude-authors', 'include-words'];
    const said = await edit({
      ...Object.fromEntries(lists.map((list) => [list, long])),
      'include-topics': `sport, ${long.slice(0, 4000)}`,
      'content-line': `${'*_'.repeat(100)}{headline}`,
    });
    expect(said.length).toBeLessThanOrEqual(2000);
    expect(said).toContain('1 of its last 2 stories passes the filters.');
    expect(said).toMatch(/> [^\n]*Rowers win the bell race$/u);
  });

  test('a feed of another server is neither edited nor suggested', async () => {
    const [mine] = await feeds().listSubscriptionsIn(people.guildId);
    if (!mine) throw new Error('the feed is here');
    const other = { ...mine, id: 'elsewhere', guildId: '100000000000000009' };
    await feeds().addSubscription(
      { ...other, channelId: '100000000000000008' },
      people.clock.now(),
    );
    expect(await edit({ feed: 'elsewhere', language: 'de' })).toContain(
      'This server has no feed “',
    );
    const topics = people.owner.autocomplete(
      '/feed edit',
      { feed: 'elsewhere', 'include-topics': '' },
      'include-topics',
    );
    expect(await suggestions(topics)).toEqual([]);
  });

  test('only members with Manage Server can edit a feed', async () => {
    const stranger = people.another('Otto');
    const [offered] = await suggestions(
      people.owner.autocomplete('/feed edit', { feed: '' }, 'feed'),
    );
    expect(offered?.value).toBe(feed);
    await expect(stranger.run('/feed edit', { feed, language: 'de' })).rejects.toThrow();
    expect(await settings()).toEqual(defaultSubscriptionSettings);
  });
});
