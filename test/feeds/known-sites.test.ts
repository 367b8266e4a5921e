import { describe, expect, test } from 'vitest';
import { knownSite, pastedAddress, whyNoComments } from '../../src/feeds/index.ts';

const channel = 'UCabcdefghijklmnopqrstuv';
const youTube = (query: string) => `https://www.youtube.com/feeds/videos.xml?${query}`;
const github = 'https://github.com/ledger/press';

describe('the feed of a pasted address', () => {
  test.each([
    [`https://www.youtube.com/channel/${channel}`, [youTube(`channel_id=${channel}`)]],
    [`https://m.youtube.com/channel/${channel}/videos`, [youTube(`channel_id=${channel}`)]],
    ['https://www.youtube.com/playlist?list=PL1', [youTube('playlist_id=PL1')]],
    ['https://youtube.com/user/Ledger', [youTube('user=Ledger')]],
    ['https://www.reddit.com/r/rust', ['https://www.reddit.com/r/rust/.rss']],
    ['https://old.reddit.com/r/rust/new/', ['https://www.reddit.com/r/rust/new/.rss']],
    [
      'https://www.reddit.com/r/rust/top/?t=week',
      ['https://www.reddit.com/r/rust/top/.rss?t=week'],
    ],
    ['https://www.reddit.com/user/ana/submitted', ['https://www.reddit.com/user/ana/.rss']],
    ['https://www.reddit.com/u/ana', ['https://www.reddit.com/user/ana/.rss']],
    ['https://www.reddit.com/user/ana/m/news', ['https://www.reddit.com/user/ana/m/news/.rss']],
    [
      'https://www.reddit.com/r/rust/comments/1a2b3c/a_title/',
      ['https://www.reddit.com/r/rust/.rss', 'https://www.reddit.com/r/rust/comments/1a2b3c/.rss'],
    ],
    [github, [`${github}/releases.atom`, `${github}/tags.atom`, `${github}/commits.atom`]],
    [`${github}.git`, [`${github}/releases.atom`, `${github}/tags.atom`, `${github}/commits.atom`]],
    [`${github}/tags`, [`${github}/tags.atom`]],
    [`${github}/commits/main`, [`${github}/commits/main.atom`]],
    [`${github}/tree/fix/one`, [`${github}/commits/fix/one.atom`]],
    ['https://github.com/ledger', ['https://github.com/ledger.atom']],
    ['https://ledger.substack.com/p/ferry', ['https://ledger.substack.com/feed']],
    ['https://open.substack.com/pub/ledger/p/ferry', ['https://ledger.substack.com/feed']],
    ['https://medium.com/@ana/ferry-1', ['https://medium.com/feed/@ana']],
    ['https://medium.com/the-ledger', ['https://medium.com/feed/the-ledger']],
    ['https://medium.com/tag/ferries', ['https://medium.com/feed/tag/ferries']],
    ['https://ana.medium.com/ferry-1', ['https://ana.medium.com/feed']],
    ['https://ledger.tumblr.com/post/1', ['https://ledger.tumblr.com/rss']],
    ['https://ledger.tumblr.com/tagged/ferry', ['https://ledger.tumblr.com/tagged/ferry/rss']],
    ['https://www.tumblr.com/ledger/7/ferry', ['https://ledger.tumblr.com/rss']],
    ['https://www.tumblr.com/blog/view/ledger', ['https://ledger.tumblr.com/rss']],
    ['https://bsky.app/profile/did:plc:abc', ['https://bsky.app/profile/did:plc:abc/rss']],
    ['https://vimeo.com/ledger', ['https://vimeo.com/ledger/videos/rss']],
    [
      'https://news.google.com/search?q=ferry&hl=en',
      ['https://news.google.com/rss/search?q=ferry&hl=en'],
    ],
  ])('of %s is known', (address, feeds) => {
    expect(knownSite(address)?.feeds).toEqual(feeds);
  });

  test.each([
    ['https://www.youtube.com/@ledger/videos', 'https://www.youtube.com/@ledger'],
    ['https://www.youtube.com/c/Ledger', 'https://www.youtube.com/c/Ledger'],
    ['https://youtu.be/abc?si=x', 'https://www.youtube.com/watch?v=abc'],
    ['https://bsky.app/profile/ana.example/post/3k', 'https://bsky.app/profile/ana.example'],
  ])('of %s is named by a page', (address, page) => {
    expect(knownSite(address)).toMatchObject({ page });
    expect(knownSite(address)?.feeds).toBeUndefined();
  });

  test('a profile of the fediverse is read on its own server', () => {
    expect(knownSite('https://social.example/@ana/1234')).toEqual({
      site: 'social.example',
      page: 'https://social.example/@ana',
      feeds: ['https://social.example/@ana.rss', 'https://social.example/users/ana/feed.atom'],
    });
    expect(knownSite('https://social.example/@ana@other.example')).toMatchObject({
      page: 'https://other.example/@ana',
    });
  });

  test('what is no host’s name leads nowhere', () => {
    expect(knownSite('https://social.example/@ana@other.999')).toBeNull();
    expect(knownSite('https://social.example/@ana@xn--a.example')).toBeNull();
    expect(knownSite('https://www.tumblr.com/a%20b')?.feeds).toEqual([]);
    expect(knownSite('https://open.substack.com/pub/a%20b/p/1')?.feeds).toEqual([]);
  });

  test('a podcast is looked up by its number', () => {
    expect(knownSite('https://podcasts.apple.com/gb/podcast/ferry-talk/id1234567890?i=1')).toEqual({
      site: 'Apple Podcasts',
      lookup: 'https://itunes.apple.com/lookup?id=1234567890&entity=podcast',
    });
  });

  test.each([
    'https://x.com/ledger',
    'https://mobile.twitter.com/ledger/status/1',
    'https://www.facebook.com/ledger',
    'https://www.instagram.com/ledger/',
    'https://www.threads.net/@ledger',
    'https://www.tiktok.com/@ledger',
    'https://www.linkedin.com/company/ledger',
    'https://t.me/ledger',
    'https://open.spotify.com/show/1',
    'https://discord.com/channels/1/2',
  ])('%s has none, which is known by its host', (address) => {
    expect(knownSite(address)?.refusal).toBeDefined();
  });

  test.each([
    'https://ledger.example/',
    'https://notyoutube.com/channel/UC1',
    'https://x.com.example/ledger',
    'https://github.com/features',
    'https://medium.com/',
  ])('%s is asked like any other', (address) => {
    expect(knownSite(address)).toBeNull();
  });
});

