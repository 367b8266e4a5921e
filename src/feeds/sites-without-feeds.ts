/**
 * Why a site has no feed that can be read, by what to do instead: `login-only` and `no-feeds` look for
 * another site of the same people; Spotify and Discord have an advice of their own.
 */
export type SiteRefusal = 'login-only' | 'no-feeds' | 'spotify' | 'discord';

/** Sites that give strangers nothing to read, whatever the address. */
interface SiteWithoutFeeds {
  site: string;
  hosts: RegExp;
  refusal: SiteRefusal;
}

const sites: readonly SiteWithoutFeeds[] = [
  {
    site: 'X (Twitter)',
    hosts: /^(?:x|twitter)\.com$/u,
    refusal: 'login-only',
  },
  {
    site: 'Facebook',
    hosts: /(?:^|\.)facebook\.com$|^fb\.(?:com|me|watch)$/u,
    refusal: 'login-only',
  },
  {
    site: 'Instagram',
    hosts: /^instagram\.com$/u,
    refusal: 'login-only',
  },
  {
    site: 'Threads',
    hosts: /^threads\.(?:net|com)$/u,
    refusal: 'no-feeds',
  },
  {
    site: 'TikTok',
    hosts: /^(?:vm\.)?tiktok\.com$/u,
    refusal: 'no-feeds',
  },
  {
    site: 'LinkedIn',
    hosts: /(?:^|\.)linkedin\.com$/u,
    refusal: 'login-only',
  },
  {
    site: 'Telegram',
    hosts: /^(?:t|telegram)\.me$/u,
    refusal: 'no-feeds',
  },
  {
    site: 'Spotify',
    hosts: /^(?:open|podcasters)\.spotify\.com$/u,
    refusal: 'spotify',
  },
  {
    site: 'Discord',
    hosts: /^(?:ptb\.|canary\.)?discord(?:app)?\.com$|^discord\.gg$/u,
    refusal: 'discord',
  },
];

/** Why a host, without "www.", has no feed; `null` for every other host. */
export function refusalOf(host: string): { site: string; refusal: SiteRefusal } | null {
  const found = sites.find(({ hosts }) => hosts.test(host));
  return found ? { site: found.site, refusal: found.refusal } : null;
}
