import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, roles, story } from '../pages.ts';

/** A page with a heading, what is between it and its text, and what follows. */
const printed = (head: string, after = '', meta = '') =>
  page(
    `<head><meta property="og:title" content="Old ferry sinks at its mooring">${meta}</head>` +
      `<h1>Old ferry sinks at its mooring</h1>${head}<div class="article-body">${story}${story}</div>${after}`,
  );

const house = linked({
  '@type': 'NewsArticle',
  author: { '@type': 'Organization', name: 'Harbour Ledger' },
  publisher: { '@type': 'Organization', name: 'Harbour Ledger' },
});

test.each([
  ['a class of its own', '<div class="post__author-x1Y2z">Ana Ruiz</div>'],
  ['one compound word', '<span class="authorname">Ana Ruiz</span>'],
  ['an id', '<div id="articleAuthor">Ana Ruiz</div>'],
  ['a class in another language', '<p class="autor">Ana Ruiz</p>'],
  ['no class, but "By"', '<div><div><span>By</span> <a href="/a/7">Ana Ruiz</a></div></div>'],
  ['"Von" and a date', '<div>Von Ana Ruiz 19.10.2025</div>'],
  ['"Von:" in a list', '<ul><li>Von: Ana Ruiz</li><li>Lesezeit: 3 Min.</li></ul>'],
  ['"Par" and a date', '<p>Par Ana Ruiz, le 5 mai 2026 à 10:20</p>'],
  ['a kind of text before it', '<p class="author">Ein Kommentar von <b>Ana Ruiz</b></p>'],
  ['a class inside a line', '<div>Von <span class="author">Ana Ruiz</span>, Saltmarsh</div>'],
  ['a degree', '<p class="byline">Von Dr. Ana Ruiz</p>'],
  ['a link to more', '<div class="byline">Ana Ruiz<a href="/m">Mehr zum Thema</a></div>'],
  ['a role in the next line', '<div><p>Von Ana Ruiz</p><p>Leitende Hafenredakteurin</p></div>'],
  [
    'buttons',
    '<div class="byline">By Ana Ruiz<a href="https://social.example/x">Twitter</a><a>Bookmark</a><a>Text Size</a></div>',
  ],
  [
    'slashes, the paper and a date',
    '<div class="byline">Ana Ruiz / LEDGER.EXAMPLE / May 5, 2026, 17:07 IST <span>Text Size</span></div>',
  ],
  [
    'a name written twice for machines',
    '<div class="byline"><a rel="author"><span>Ana Ruiz</span> <span>Ana</span> <span>Ruiz</span></a></div>',
  ],
  [
    'a box with a portrait of the author',
    '<figure><figcaption class="author">Chen Li</figcaption></figure><p class="author">Ana Ruiz</p>',
  ],
  [
    'a place in an element beside its link',
    '<span class="firma"><span class="autor"><a href="/autor/ana_ruiz/" rel="author">Ana Ruiz</a></span> <span class="data">Saltmarsh</span> <a href="/d/1">27 OCT 2012 - 12:14</a></span>',
  ],
  [
    'an element that says what it does not have',
    '<div class="sig-line hasnt-headshot hasnt-bio is-not-column"><span class="byline">By <a href="/w/7">Ana Ruiz</a></span></div>',
  ],
  [
    'an element that is called by its date and its comments',
    '<div class="comments_datetime"><p><span>By ANA RUIZ</span> <span>&nbsp;</span> 10/ 5/11 09:19 PM ET</p></div>',
  ],
  [
    'a cite of lines',
    '<cite class="source">By Ana Ruiz<br>Ledger.example<br><a href="/a">Archive</a> | <a href="/c">Contact</a></cite>',
  ],
  [
    'the page’s data, where there are nothing but buttons',
    '<ul class="author-menu"><li><a href="#">Edit</a></li><li><a href="#">Invite</a></li><li><a href="#">Promote</a></li><li><a href="#">Undismiss</a></li></ul><meta name="author" content="Ana Ruiz">',
  ],
  [
    'a place in an element beside it',
    '<p class="author_name">Ana Ruiz</p><p class="author_location">Saltmarsh</p>',
  ],
])('a byline is read from %s', async (_, head) => {
  expect(roles(await readArticle(printed(head)))['byline']).toEqual(['Ana Ruiz']);
});

test.each([
  ['a teaser', '<div class="related-stories"><p class="author">By Ben Cho</p></div>'],
  ['a sidebar', '<aside><span class="author">Ben Cho</span></aside>'],
  ['a list of the latest', '<ul class="latest"><li>By Ben Cho</li></ul>'],
  ['a quotation', '<blockquote><p class="quote__author">Ben Cho</p></blockquote>'],
  ['a caption', '<figure><figcaption>By Ben Cho</figcaption></figure>'],
])('where a house signs in the linked data, nobody is read from %s', async (_, after) => {
  expect(roles(await readArticle(printed('', after, house)))).toEqual({});
});

