import type { CommentEmbed } from '../../core/story/comment-embed.ts';
import { foldWhiteSpace } from '../../text/white-space.ts';
import type { Page } from '../page/page.ts';
import {
  around,
  given,
  longestValue,
  MarkSearch,
  numberGiven,
  ownScript,
  tagAt,
} from './page-source.ts';

type Values = Record<string, string | undefined>;

/** The source of a page around a place where a comment system is named. */
interface Place {
  /** The attributes of the tag that the name stands in, by their names in lower case. */
  attributes: Readonly<Record<string, string>>;
  /** What stands before and after, at most 3,000 characters each. */
  before: string;
  after: string;
  page: Page;
}

/** How a comment system is embedded, and what its script is given. */
interface EmbedMark {
  /** The name of the comment source. */
  source: string;
  /** What only an embedding has, in lower case. */
  marks: readonly string[];
  /** `null` where the place is no embedding, or lacks what is needed to find the comments. */
  read: (place: Place) => Values | null;
}

/** The embedding instructions of each system are its outside source. */
const embedMarks: readonly EmbedMark[] = [
  {
    // WordPress: rest_output_link_wp_head() and wp_shortlink_wp_head().
    source: 'wordpress',
    marks: ['https://api.w.org/'],
    read: ({ attributes, page }) => {
      if (attributes['rel'] !== 'https://api.w.org/') return null;
      const post = wordPressPost(page);
      return post === undefined ? null : { api: address(page, attributes['href']), post };
    },
  },
  {
    // meta.discourse.org/t/embed-discourse-comments-on-another-website-via-javascript/31963
    source: 'discourse',
    marks: ['discourseembedurl', 'discourseurl'],
    read: ({ before, after, page }) => {
      const from = Math.max(before.lastIndexOf('<script'), before.length - 600, 0);
      const script = ownScript(before.slice(from) + after);
      const topic = numberGiven(script, 'topicId');
      return {
        forum: address(page, given(script, 'discourseUrl')),
        topic,
        embedUrl: topic === undefined ? discourseAddress(script, page) : undefined,
      };
    },
  },
  {
    // remark42.com/docs/configuration/frontend
    source: 'remark42',
    marks: ['remark_config'],
    read: ({ after, page }) => {
      const script = ownScript(after);
      const host = address(page, given(script, 'host'));
      const url = given(script, 'url') ?? '';
      const shown = /^https?:/u.test(url) ? url : page.url.split('?')[0];
      return host === undefined
        ? null
        : { host, site: given(script, 'site_id'), url: shown?.split('#')[0] };
    },
  },
  {
    // isso-comments.de/docs/reference/client-config
    source: 'isso',
    marks: ['data-isso='],
    read: ({ attributes, page }) => {
      const api = address(page, attributes['data-isso']);
      const uri = issoThread(page) ?? new URL(page.url).pathname;
      return api === undefined ? null : { api, uri, page: page.url.split('#')[0] };
    },
  },
  {
    // Ghost's {{comments}} helper: ghost.org/docs/themes/helpers/data/comments
    source: 'ghost',
    marks: ['data-ghost-comments'],
    read: ({ attributes, page }) => {
      const post = attributes['data-post-id'];
      const site = address(page, attributes['data-ghost-comments']);
      return post === undefined ? null : { site, post, page: page.url.split('#')[0] };
    },
  },
  {
    // The page's configuration: github.com/guardian/dotcom-rendering, `shortUrlId` in its frontend model
    source: 'guardian',
    marks: ['data-discussion-key', 'discussion.theguardian.com'],
    read: ({ attributes, page: { source } }) => ({
      key:
        attributes['data-discussion-key'] ??
        /\bshortUrl(?:Id)?(?:"|&quot;)\s{0,9}:\s{0,9}(?:"|&quot;)(?:https?:\\?\/\\?\/(?:www\.theguardian\.com|gu\.com))?\\?\/?(p\\?\/[\da-z]{3,10})\b/u
          .exec(source)?.[1]
          ?.replaceAll('\\', ''),
    }),
  },
  {
    // github.com/dpecos/mastodon-comments
    source: 'mastodon',
    marks: ['<mastodon-comments'],
    read: ({ attributes }) => ({ host: attributes['host'], status: attributes['tootid'] }),
  },
  {
    // github.com/aendra-rininsland/blue-comments; github.com/foxihd/bluesky-js-comments
    source: 'bluesky',
    marks: ['<blue-comments', 'data-uri="https://bsky.app/profile/'],
    read: ({ attributes }) => ({ post: attributes['uri'] ?? attributes['data-uri'] }),
  },
  {
    // utteranc.es; github.com/utterance/utterances, `src/client.ts`
    source: 'github-issue',
    marks: ['utteranc.es/client.js'],
    read: ({ attributes, page }) => ({
      repository: attributes['repo'],
      term: issueTerm(attributes['issue-term'], page),
      issue: attributes['issue-number'],
    }),
  },
  {
    // giscus.app; github.com/giscus/giscus, `client.ts`
    source: 'giscus',
    marks: ['giscus.app/client.js'],
    read: ({ attributes, page }) => ({
      repository: attributes['data-repo'],
      category: attributes['data-category'],
      ...giscusTerm(attributes['data-mapping'], attributes['data-term'], page),
      strict: attributes['data-strict'],
    }),
  },
  {
    // help.disqus.com/en/articles/1717111-what-s-a-shortname
    source: 'disqus',
    marks: ['.disqus.com/embed', 'disqus_shortname', 'disqus_thread'],
    read: ({ page: { source } }) => ({
      forum:
        given(source, 'disqus_shortname') ??
        /\/\/([\da-z-]{2,60})\.disqus\.com\/(?:embed|count)\b/u.exec(source)?.[1],
      identifier:
        given(source, 'page\\.identifier') ?? given(source, 'disqus_identifier') ?? undefined,
      url: given(source, 'page\\.url') ?? given(source, 'disqus_url'),
    }),
  },
  {
    // docs.coralproject.net/cms
    source: 'coral',
    marks: ['coral.createstreamembed'],
    read: ({ after, page }) => ({
      root: address(page, given(after, 'rootURL')),
      storyId: given(after, 'storyID'),
      storyUrl: given(after, 'storyURL'),
    }),
  },
  {
    // schema.org/comment
    source: 'schema-org',
    marks: ['itemprop="comment"', '"comment"'],
    read: ({ attributes, page }) => {
      const isMarked = attributes['itemprop'] === 'comment';
      return isMarked || isLinkedData(page) ? { page: page.url.split('#')[0] } : null;
    },
  },
];

