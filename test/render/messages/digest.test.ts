import { expect, test } from 'vitest';
import { noCredits } from '../../../src/core/story/credits.ts';
import { refusedMessageCreate } from '../../../src/preview/discord/rules/index.ts';
import {
  type DigestContext,
  renderDigest,
  renderSkippedStories,
} from '../../../src/render/index.ts';
import { aStory, noon } from '../builders.ts';

const context = (parts: Partial<DigestContext> = {}): DigestContext => ({
  feedTitle: 'The Harbour Ledger',
  siteUrl: 'https://ledger.example/',
  language: 'en',
  more: 0,
  mentionRoleIds: [],
  ...parts,
});
const embedOf = (body: { embeds?: object[] }) =>
  body.embeds?.[0] as { title?: string; url?: string; description?: string };
const by = (...names: string[]) => ({
  credits: { ...noCredits, reporting: names.map((name) => ({ name, place: null })) },
});
const lines = (body: { embeds?: object[] }) => embedOf(body).description?.split('\n') ?? [];

test('a digest has each story’s place and authors, and below them its time and summary', () => {
  const ferry = aStory({
    headline: 'Ferry [late]',
    dateline: { place: 'PORT ELLIN', agency: null },
    ...by('Ana Ruiz', 'Ben Cho'),
  });
  const body = renderDigest(
    [ferry, aStory({ headline: null, url: null, publishedAt: noon - 90_000_000 })],
    context(),
  );
  expect(body.content).toBe('The Harbour Ledger: 2 stories');
  expect(body.allowed_mentions).toEqual({ parse: [] });
  expect(lines(body)).toEqual([
    '**[Ferry \\[late\\]](https://ledger.example/harbour)** — PORT ELLIN · Ana Ruiz, Ben Cho',
    `-# <t:${noon / 1000}:t> · The harbour reopened on Monday. Ferries run again.`,
    '**The harbour reopened on Monday. Ferries run again.**',
    `-# <t:${noon / 1000 - 90_000}:d>`,
  ]);
  expect(refusedMessageCreate(body)).toBeNull();
});

test('a digest of many stories says how many more there are, with a link', () => {
  const many = Array.from({ length: 25 }, (_, n) => aStory({ headline: `Story ${n}` }));
  const body = renderDigest(many, context({ more: 75 }));
  expect(body.content).toBe('The Harbour Ledger: 100 stories');
  expect(lines(body)).toHaveLength(41);
  expect(lines(body).at(-1)).toBe('[and 80 more](https://ledger.example/)');
  const nowhere = renderDigest(many, context({ siteUrl: 'mailto:desk@ledger.example' }));
  expect(lines(nowhere).at(-1)).toBe('and 5 more');
  expect(embedOf(nowhere).url).toBeUndefined();
});

test('a digest of any stories stays within Discord’s limits and mentions nobody', () => {
  const loud = '@everyone <@&123456789012345678> **bold** [x](http://a) ';
  const hostile = Array.from({ length: 20 }, () =>
    aStory({
      headline: loud.repeat(300),
      url: `https://ledger.example/${'a'.repeat(900)}`,
      dateline: { place: loud.repeat(300), agency: null },
      ...by(...Array.from({ length: 50 }, () => loud.repeat(50))),
    }),
  );
  const told = context({
    feedTitle: loud.repeat(300),
    siteUrl: `https://a.example/${'b'.repeat(900)}`,
  });
  const body = renderDigest(hostile, told);
  expect(refusedMessageCreate(body)).toBeNull();
  expect(lines(body).length).toBeGreaterThan(1);
  expect(JSON.stringify(body)).not.toMatch(/@everyone|<@&1/);
});

test('a digest mentions only the given roles', () => {
  const body = renderDigest([aStory()], context({ mentionRoleIds: ['100000000000000042'] }));
  expect(body.content).toBe('The Harbour Ledger: 1 story <@&100000000000000042>');
  expect(body.allowed_mentions).toEqual({ parse: [], roles: ['100000000000000042'] });
});

test('a digest mentions a role once even if it is given twice', () => {
  const twice = ['100000000000000042', '100000000000000042'];
  const body = renderDigest([aStory()], context({ mentionRoleIds: twice }));
  expect(body.content).toBe('The Harbour Ledger: 1 story <@&100000000000000042>');
  expect(body.allowed_mentions).toEqual({ parse: [], roles: ['100000000000000042'] });
});

test('a digest isolates each right-to-left text', () => {
  const ferry = aStory({
    headline: 'عادت العبّارة 7',
    dateline: { place: 'ميناء إلين', agency: null },
    ...by('سلمى حداد', 'Ana Ruiz'),
  });
  expect(lines(renderDigest([ferry], context()))).toEqual([
    '**[\u2068عادت العبّارة 7\u2069](https://ledger.example/harbour)** — \u2068ميناء إلين\u2069 · \u2068سلمى حداد\u2069, Ana Ruiz',
    `-# <t:${noon / 1000}:t> · The harbour reopened on Monday. Ferries run again.`,
  ]);
});

test('the notice about skipped stories has their number, the feed and a link to the site', () => {
  const body = renderSkippedStories({
    count: 1200,
    feedTitle: 'The *Harbour* Ledger',
    siteUrl: 'https://ledger.example/',
    language: 'en',
  });
  expect(body.content).toBe(
    '**The \\*Harbour\\* Ledger** · 1,200 older stories were skipped because too many arrived at once. [Read on the site](<https://ledger.example/>)',
  );
  const bare = renderSkippedStories({ count: 1, feedTitle: null, siteUrl: null, language: 'en' });
  expect(bare.content).toBe('1 older story was skipped because too many arrived at once.');
  expect([body, bare].map(refusedMessageCreate)).toEqual([null, null]);
});

test('a headline that looks like an address is no text of a link to another', () => {
  const body = renderDigest(
    [
      aStory({ headline: 'bank.example/login' }),
      aStory({ headline: 'https://bank.example' }),
      aStory({ headline: 'Harbour.example raises its fees' }),
    ],
    context(),
  );
  expect(lines(body).filter((line) => line.startsWith('**'))).toEqual([
    '**bank.example/login** (<https://ledger.example/harbour>)',
    '**https\\://bank.example** (<https://ledger.example/harbour>)',
    '**[Harbour.example raises its fees](https://ledger.example/harbour)**',
  ]);
});
