import { refusalOf, type SiteRefusal } from './sites-without-feeds.ts';

/** Sites whose feeds need an advice when none was found. */
export type SiteAdvice = 'youtube' | 'reddit' | 'substack' | 'bluesky';

/** Why the comments under a site's posts cannot be read. */
export interface NoComments {
  /** As people call it: "YouTube". */
  site: string;
  why: 'needs-key' | 'own-pages' | 'releases';
}

/** What is known of a pasted address by its host alone. All addresses are absolute. */
export interface KnownSite {
  /** As people call it: "YouTube". */
  site: string;
  /** Where its feed is likely to be, the best first. */
  feeds?: readonly string[];
  /** The page that names its feed, where the pasted one does not, or does not begin with it. */
  page?: string;
  /** An address that answers with JSON that names the feed, as {@link lookedUpFeeds} reads it. */
  lookup?: string;
  /** Why it has no feed that can be read. */
  refusal?: SiteRefusal;
  /** What to try when nothing was found. */
  advice?: SiteAdvice;
}

type Rule = (url: URL, path: readonly string[]) => Omit<KnownSite, 'site'> | null;

interface Site {
  name: string;
  /** Its host, without "www.", "m." and the like. */
  hosts: RegExp;
  rule: Rule;
  noComments?: NoComments['why'];
}

const enc = encodeURIComponent;

/** youtube.com/feeds/videos.xml: by `channel_id`, `playlist_id` or the older `user`. */
const youTube: Rule = (url, [first = '', second = '']) => {
  const feed = (name: string, id: string) =>
    `https://www.youtube.com/feeds/videos.xml?${name}=${enc(id)}`;
  const advice = 'youtube';
  const list = url.searchParams.get('list');
  if (first === 'channel' && /^UC[\w-]{22}$/u.test(second))
    return { feeds: [feed('channel_id', second)] };
  if (first === 'playlist' && list !== null) return { feeds: [feed('playlist_id', list)] };
  if (first === 'user' && second !== '') return { feeds: [feed('user', second)], advice };
  if (url.hostname.endsWith('youtu.be') && first !== '') {
    return { page: `https://www.youtube.com/watch?v=${enc(first)}`, advice };
  }
  // The tabs of a channel ("/videos", "/streams") are the same channel.
  const channel = first.startsWith('@')
    ? [first]
    : first === 'c' && second !== ''
      ? [first, second]
      : null;
  return channel ? { page: `https://www.youtube.com/${channel.join('/')}`, advice } : { advice };
};

/** reddit.com/wiki/rss: ".rss" at the end of an address. */
const reddit: Rule = (url, [first = '', name = '', third = '', fourth = '']) => {
  const at = (...path: string[]) => `https://www.reddit.com/${path.join('/')}/.rss`;
  const advice = 'reddit';
  if (first === 'r' && name !== '') {
    if (third === 'comments' && fourth !== '') {
      return { feeds: [at('r', name), at('r', name, 'comments', fourth)], advice };
    }
    const isOrder = ['new', 'hot', 'top', 'rising', 'controversial'].includes(third);
    const query =
      isOrder && url.searchParams.has('t') ? `?t=${enc(url.searchParams.get('t') ?? '')}` : '';
    return { feeds: [`${isOrder ? at('r', name, third) : at('r', name)}${query}`], advice };
  }
  if ((first === 'user' || first === 'u') && name !== '') {
    const isMulti = third === 'm' && fourth !== '';
    return { feeds: [isMulti ? at('user', name, 'm', fourth) : at('user', name)], advice };
  }
  return { advice };
};

/** docs.github.com/rest/activity/feeds, and the addresses that its pages name. */
const gitHub: Rule = (_url, [owner = '', repository = '', part = '', ...rest]) => {
  const own = new Set(
    'about explore features login marketplace orgs pricing search settings sponsors topics trending'.split(
      ' ',
    ),
  );
  if (owner === '' || own.has(owner)) return null;
  if (repository === '') return { feeds: [`https://github.com/${owner}.atom`] };
  const home = `https://github.com/${owner}/${repository.replace(/\.git$/u, '')}`;
  const [releases, tags, commits] = ['releases', 'tags', 'commits'].map(
    (kind) => `${home}/${kind}.atom`,
  );
  switch (part) {
    case 'tags':
      return { feeds: [tags ?? ''] };
    case 'commits':
    case 'tree':
      return {
        feeds: [rest.length > 0 ? `${home}/commits/${rest.join('/')}.atom` : (commits ?? '')],
      };
    case 'discussions':
      return { feeds: [`${home}/discussions.atom`] };
    default:
      return { feeds: [releases ?? '', tags ?? '', commits ?? ''] };
  }
};

/** support.substack.com: "/feed" of a publication. */
const substack: Rule = (url, [first = '', name = '']) => {
  if (url.hostname === 'open.substack.com' && first === 'pub' && name !== '') {
    return { feeds: [`https://${name}.substack.com/feed`] };
  }
  const isOwn = !/^(?:www\.)?substack\.com$/u.test(url.hostname);
  if (isOwn) return { feeds: [`${url.origin}/feed`] };
  return { advice: 'substack' };
};

/** help.medium.com, "RSS feeds": "/feed/" before the path of a profile, publication or tag. */
const medium: Rule = (url, [first = '', second = '']) => {
  if (url.hostname !== 'medium.com' && url.hostname !== 'www.medium.com') {
    return { feeds: [`${url.origin}/feed`] };
  }
  if (first === 'feed' || first === '' || first === 'm' || first === 'p') return null;
  const path = first === 'tag' ? `tag/${second}` : first;
  return { feeds: [`https://medium.com/feed/${path}`] };
};

