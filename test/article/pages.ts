import type { ArticleFacts } from '../../src/article/index.ts';
import type { FetchedPage } from '../../src/article/page/page.ts';

export const address = 'https://ledger.example/news/ferry-sinks';

/** A page as fetched from {@link address}. */
export function page(html: string, url = address): FetchedPage {
  return { body: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8', url };
}

/** JSON-LD as a page carries it. */
export function linked(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

/** An article as a news site of the 2010s printed it: no JSON-LD, all in classes and habits. */
export const printedPage = `<!doctype html><html><head>
<title>Old ferry sinks at its mooring | The Harbour Ledger</title>
<meta property="og:title" content="Old ferry sinks at its mooring | The Harbour Ledger">
<meta property="og:site_name" content="The Harbour Ledger">
<meta property="og:image" content="/pictures/ferry-1200x630.jpg">
<link rel="canonical" href="/news/ferry-sinks">
<link rel="alternate" type="application/rss+xml" title="Ledger » Comments Feed" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" title="Old ferry sinks Comments Feed" href="/news/ferry-sinks/feed/">
<link rel="alternate" type="application/atom+xml" title="Old ferry sinks Comments Atom" href="/news/ferry-sinks/feed/atom/">
</head><body>
<h1>Old ferry sinks at its mooring</h1>
<p class="byline">By ANA RUIZ and BEN CHO</p>
<p class="dateline">PORT ELLEN Thu May 5, 2011 4:29pm EDT</p>
<div class="photo"><img src="/pictures/ferry-640x480.jpg" alt="">
<p class="caption">The ferry leans against the quay on Thursday. <span class="credit">Credit: Harbourpix/Chen Li</span></p></div>
<div class="related-topics"><h3>Related Topics</h3><a href="/t/1">Ferries</a> <a href="/t/2">Harbour</a></div>
<div id="articleText">
<p>PORT ELLEN (Harbour Wire) - The oldest ferry of the island line sank at its mooring on Thursday, to nobody's surprise.</p>
<p>Mr. Falk, who sold tickets for it, called it a fine day for swimming. Nobody was aboard.</p>
<p>The line will run a smaller boat from Monday.</p>
<p>(Reporting by Ana Ruiz; additional reporting by Dora Falk in Oban; editing by Emil Hart and Fay Moss)</p>
</div>
<p class="comment-policy">Readers may write under this story for a week. For the rules see <a href="/rules">our comment policy</a>.</p>
<div id="comments"><h3>Comments (3)</h3><div class="comment" id="c1"><p>Told you so.</p></div></div>
</body></html>`;

/** Three paragraphs of a story. */
export const story =
  '<p>The oldest ferry of the island line sank at its mooring on Thursday, to nobody’s surprise.</p>' +
  '<p>Mr. Falk, who sold tickets for it, called it a fine day for swimming. Nobody was aboard.</p>' +
  '<p>The line will run a smaller boat from Monday, the harbour board said in its evening notice.</p>';

/** The people of a page by their roles, each as "Name" or "Name (Place)"; empty roles left out. */
export const roles = (facts: ArticleFacts) =>
  Object.fromEntries(
    Object.entries(facts.credits)
      .filter(([, people]) => people.length > 0)
      .map(([role, people]) => [
        role,
        people.map((one) =>
          typeof one === 'string' ? one : one.place ? `${one.name} (${one.place})` : one.name,
        ),
      ]),
  );

/** The first sentence of {@link story}. */
export const first =
  'The oldest ferry of the island line sank at its mooring on Thursday, to nobody’s surprise.';
