import { markup } from './markup.ts';
import { page } from './page.ts';
import type { PageContext } from './page.ts';

export function policyPageHtml(context: PageContext): string {
  const { paper } = context;
  return page(context, {
    title: `Comment policy – ${paper.name}`,
    main: markup`<h1>Comment policy</h1>
<p>${paper.commentPolicy}</p>
<h2>House rules</h2>
<ol>
${paper.houseRules.map((rule) => markup`<li>${rule}</li>\n`)}</ol>
<h2 id="report">Reporting a comment</h2>
<p>Every comment carries a link, “Report as abuse”. An editor reads each report; the name of whoever sent it is never shown.</p>
`,
  });
}
