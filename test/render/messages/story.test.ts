import { expect, test } from 'vitest';
import { noCredits } from '../../../src/core/story/credits.ts';
import { renderStory, threadName } from '../../../src/render/index.ts';
import { refusedMessageCreate } from '../../../src/preview/discord/rules/index.ts';
import { aStory, noon, storyContext } from '../builders.ts';

const whole = aStory({
  dateline: { place: 'PORT ELLIN', agency: 'Tidewire' },
  photo: {
    url: 'https://ledger.example/ferry.jpg',
    caption: 'A ferry leaves the quay.',
    credit: { photographer: 'Ana Ruiz', agency: 'Tidewire' },
  },
  topics: ['Shipping', 'Weather'],
  credits: {
    ...noCredits,
    byline: [{ name: 'Ana Ruiz', place: null }],
    editing: [{ name: 'Ben Cho', place: null }],
  },
});

test('a story message has headline, dateline, summary, photo, topics, credits and buttons', () => {
  const body = renderStory(
    whole,
    storyContext({
      threadUrl: 'https://discord.com/channels/1/2',
      commentCount: 1203,
      feedTitle: 'The Harbour Ledger',
    }),
  );
  expect(body).toEqual({
    content: '**Harbour reopens after storm**',
    embeds: [
      {
        url: 'https://ledger.example/harbour',
        author: {
          name: 'The Harbour Ledger · Tidewire · PORT ELLIN',
          url: 'https://ledger.example/harbour',
        },
        description: [
          'The harbour reopened on Monday. Ferries run again.',
          '-# By Ana Ruiz · Editing: Ben Cho',
          '-# Topics: Shipping, Weather',
          `-# Published <t:${noon / 1000}:f>`,
        ].join('\n'),
        image: { url: 'https://ledger.example/ferry.jpg', description: 'A ferry leaves the quay.' },
        footer: { text: 'A ferry leaves the quay. — Photo: Ana Ruiz/Tidewire' },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: 'Read the story', url: 'https://ledger.example/harbour' },
          { type: 2, style: 5, label: 'Discuss (1,203)', url: 'https://discord.com/channels/1/2' },
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  });
  expect(refusedMessageCreate(body)).toBeNull();
});

test('a story mentions only the roles of its feed', () => {
  const mentionRoleIds = ['100000000000000042', '100000000000000043', '100000000000000042'];
  const body = renderStory(whole, storyContext({ mentionRoleIds }));
  expect(body.content).toBe(
    '**Harbour reopens after storm** <@&100000000000000042> <@&100000000000000043>',
  );
  expect(body.allowed_mentions).toEqual({ parse: [], roles: mentionRoleIds.slice(0, 2) });
});

test('a corrected story shows when it was corrected', () => {
  const body = renderStory(whole, storyContext({ corrected: noon + 60_000 }));
  expect(JSON.stringify(body.embeds)).toContain(`Corrected <t:${noon / 1000 + 60}:R>`);
});

test('markup and mentions in a headline are shown as plain text', () => {
  const { content } = renderStory(
    aStory({ headline: '*Stop* @everyone: http://x.example\n[here](http://y.example)' }),
    storyContext(),
  );
  expect(content).toBe(
    '**\\*Stop\\* @\u200beveryone: http\\://x.example \\[here\\](http\\://y.example)**',
  );
});

test('a story without a headline is named by the beginning of its summary', () => {
  expect(renderStory(aStory({ headline: null }), storyContext()).content).toBe(
    '**The harbour reopened on Monday. Ferries run again.**',
  );
  expect(threadName(aStory({ headline: ' ', summary: null }), 'en')).toBe('Untitled story');
});

test('a long summary is cut after a whole sentence', () => {
  const sentence = 'The pilots of the harbour met again on Tuesday to count the boats. ';
  const body = renderStory(aStory({ summary: sentence.repeat(10) }), storyContext());
  const [description = ''] = JSON.stringify(body.embeds).match(/The pilots[^\\]*/u) ?? [];
  expect(description).toBe(sentence.repeat(5).trim());
});

test('an address that Discord refuses on a button is left out', () => {
  const long = `https://ledger.example/${'a'.repeat(600)}`;
  expect(renderStory(aStory({ url: long }), storyContext()).components).toEqual([]);
  expect(renderStory(aStory({ url: 'javascript:alert(1)' }), storyContext()).components).toEqual(
    [],
  );
});

test('without a thread the button leads to the comments on the publisher’s site, and says so', () => {
  const { components } = renderStory(
    aStory({ commentLinks: { feed: null, page: 'https://ledger.example/harbour#comments' } }),
    storyContext({ commentCount: 5 }),
  );
  expect(JSON.stringify(components)).toContain(
    '"label":"Comments on the site (5)","url":"https://ledger.example/harbour#comments"',
  );
});

test('very long credits, captions and topics fit into one embed', () => {
  const name = { name: '*'.repeat(500), place: '_'.repeat(500) };
  const body = renderStory(
    aStory({
      headline: '*'.repeat(5000),
      summary: '_'.repeat(5000),
      topics: Array.from({ length: 50 }, () => '~'.repeat(500)),
      dateline: { place: '`'.repeat(500), agency: '|'.repeat(500) },
      photo: {
        url: 'https://ledger.example/a.jpg',
        caption: '['.repeat(5000),
        credit: { photographer: '<'.repeat(500), agency: '\\'.repeat(500) },
      },
      credits: { ...noCredits, byline: Array.from({ length: 20 }, () => name) },
    }),
    storyContext(),
  );
  expect(refusedMessageCreate(body)).toBeNull();
});

test('the name of a thread is the headline, cut after a word', () => {
  const name = threadName(aStory({ headline: `${'harbour '.repeat(12)}\nreopens again` }), 'en');
  expect(name).toBe(`${'harbour '.repeat(12).trim()}…`);
});

test('a date outside the years 1 to 9999 is left out', () => {
  const body = renderStory(aStory({ publishedAt: 8e18 }), storyContext());
  expect(refusedMessageCreate(body)).toBeNull();
  expect(JSON.stringify(body)).not.toContain('<t:');
});

test('a withdrawn story is marked and shows no summary, photo or credits', () => {
  const mentionRoleIds = ['100000000000000042'];
  const contentTemplate = 'News: {headline}';
  const body = renderStory(
    whole,
    storyContext({ withdrawn: noon + 60_000, mentionRoleIds, contentTemplate }),
  );
  expect(body.content).toBe('Withdrawn: ~~Harbour reopens after storm~~ <@&100000000000000042>');
  expect(body.embeds).toEqual([
    {
      color: 0x95a5a6,
      url: 'https://ledger.example/harbour',
      description: `Withdrawn by its publisher <t:${noon / 1000 + 60}:R>`,
    },
  ]);
  expect(refusedMessageCreate(body)).toBeNull();
});

test('a summary that only repeats the headline is left out', () => {
  const [embed] = renderStory(aStory({ headline: null, summary: 'The bell rang.' }), storyContext())
    .embeds ?? [{}];
  expect(embed).toMatchObject({
    description: `-# Published <t:${noon / 1000}:f>`,
  });
});

test('right-to-left names stay in order next to left-to-right labels', () => {
  const isolate = (text: string) => `\u2068${text}\u2069`;
  const [embed] = renderStory(
    aStory({
      topics: ['شحن'],
      dateline: { agency: 'Tidewire', place: 'القاهرة' },
      photo: {
        url: 'https://ledger.example/a.jpg',
        caption: null,
        credit: { photographer: 'ليلى حداد', agency: null },
      },
      credits: {
        ...noCredits,
        byline: [{ name: 'ليلى حداد', place: 'القاهرة' }],
        editing: [{ name: 'Ben Cho', place: null }],
      },
    }),
    storyContext({ feedTitle: 'The Harbour Ledger' }),
  ).embeds ?? [{}];
  expect(embed).toMatchObject({
    author: { name: `The Harbour Ledger · Tidewire · ${isolate('القاهرة')}` },
    footer: { text: `Photo: ${isolate('ليلى حداد')}` },
  });
  expect(embed?.description).toContain(
    `By ${isolate('ليلى حداد')} (${isolate('القاهرة')}) · Editing: Ben Cho`,
  );
  expect(JSON.stringify(embed)).toContain(`Topics: ${isolate('شحن')}`);
});

test('an agency that is the paper itself is named once', () => {
  const [embed] = renderStory(whole, storyContext({ feedTitle: 'Tidewire' })).embeds ?? [];
  expect(embed?.author?.name).toBe('Tidewire · PORT ELLIN');
});

test('the headline is in the embed only where the text above it does not have it', () => {
  const title = (context: Parameters<typeof storyContext>[0]) =>
    renderStory(whole, storyContext(context)).embeds?.[0]?.title;
  const headline = 'Harbour reopens after storm';
  expect(title({})).toBeUndefined();
  expect(title({ contentTemplate: 'News: {headline}' })).toBeUndefined();
  expect(title({ contentTemplate: 'News from {feed}' })).toBe(headline);
  expect(title({ inForum: true })).toBe(headline);
  expect(title({ inForum: true, withdrawn: noon })).toBe(`Withdrawn: ~~${headline}~~`);
  const mentionRoleIds = ['100000000000000042'];
  const { content } = renderStory(whole, storyContext({ inForum: true, mentionRoleIds }));
  expect(content).toBe('<@&100000000000000042>');
});

test('a story of which only the address and the headline are known is accepted by Discord', () => {
  const bare = aStory({ summary: null, publishedAt: null });
  const body = renderStory(bare, storyContext({ feedTitle: null }));
  expect(body.embeds?.[0]?.title).toBe('Harbour reopens after storm');
  expect(refusedMessageCreate(body)).toBeNull();
});

test('a button leads to an address without a user name that looks like another site', () => {
  const url = 'https://ledger.example@evil.example/harbour';
  const text = JSON.stringify(renderStory(aStory({ url }), storyContext({})));
  expect(text).toContain('https://evil.example/harbour');
  expect(text).not.toContain('ledger.example@');
});
