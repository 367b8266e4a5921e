/** Sites that give strangers nothing to read, whatever the address. */
interface SiteWithoutFeeds {
  site: string;
  hosts: RegExp;
  /** Why, and what to do instead. */
  refusal: string;
}

const elsewhere =
  'Look for their website or newsletter, and give that address: most of them have a feed.';

const sites: readonly SiteWithoutFeeds[] = [
  {
    site: 'X',
    hosts: /^(?:x|twitter)\.com$/u,
    refusal: `X (Twitter) shows posts only to people who are logged in, and has no feeds. ${elsewhere}`,
  },
  {
    site: 'Facebook',
    hosts: /(?:^|\.)facebook\.com$|^fb\.(?:com|me|watch)$/u,
    refusal: `Facebook shows its pages only to people who are logged in, and has no feeds. ${elsewhere}`,
  },
  {
    site: 'Instagram',
    hosts: /^instagram\.com$/u,
    refusal: `Instagram shows posts only to people who are logged in, and has no feeds. ${elsewhere}`,
  },
  {
    site: 'Threads',
    hosts: /^threads\.(?:net|com)$/u,
    refusal: `Threads has no feeds. ${elsewhere}`,
  },
  {
    site: 'TikTok',
    hosts: /^(?:vm\.)?tiktok\.com$/u,
    refusal: `TikTok has no feeds. ${elsewhere}`,
  },
  {
    site: 'LinkedIn',
    hosts: /(?:^|\.)linkedin\.com$/u,
    refusal: `LinkedIn shows posts only to people who are logged in, and has no feeds. ${elsewhere}`,
  },
  {
    site: 'Telegram',
    hosts: /^(?:t|telegram)\.me$/u,
    refusal: `Telegram has no feeds of its channels. ${elsewhere}`,
  },
  {
    site: 'Spotify',
    hosts: /^(?:open|podcasters)\.spotify\.com$/u,
    refusal:
      'Spotify does not give the feeds of its podcasts. Give the address of the same podcast at Apple Podcasts (podcasts.apple.com), or of its own website.',
  },
  {
    site: 'Discord',
    hosts: /^(?:ptb\.|canary\.)?discord(?:app)?\.com$|^discord\.gg$/u,
    refusal:
      'This is an address in Discord, which has no feeds. To bring an announcement channel here, use its “Follow” button in Discord.',
  },
];

/** Why a host, without "www.", has no feed; `null` for every other host. */
export function refusalOf(host: string): { site: string; refusal: string } | null {
  const found = sites.find(({ hosts }) => hosts.test(host));
  return found ? { site: found.site, refusal: found.refusal } : null;
}