/** True when a page's JSON-LD holds comments: other data of scripts has the same words. */
function isLinkedData({ $ }: Page): boolean {
  return $('script[type="application/ld+json"]')
    .toArray()
    .some((script) => /"comment"\s{0,9}:/u.test($(script).text()));
}

/** What the title of a page's issue holds, by the setting of utterances or in its own words. */
function issueTerm(setting: string | undefined, page: Page): string | undefined {
  if (setting !== 'url') return setting && (pageTerm(setting, page) ?? setting);
  return address(page, page.$('link[rel="canonical"]').first().attr('href')) ?? page.url;
}

/** The number of the discussion, or what its title holds. */
function giscusTerm(mapping: string | undefined, own: string | undefined, page: Page): Values {
  switch (mapping) {
    case 'number':
      return { number: own };
    case 'specific':
      return { term: own };
    case 'url':
      return { term: page.url.split('#')[0] };
    case undefined:
    default:
      return { term: pageTerm(mapping ?? '', page) ?? pageTerm('pathname', page) };
  }
}

/** What both systems take from the page; `undefined` for other settings. */
function pageTerm(setting: string, page: Page): string | undefined {
  const { pathname } = new URL(page.url);
  switch (setting) {
    case 'pathname':
      return pathname.length < 2 ? 'index' : pathname.slice(1).replace(/\.\w+$/u, '');
    case 'title':
      return foldWhiteSpace(page.$('title').first().text().slice(0, longestValue));
    case 'og:title':
      return page.meta('og:title')?.slice(0, longestValue);
    default:
      return undefined;
  }
}

function address(page: Page, href: string | undefined): string | undefined {
  return page.address(href) ?? undefined;
}

/** Many pages compute it: then it is their own address, `[location.protocol, …].join('')`. */
function discourseAddress(script: string, page: Page): string | undefined {
  if (!/\bdiscourseEmbedUrl\b/u.test(script)) return undefined;
  const url = given(script, 'discourseEmbedUrl') ?? '';
  return /^https?:/u.test(url) ? url : page.url.split(/[?#]/u)[0];
}

const issoThreads = new MarkSearch(['isso-thread']);

/** The name of the thread that the page shows: links to other threads have one too. */
function issoThread({ source }: Page): string | undefined {
  for (const at of issoThreads.placesIn(source).get('isso-thread') ?? []) {
    const { id, 'data-isso-id': name } = tagAt(source, at);
    if (id === 'isso-thread') return name;
  }
  return undefined;
}

/** The number of the page's own post, by its JSON address, its short link, or its `body`'s class. */
function wordPressPost({ source }: Page): string | undefined {
  const shortLink = tagAt(source, source.indexOf('shortlink'))['href'] ?? '';
  const body = tagAt(source, source.indexOf('<body') + 1)['class'] ?? '';
  return (
    /\/wp\/v2\/posts\/(\d{1,12})\b/u.exec(source)?.[1] ??
    /[?&]p=(\d{1,12})\b/u.exec(shortLink)?.[1] ??
    /\bpostid-(\d{1,12})\b/u.exec(body)?.[1]
  );
}

const search = new MarkSearch([...new Set(embedMarks.flatMap(({ marks }) => marks))]);

/** The comment systems that a page embeds. */
export function readCommentEmbeds(page: Page): CommentEmbed[] {
  const { source } = page;
  const places = search.placesIn(source);
  const found: CommentEmbed[] = [];
  for (const { source: name, marks, read } of embedMarks) {
    for (const at of marks.flatMap((mark) => places.get(mark) ?? [])) {
      const values = read({
        attributes: tagAt(source, at),
        before: source.slice(Math.max(0, at - around), at),
        after: source.slice(at, at + around),
        page,
      });
      const known = Object.entries(values ?? {}).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
      );
      if (known.length === 0) continue;
      found.push({ source: name, values: Object.fromEntries(known) });
      break;
    }
  }
  return found;
}
