import type { Clues } from './source.ts';

/** The addresses that may be the discussion of a story: its own comments link first. */
export function discussionLinks({ story: { commentLinks, url } }: Clues): URL[] {
  return [commentLinks.page, url].flatMap((link) => (link === null ? [] : (urlOf(link) ?? [])));
}

function urlOf(link: string): URL | null {
  return URL.canParse(link) ? new URL(link) : null;
}

/**
 * What a story's page gives the script of a comment system. `values` are checked by the source: a
 * page may say anything.
 */
export function embedOf({ story }: Clues, source: string): Readonly<Record<string, string>> | null {
  return story.commentLinks.embeds?.find((embed) => embed.source === source)?.values ?? null;
}
