/** Quiet and readable in light and dark: one column, a masthead, rules between stories. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --paper: #fbf9f4; --ink: #1d2329; --quiet: #5a636b; --rule: #cfc9bb; --link: #0b5a80; --shade: #f1ede3;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181c; --ink: #e6e4de; --quiet: #a3abb2; --rule: #3a4147; --link: #8ccbee; --shade: #1d2328; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Charter, 'Bitstream Charter', Georgia, serif; overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
img { display: block; max-width: 100%; height: auto; background: var(--shade); }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; }
.masthead { text-align: center; border-bottom: 3px double var(--rule); margin-bottom: 2rem; }
.paper { margin: .5rem 0 0; font-size: clamp(2rem, 7vw, 3.25rem); font-weight: 700; line-height: 1.1; }
.paper a { color: inherit; text-decoration: none; }
.motto { margin: .25rem 0; font-style: italic; color: var(--quiet); }
.day, .small, .caption, .photo-credit, .dateline, .byline, .credit-line, footer { font-size: .9rem; color: var(--quiet); }
.place { letter-spacing: .04em; color: var(--ink); }
.headline { font-size: clamp(1.75rem, 5vw, 2.5rem); margin-bottom: .5rem; }
.dateline, .byline { margin: .25rem 0; }
figure { margin: 1.5rem 0; }
.caption, .photo-credit { margin: .4rem 0 0; }
.article-body { margin-top: 1.5rem; }
.related-topics ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: 0; list-style: none; }
.related-topics h2 { font-size: 1rem; }
.teaser { border-bottom: 1px solid var(--rule); padding-bottom: 1rem; margin-bottom: 1.5rem; }
.teaser h2 { margin: .75rem 0 .25rem; }
.teaser h2 a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
.teaser:not(.lead) img { float: right; width: 11rem; margin: .75rem 0 .5rem 1.25rem; }
.teaser::after { content: ''; display: block; clear: both; }
.comment-policy { background: var(--shade); padding: .25rem 1rem; font-size: .95rem; margin: 2rem 0; }
.comment { border-top: 1px solid var(--rule); padding: .75rem 0; }
.comment:target { background: var(--shade); }
.comment-author { font-size: 1rem; margin: 0; font-weight: 400; }
.comment-author .name { font-weight: 700; }
.in-reply-to, .comment-date { margin: 0; }
.comment-text p { margin: .5rem 0; }
.depth-1 { margin-left: 1.25rem; } .depth-2 { margin-left: 2.5rem; }
.depth-3 { margin-left: 3.75rem; } .depth-4 { margin-left: 5rem; }
.comments-closed { border: 1px solid var(--rule); padding: .75rem 1rem; font-style: italic; }
fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .5rem; justify-items: start; }
textarea { width: 100%; font: inherit; }
button { font: inherit; padding: .3rem 1rem; }
footer { border-top: 3px double var(--rule); margin-top: 3rem; text-align: center; }
@media (max-width: 30rem) { .teaser:not(.lead) img { float: none; width: 100%; margin: 0; } }
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#12334a"/><path d="M12 13h8l2 14H10z" fill="#f3ead7"/><path d="M13 8h6v5h-6zM11 8l5-4 5 4z" fill="#ffd27a"/><path d="M11.4 17h9.200l.5 4H10.900z" fill="#b23b34"/></svg>
`;