test.each([
  ['r/rust', 'https://www.reddit.com/r/rust/'],
  ['/r/rust/', 'https://www.reddit.com/r/rust/'],
  ['u/ana', 'https://www.reddit.com/user/ana/'],
  ['@ana@social.example', 'https://social.example/@ana'],
  ['acct:ana@social.example', 'https://social.example/@ana'],
  ['@ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'],
  ['<https://ledger.example/feed>', 'https://ledger.example/feed'],
  ['[The Ledger](<https://ledger.example/feed>)', 'https://ledger.example/feed'],
  ['Read this: https://ledger.example/feed, please', 'https://ledger.example/feed'],
  ['"ledger.example"', 'ledger.example'],
  ['example.org', 'example.org'],
  ['https://ledger.example/Fog_(film)', 'https://ledger.example/Fog_(film)'],
  ['“<https://ledger.example/feed>”', 'https://ledger.example/feed'],
  ['https://a.example/ or https://b.example/', 'https://a.example/ or https://b.example/'],
  ['ana@mail.example', 'ana@mail.example'],
  ['@ana', '@ana'],
])('%s means %s', (text, address) => {
  expect(pastedAddress(text)).toBe(address);
});

test('of sites whose comments strangers cannot read it is known why', () => {
  const whyOf = (address: string) => whyNoComments(address)?.why;
  expect(whyNoComments('https://www.youtube.com/watch?v=1')).toEqual({
    site: 'YouTube',
    why: 'needs-key',
  });
  expect(whyOf('https://www.reddit.com/r/rust/comments/1/x/')).toBe('needs-key');
  expect(whyOf('https://github.com/ledger/press/releases/tag/v1')).toBe('releases');
  expect(whyNoComments('https://ledger.example/ferry')).toBeNull();
});
