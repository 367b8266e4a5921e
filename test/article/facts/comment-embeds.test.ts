import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';

/** What a page with these parts is found to embed. */
async function embeds(head: string, body = ''): Promise<unknown> {
  const html = `<!doctype html><html><head><title>Ferry sinks</title>${head}</head><body class="post single postid-77">${body}</body></html>`;
  const facts = await readArticle({
    body: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    url: 'https://ledger.example/news/ferry-sinks',
  });
  return facts.commentLinks.embeds ?? [];
}

test.each([
  [
    'WordPress, its post by the JSON address',
    '<link rel="https://api.w.org/" href="/wp-json/"><link rel="alternate" title="JSON" type="application/json" href="https://ledger.example/wp-json/wp/v2/posts/12">',
    { source: 'wordpress', values: { api: 'https://ledger.example/wp-json/', post: '12' } },
  ],
  [
    'WordPress, its post by the short link, without pretty addresses',
    '<link rel="https://api.w.org/" href="https://ledger.example/index.php?rest_route=/"><link rel="shortlink" href="https://ledger.example/?p=34">',
    {
      source: 'wordpress',
      values: { api: 'https://ledger.example/index.php?rest_route=/', post: '34' },
    },
  ],
  [
    'WordPress, its post by the class of the body',
    "<link rel='https://api.w.org/' href='https://ledger.example/wp-json/'>",
    { source: 'wordpress', values: { api: 'https://ledger.example/wp-json/', post: '77' } },
  ],
  [
    'Discourse by the address of the page',
    "<script>window.DiscourseEmbed = { discourseUrl: 'https://talk.example/', discourseEmbedUrl: 'https://ledger.example/news/ferry-sinks' };</script>",
    {
      source: 'discourse',
      values: {
        forum: 'https://talk.example/',
        embedUrl: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'Discourse by the address that the page computes',
    "<script>DiscourseEmbed = { discourseUrl: 'https://talk.example/', discourseEmbedUrl: [location.protocol, '//', location.host, location.pathname].join('') };</script>",
    {
      source: 'discourse',
      values: {
        forum: 'https://talk.example/',
        embedUrl: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'Discourse without the options of a commented line',
    "<script>DiscourseEmbed = {\n discourseUrl: 'https://talk.example/',\n discourseEmbedUrl: 'https://ledger.example/a',\n // topicId: 5\n };</script>",
    {
      source: 'discourse',
      values: { forum: 'https://talk.example/', embedUrl: 'https://ledger.example/a' },
    },
  ],
  [
    'Discourse by a topic',
    "<script>DiscourseEmbed = { discourseUrl: 'https://talk.example/', topicId: 512 };</script>",
    { source: 'discourse', values: { forum: 'https://talk.example/', topic: '512' } },
  ],
  [
    'Remark42',
    '<script>var remark_config = { host: "https://remark.example", site_id: \'ledger\', components: ["embed"] }</script>',
    {
      source: 'remark42',
      values: {
        host: 'https://remark.example/',
        site: 'ledger',
        url: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'Remark42 for another address, in its own script only',
    '<script>window.remark_config = { host: "https://remark.example", site_id: "ledger", // url: "PAGE_URL"\n url: "https://ledger.example/ferry#comments" }</script><script>x = { url: "https://other.example" }</script>',
    {
      source: 'remark42',
      values: {
        host: 'https://remark.example/',
        site: 'ledger',
        url: 'https://ledger.example/ferry',
      },
    },
  ],
  [
    'Isso without a scheme',
    '<script data-isso="//isso.example/" src="//isso.example/js/embed.min.js"></script><a href="/other#isso-thread" data-isso-id="/other">Comments</a><section id="isso-thread" data-isso-id="/ferry"></section>',
    {
      source: 'isso',
      values: {
        api: 'https://isso.example/',
        uri: '/ferry',
        page: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'Isso on the same site, its thread called by the path',
    '<script data-isso="/isso" src="/isso/js/embed.min.js"></script><section id="isso-thread"></section>',
    {
      source: 'isso',
      values: {
        api: 'https://ledger.example/isso',
        uri: '/news/ferry-sinks',
        page: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'Ghost',
    '<script defer src="x.js" data-ghost-comments="https://ledger.example/" data-post-id="64b7" data-count="true"></script>',
    {
      source: 'ghost',
      values: {
        site: 'https://ledger.example/',
        post: '64b7',
        page: 'https://ledger.example/news/ferry-sinks',
      },
    },
  ],
  [
    'the Guardian’s key in the markup',
    '<div data-discussion-key="/p/ab12c"></div>',
    { source: 'guardian', values: { key: '/p/ab12c' } },
  ],
  [
    'the Guardian’s key by the short address',
    '<script>{"discussionApiUrl":"https://discussion.theguardian.com/discussion-api","shortUrl":"https:\\/\\/www.theguardian.com\\/p\\/ab12c"}</script>',
    { source: 'guardian', values: { key: 'p/ab12c' } },
  ],
  [
    'the Guardian’s key in its page’s configuration',
    '<script>{"discussionApiUrl":"https://discussion.theguardian.com/discussion-api","shortUrlId":"/p/ab12c"}</script>',
    { source: 'guardian', values: { key: 'p/ab12c' } },
  ],
  [
    'the Guardian’s key in the properties of its part',
    '<gu-island name="DiscussionWeb" props="{&quot;discussionApiUrl&quot;:&quot;https://discussion.theguardian.com/discussion-api&quot;,&quot;shortUrlId&quot;:&quot;/p/ab12c&quot;}"></gu-island>',
    { source: 'guardian', values: { key: 'p/ab12c' } },
  ],
  [
    'a post of Mastodon',
    '<mastodon-comments host="harbour.example" user="ledger" tootId="1111"></mastodon-comments>',
    { source: 'mastodon', values: { host: 'harbour.example', status: '1111' } },
  ],
  [
    'a post of Bluesky',
    '<blue-comments uri="at://did:plc:abc/app.bsky.feed.post/3kabc"></blue-comments>',
    { source: 'bluesky', values: { post: 'at://did:plc:abc/app.bsky.feed.post/3kabc' } },
  ],
  [
    'a post of Bluesky by its address',
    '<div id="comments" data-uri="https://bsky.app/profile/ledger.example/post/3kabc"></div>',
    { source: 'bluesky', values: { post: 'https://bsky.app/profile/ledger.example/post/3kabc' } },
  ],
  [
    'utterances',
    '<script src="https://utteranc.es/client.js" repo="ledger/talk" issue-term="pathname" async></script>',
    { source: 'github-issue', values: { repository: 'ledger/talk', term: 'news/ferry-sinks' } },
  ],
  [
    'giscus by the title of the page',
    '<script src="https://giscus.app/client.js" data-repo="ledger/talk" data-category="News" data-mapping="og:title" data-strict="1"></script><meta property="og:title" content="Ferry sinks">',
    {
      source: 'giscus',
      values: { repository: 'ledger/talk', category: 'News', term: 'Ferry sinks', strict: '1' },
    },
  ],
  [
    'giscus by the path of the page',
    '<script src="https://giscus.app/client.js" data-repo="ledger/talk" data-mapping="pathname"></script>',
    { source: 'giscus', values: { repository: 'ledger/talk', term: 'news/ferry-sinks' } },
  ],
  [
    'giscus by the number of the discussion',
    '<script src="https://giscus.app/client.js" data-repo="ledger/talk" data-mapping="number" data-term="7"></script>',
    { source: 'giscus', values: { repository: 'ledger/talk', number: '7' } },
  ],
  [
    'giscus by words of its own',
    '<script src="https://giscus.app/client.js" data-repo="ledger/talk" data-mapping="specific" data-term="ferry"></script>',
    { source: 'giscus', values: { repository: 'ledger/talk', term: 'ferry' } },
  ],
  [
    'Disqus',
    '<div id="disqus_thread"></div><script>this.page.identifier = "ferry-7"; s.src = "https://ledger-news.disqus.com/embed.js";</script>',
    { source: 'disqus', values: { forum: 'ledger-news', identifier: 'ferry-7' } },
  ],
  [
    'Coral',
    '<script>Coral.createStreamEmbed({ id: "coral_thread", rootURL: "https://talk.example", storyID: "s-9" });</script>',
    { source: 'coral', values: { root: 'https://talk.example/', storyId: 's-9' } },
  ],
  [
    'comments in JSON-LD',
    '<script type="application/ld+json">{"@type":"NewsArticle","comment":[{"@type":"Comment","text":"It sank."}]}</script>',
    { source: 'schema-org', values: { page: 'https://ledger.example/news/ferry-sinks' } },
  ],
  [
    'comments in microdata',
    '<meta itemprop="headline" content="x"><div itemprop="comment" itemscope></div>',
    { source: 'schema-org', values: { page: 'https://ledger.example/news/ferry-sinks' } },
  ],
])('%s is found with what its script is given', async (_, head, expected) => {
  expect(await embeds(head)).toEqual([expected]);
});

test.each([
  ['pathname', 'news/ferry-sinks'],
  ['url', 'https://ledger.example/ferry'],
  ['title', 'Ferry sinks'],
  ['og:title', 'The ferry'],
  ['Comments of a ferry', 'Comments of a ferry'],
])('utterances names its issue by %s', async (setting, term) => {
  const script = `<script src="https://utteranc.es/client.js" repo="ledger/talk" issue-term="${setting}"></script>`;
  const head = '<link rel="canonical" href="/ferry"><meta property="og:title" content="The ferry">';
  expect(await embeds(head, script)).toEqual([
    { source: 'github-issue', values: { repository: 'ledger/talk', term } },
  ]);
});

test('words about a system are no embedding of it', async () => {
  const words =
    '<p>We moved from utteranc.es and giscus to Isso, since Discourse and Coral were too much.</p>';
  expect(await embeds('', words)).toEqual([]);
});

test('a link to a discussion of the Guardian is no embedding of it', async () => {
  const links =
    '<p><a href="https://www.theguardian.com/p/ab12c">They</a> <a href="https://discussion.theguardian.com/comment-permalink/1">said</a> it.</p>';
  expect(await embeds('', links)).toEqual([]);
});

test('the words of another script are no linked data', async () => {
  expect(await embeds('<script>i18n = {"comment":"Comment"}</script>')).toEqual([]);
});

test('an address with a user name or another scheme is none', async () => {
  expect(await embeds('<script data-isso="javascript:alert(1)"></script>')).toEqual([]);
  expect(await embeds('<script data-isso="https://me:pw@isso.example/"></script>')).toEqual([]);
});

test('a page with several systems names each once', async () => {
  const script = '<script data-isso="https://isso.example/"></script>';
  const found = await embeds(
    `${script.repeat(3)}<script>var remark_config = { host: "https://remark.example", site_id: "x" }</script>`,
  );
  expect(found).toMatchObject([{ source: 'remark42' }, { source: 'isso' }]);
});