/** tumblr.com/docs/custom_themes: "/rss" of a blog, or of a tag in it. */
const tumblr: Rule = (url, [first = '', second = '', third = '']) => {
  const isMain = /^(?:www\.)?tumblr\.com$/u.test(url.hostname);
  const name = !isMain
    ? url.hostname.split('.')[0]
    : first === 'blog'
      ? second === 'view'
        ? third
        : second
      : first;
  if (!name || ['dashboard', 'explore', 'search', 'tagged', 'login'].includes(name)) return null;
  const tag = !isMain && first === 'tagged' && second !== '' ? `/tagged/${second}` : '';
  return { feeds: [`https://${name}.tumblr.com${tag}/rss`] };
};

/** Only profiles by DID have a feed (bskyweb, `rss.go`); the page of a profile names it. */
const bluesky: Rule = (_url, [first = '', who = '']) => {
  if (first !== 'profile' || who === '') return null;
  if (who.startsWith('did:')) return { feeds: [`https://bsky.app/profile/${who}/rss`] };
  return { page: `https://bsky.app/profile/${who}`, advice: 'bluesky' };
};

/** "Lookup examples" of the iTunes Search API. */
const applePodcasts: Rule = (_url, path) => {
  const id = path
    .map((part) => /^id(\d{4,15})$/u.exec(part)?.[1])
    .find((found) => found !== undefined);
  return id === undefined
    ? null
    : { lookup: `https://itunes.apple.com/lookup?id=${id}&entity=podcast` };
};

const googleNews: Rule = (url, [first = '']) => {
  if (first === 'rss' || first === 'articles' || first === 'read') return null;
  return {
    feeds: [
      `https://news.google.com/rss${url.pathname === '/home' ? '' : url.pathname}${url.search}`,
    ],
  };
};

/** developer.vimeo.com: "/videos/rss" of a person or channel. */
const vimeo: Rule = (_url, path) => {
  const [first = '', second = ''] = path;
  const name = first === 'channels' || first === 'user' ? `${first}/${second}` : first;
  return name === '' || /^\d+$/u.test(name)
    ? null
    : { feeds: [`https://vimeo.com/${name}/videos/rss`] };
};

/** In the order in which they are asked. The address shapes are their sites' own. */
const sites: readonly Site[] = [
  {
    name: 'YouTube',
    hosts: /^(?:music\.)?youtube\.com$|^youtu\.be$|^youtube-nocookie\.com$/u,
    rule: youTube,
    noComments: 'needs-key',
  },
  {
    name: 'Reddit',
    hosts: /^(?:old\.|new\.|np\.|sh\.|i\.)?reddit\.com$/u,
    rule: reddit,
    noComments: 'needs-key',
  },
  {
    name: 'GitHub',
    hosts: /^github\.com$/u,
    rule: gitHub,
    noComments: 'releases',
  },
  { name: 'Bluesky', hosts: /^bsky\.app$/u, rule: bluesky },
  {
    name: 'Substack',
    hosts: /(?:^|\.)substack\.com$/u,
    rule: substack,
    noComments: 'own-pages',
  },
  {
    name: 'Medium',
    hosts: /(?:^|\.)medium\.com$/u,
    rule: medium,
    noComments: 'own-pages',
  },
  {
    name: 'Tumblr',
    hosts: /(?:^|\.)tumblr\.com$/u,
    rule: tumblr,
    noComments: 'own-pages',
  },
  { name: 'Apple Podcasts', hosts: /^(?:podcasts|itunes)\.apple\.com$/u, rule: applePodcasts },
  { name: 'Google News', hosts: /^news\.google\.com$/u, rule: googleNews },
  {
    name: 'Vimeo',
    hosts: /^vimeo\.com$/u,
    rule: vimeo,
    noComments: 'needs-key',
  },
];

/** What is known of the site of an address; `null` for every other, which is asked for its feeds. */
export function knownSite(address: string): KnownSite | null {
  const url = new URL(address);
  const refusal = refusalOf(hostOf(url));
  if (refusal) return refusal;
  const site = siteOf(url);
  if (!site) return profileSite(url);
  const path = url.pathname.split('/').filter((part) => part !== '');
  const known = site.rule(url, path);
  if (!known) return null;
  const { feeds, ...rest } = known;
  // A part of a path is not always one of a host's name: "/pub/a%20b".
  const readable = feeds?.filter((feed) => URL.canParse(feed));
  return { site: site.name, ...rest, ...(readable && { feeds: readable }) };
}

/** Why the comments of a story at this address cannot be read; `null` when that is not known. */
export function whyNoComments(address: string): NoComments | null {
  const site = siteOf(new URL(address));
  return site?.noComments ? { site: site.name, why: site.noComments } : null;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|mobile|amp)\./u, '');
}

function siteOf(url: URL): Site | undefined {
  return sites.find(({ hosts }) => hosts.test(hostOf(url)));
}

/**
 * A profile "/@name" on any host: Mastodon and Misskey have "/@name.rss" (docs.joinmastodon.org,
 * "Following a profile by RSS"), Pleroma and Akkoma "/users/name/feed.atom". A profile of another
 * server ("/@name@host") has its feed there.
 */
function profileSite(url: URL): KnownSite | null {
  const [, name = '', host] =
    /^\/@([\w.-]{1,60})(?:@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6}))?(?:\/|$)/u.exec(url.pathname) ?? [];
  if (name === '') return null;
  const origin = host === undefined ? url.origin : `https://${host}`;
  if (!URL.canParse(origin)) return null;
  return {
    site: new URL(origin).hostname,
    page: `${origin}/@${name}`,
    feeds: [`${origin}/@${name}.rss`, `${origin}/users/${name}/feed.atom`],
  };
}
