import { paths } from './addresses.ts';
import { mastheadDate } from './dates.ts';
import type { Paper } from './edition.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** What every page of the paper needs: the paper, its address and the time. */
export interface PageContext {
  readonly paper: Paper;
  /** The paper's origin, without a slash at the end. */
  readonly base: string;
  readonly now: number;
}

export interface Page {
  readonly title: string;
  readonly head?: Markup;
  readonly main: Markup;
  /** Only the front page's masthead is the page's first heading. */
  readonly front?: boolean;
}

export function page(
  { paper, base, now }: PageContext,
  { title, head, main, front }: Page,
): string {
  const name = markup`<a href="/">${paper.name}</a>`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${paths.style}">
<link rel="icon" type="image/svg+xml" href="${paths.icon}">
<link rel="alternate" type="application/rss+xml" title="${paper.name}" href="${base}${paths.rss}">
<link rel="alternate" type="application/atom+xml" title="${paper.name} (Atom)" href="${base}${paths.atom}">
${head ?? null}</head>
<body>
<a class="skip" href="#main">Skip to the news</a>
<header class="masthead">
${front === true ? markup`<h1 class="paper">${name}</h1>` : markup`<p class="paper">${name}</p>`}
<p class="motto">${paper.motto}</p>
<p class="day">${paper.town}, ${mastheadDate(now, paper.zone)}</p>
</header>
<main id="main">
${main}</main>
<footer>
<p>${paper.name} and everyone in it are invented. <a href="${paths.policy}">Comment policy</a> · <a href="${paths.rss}">RSS</a> · <a href="${paths.atom}">Atom</a></p>
</footer>
</body>
</html>
`.text;
}
