import type { Story } from '../../core/story/story.ts';
import type { ArticleFacts } from '../read-article.ts';
import { sharedWords } from '../text/shared-words.ts';

/** What stands where an article ought to: walls of all kinds, errors, challenges. */
const notArticle =
  /^(?:error\b|(?:error )?4\d\d\b|5\d\d\b|(?:page|article|story|content) (?:is )?(?:not found|unavailable|no longer)|not found|oops|sorry\b|access (?:to this page )?(?:has been )?denied|forbidden|just a moment|one moment|attention required|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:that )?you|security check|checking your browser|please (?:wait|enable|log|sign|verify)|(?:log|sign) ?(?:in|on|up)\b|register\b|create (?:an|your) account|subscribe\b|subscription required|before you continue|we (?:value|care about) your privacy|your privacy|privacy (?:settings|notice)|cookies?\b|consent\b|manage (?:cookies|consent)|this domain|domain (?:for sale|parked)|welcome to nginx|index of \/|coming soon|maintenance)/iu;
const leastShared = 0.2;
/** A story about cookies has the like of its headline on its page. */
const mostlyShared = 0.6;

function bare(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname.replace(/^(?:www|m|amp|mobile)\./u, '')}${pathname.replace(/\/(?:amp\/?)?$/u, '')}`;
}

/** The last two labels of a host's name: enough to tell a site from another. */
function site(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

/**
 * True when the page speaks of the story: their headlines share words, or the page's own word of its
 * address is the story's. False for walls, errors and front pages, and for another site's page
 * without a like headline. Both addresses are absolute.
 */
export function isAboutStory({ headline, url }: Story, page: ArticleFacts): boolean {
  if (url === null) return true;
  const isFront = new URL(page.readAt).pathname === '/' && new URL(url).pathname !== '/';
  const shared = headline && page.headline ? sharedWords(headline, page.headline) : 0;
  const isWall = page.headline !== null && notArticle.test(page.headline);
  if (isFront || (isWall && shared < mostlyShared)) return false;
  if (shared >= leastShared) return true;
  if (site(page.readAt) !== site(url)) return false;
  if (headline === null || page.headline === null) return true;
  return page.namesItself && bare(page.url) === bare(url);
}
