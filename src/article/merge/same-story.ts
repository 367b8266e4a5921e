import type { Story } from '../../core/story/story.ts';
import type { ArticleFacts } from '../read-article.ts';
import { sharedWords } from '../text/shared-words.ts';

/** Headlines of pages that are no article: paywalls, errors, challenges. */
const notArticle =
  /^(?:error\b|(?:error )?4\d\d\b|5\d\d\b|(?:page|article|story|content) (?:is )?(?:not found|unavailable|no longer)|not found|oops|sorry\b|access (?:to this page )?(?:has been )?denied|forbidden|just a moment|one moment|attention required|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:that )?you|security check|checking your browser|please (?:wait|enable|log|sign|verify)|(?:log|sign) ?(?:in|on|up)\b|register\b|create (?:an|your) account|subscribe\b|subscription required|before you continue|we (?:value|care about) your privacy|your privacy|privacy (?:settings|notice)|cookies?\b|consent\b|manage (?:cookies|consent)|this domain|domain (?:for sale|parked)|welcome to nginx|index of \/|coming soon|maintenance)/iu;
const leastShared = 0.2;
/** A story about cookies has a similar headline on its page. */
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
 * True when the page is about the story: their headlines share words, or the page's canonical
 * address is the story's. False for paywalls, errors and front pages, and for a page of another site
 * without a similar headline. Both addresses are absolute.
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