test.each([
  ['its domain', 'ledger.example'],
  ['its domain without the ending', 'Ledger'],
  ['its title without a space', 'HarbourLedger'],
  ['its title with an article', 'The Harbour Ledger'],
])('the publisher in the spelling of %s is nobody', async (_, author) => {
  const meta = `<meta property="og:site_name" content="Harbour Ledger">${linked({ '@type': 'Article', author: { '@type': 'Person', name: author } })}`;
  expect(roles(await readArticle(printed('', '', meta)))).toEqual({});
});

test('a person whose blog is called by the name signs it', async () => {
  const blog = page(`<p class="byline">By Ana Ruiz</p>${story}`, 'https://anaruiz.example/ferry');
  expect(roles(await readArticle(blog))['byline']).toEqual(['Ana Ruiz']);
});

test('people whom only the print names are added to those of the linked data', async () => {
  const data = linked({ '@type': 'Article', author: { '@type': 'Person', name: 'Ana Ruiz' } });
  const facts = await readArticle(printed('<p class="autores">Ana Ruiz, Ben Cho</p>', '', data));
  expect(roles(facts)['byline']).toEqual(['Ana Ruiz', 'Ben Cho']);
});

test('the linked data’s author, whom the page prints as its editor, is the editor', async () => {
  const data = linked({ '@type': 'Article', author: { '@type': 'Person', name: 'Ben Cho' } });
  const after = '<div class="info-author">Editor: <a href="/author/9">Ben Cho</a></div>';
  const facts = await readArticle(printed('<div class="author-2">Ana Ruiz</div>', after, data));
  expect(roles(facts)['byline']).toEqual(['Ana Ruiz']);
});

test.each([
  [
    'as a person of the linked data',
    '',
    linked({ '@type': 'Article', author: { '@type': 'Person', name: 'AFP' } }),
    'AFP',
  ],
  [
    'as an organisation of the linked data',
    '',
    linked({
      '@type': 'Article',
      author: { '@type': 'Organization', name: 'The Associated Press' },
    }),
    'The Associated Press',
  ],
  ['in the printed byline', '<p class="byline">Von dpa</p>', '', 'dpa'],
  ['in meta', '', '<meta name="author" content="Reuters">', 'Reuters'],
])('an agency that signs %s is shown, and nobody is named', async (_, head, meta, agency) => {
  const facts = await readArticle(printed(head, '', meta));
  expect(roles(facts)).toEqual({});
  expect(facts.dateline).toEqual({ place: null, agency });
});

test('an agency beside a person is not the dateline’s', async () => {
  const facts = await readArticle(printed('<p class="byline">Ana Ruiz, dpa</p>'));
  expect(facts.dateline).toBeNull();
});

const ended = (paragraph: string, meta = '') =>
  page(`<head>${meta}</head><article>${story}${story}${paragraph}</article>`);

test.each([
  ['a name', '<p style="text-align:right"><strong>Ana Ruiz</strong></p>', ['Ana Ruiz']],
  ['a name after a dash', '<p>— Ana Ruiz</p>', ['Ana Ruiz']],
  ['two names', '<p>Ana Ruiz, Ben Cho</p>', ['Ana Ruiz', 'Ben Cho']],
])('a text that ends in %s is signed so', async (_, paragraph, people) => {
  expect(roles(await readArticle(ended(paragraph)))['byline']).toEqual(people);
  expect(roles(await readArticle(ended(paragraph, house)))['byline']).toEqual(people);
});

test.each([
  ['in brackets', '<p>The boats came back on Monday. (dpa)</p>', 'dpa'],
  ['with initials', '<p>The boats came back on Monday. (dpa/lby)</p>', 'dpa'],
  ['alone', '<p>AFP</p>', 'AFP'],
])('a text that an agency ends %s is the agency’s', async (_, paragraph, agency) => {
  const facts = await readArticle(ended(paragraph));
  expect(facts.dateline?.agency).toBe(agency);
  expect(roles(facts)).toEqual({});
});

test('a line like a byline after a signed text is the next story’s', async () => {
  const meta = '<meta name="author" content="Ana Ruiz">';
  const facts = await readArticle(ended('<p>von Ben Cho</p>', meta));
  expect(roles(facts)['byline']).toEqual(['Ana Ruiz']);
});

test.each([
  '<p>Read more</p>',
  '<p>The ferry sailed on.</p>',
  '<p>Harbour News</p>',
  '<p>THE SECOND FERRY</p>',
])('a text that ends in "%s" is signed by nobody', async (paragraph) => {
  expect(roles(await readArticle(ended(paragraph)))).toEqual({});
});

test.each([
  ['a link at the end', '', '<p><a href="/f.mp3">Right Click Here To Download</a></p>'],
  [
    'the paper, whose name has an "&" in it',
    '<meta property="og:site_name" content="Mac & i"><meta name="author" content="Mac & i">',
    '',
  ],
  ['a gallery', '', '<p><b>PHOTOS: </b><a href="/g">Ferry Shakes the Northern Isles</a></p>'],
])('nobody signs as %s', async (_, head, after) => {
  const html = `<head>${head}<meta property="og:title" content="Old ferry sinks at its mooring"></head><h1>Old ferry sinks at its mooring</h1><div class="article-body">${story}${story}${after}</div>`;
  expect(roles(await readArticle(page(html)))).toEqual({});
});
