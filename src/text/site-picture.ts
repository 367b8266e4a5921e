/** Narrower pictures are logos and portraits. Pixels. */
const leastWidth = 200;
const siteWords =
  /^(?:logos?|logotype|placeholder|default|fallback|sprites?|avatars?|gravatar|favicon|icons?|blank|spacer|pixel|transparent|dummy|noimage|nophoto|brand|masthead|wordmark|opengraph|ogimage|watermark|missing)$/u;
const sitePlaces =
  /\/(?:logos?|avatars?|icons?|sprites?|placeholders?|favicons?|emoji|badges?)\/|(?:^|\.)gravatar\.com$/iu;

/**
 * False for a picture of the site or the author, by its name or its declared width: a logo, a
 * placeholder, a portrait. A file with several words of its own is a story's ("logo-of-the-
 * harbour-line-falls"). `width` is what the page declares, in pixels, as text.
 */
export function isStoryPhoto(url: string, width: string | null | undefined): boolean {
  const declared = /^\s*(\d{1,5})(?:px)?\s*$/u.exec(width ?? '')?.[1];
  if (declared !== undefined && Number(declared) < leastWidth) return false;
  const { hostname, pathname } = new URL(url);
  if (sitePlaces.test(pathname) || sitePlaces.test(hostname)) return false;
  const file = pathname.split('/').at(-1)?.slice(0, 200) ?? '';
  const words = file
    .replace(/\.[a-z]{3,4}$/iu, '')
    .split(/[-_.+ ]|%20/u)
    .map((word) => word.toLowerCase())
    .filter((word) => /\p{L}{2}/u.test(word) && !/^\d+x\d+$/u.test(word));
  if (/^(?:no|og|social|share|site)-?(?:image|img|photo|share|card)/iu.test(file)) return false;
  return words.length > 3 || !words.some((word) => siteWords.test(word));
}
