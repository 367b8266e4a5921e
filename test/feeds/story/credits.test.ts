import { describe, expect, test } from 'vitest';
import { atom, rss, stories, story } from '../builders.ts';

const rssItem = (inner: string, root = ''): string => rss(`<item>${inner}</item>`, root);

describe('credits', () => {
  test.each([
    ['<author>ana@ledger.example (Ana Ruiz)</author>', ['Ana Ruiz']],
    ['<author>Ana Ruiz &lt;ana@ledger.example&gt;</author>', ['Ana Ruiz']],
    ['<author>ana@ledger.example</author>', []],
    ['<author>The Harbour Ledger</author>', []],
    ['<author><name>Ana Ruiz</name></author>', ['Ana Ruiz']],
    ['<dc:creator>By Ana Ruiz and Ben Cho</dc:creator>', ['Ana Ruiz', 'Ben Cho']],
    ['<dc:creator>Ana Ruiz</dc:creator><dc:creator>Ben Cho</dc:creator>', ['Ana Ruiz', 'Ben Cho']],
    ['<dc:creator>Ana Ruiz</dc:creator><author>x@y.example (ANA RUIZ)</author>', ['Ana Ruiz']],
    ['<description>By Ana Ruiz&lt;br&gt;The quay reopened.</description>', ['Ana Ruiz']],
    ['<author>by <a href="/ana" rel="author">Ana Ruiz</a></author>', ['Ana Ruiz']],
    ['<author>\n by <![CDATA[Ana Ruiz]]>\n</author>', ['Ana Ruiz']],
    ['<author><![CDATA[&lt;p&gt;Ana Ruiz&lt;/p&gt;]]></author>', ['Ana Ruiz']],
    ['<author><name>Ana Ruiz</name><title>Editor at large</title></author>', ['Ana Ruiz']],
    ['<author><name>/u/tide_watcher99</name></author>', ['/u/tide_watcher99']],
    ['<dc:creator>@nora@mas.example</dc:creator>', ['@nora@mas.example']],
    ['<dc:creator>xX_n00b_Xx</dc:creator>', ['xX_n00b_Xx']],
    ['<itunes:author>DJ 3000</itunes:author>', ['DJ 3000']],
    ['<dc:creator>de Vries, Jan</dc:creator>', ['Jan de Vries']],
    ['<author><name>Saltgesagt – In a Teacup</name></author>', ['Saltgesagt – In a Teacup']],
    ['<dc:creator>https://lemmings.example/u/nora</dc:creator>', []],
    [
      '<description>submitted by &lt;a href="/u/n"&gt;/u/nora_vale&lt;/a&gt;</description>',
      ['/u/nora_vale'],
    ],
  ])('the byline of the RSS elements %j is %j', async (inner, names) => {
    const read = await story(rssItem(`<title>A</title>${inner}`));
    expect(read.credits.byline.map(({ name }) => name)).toEqual(names);
  });

  test('the byline of an Atom entry is its authors, or else those of its feed', async () => {
    const feed = atom(
      '<author><name>Mo Lund</name></author>' +
        '<entry><id>1</id><title>A</title><author><name>Ana Ruiz</name><email>a@b.example</email></author><author><name>Ben Cho</name></author></entry>' +
        '<entry><id>2</id><title>B</title></entry>',
    );
    const read = await stories(feed);
    expect(read.map(({ credits }) => credits.byline.map(({ name }) => name))).toEqual([
      ['Ana Ruiz', 'Ben Cho'],
      ['Mo Lund'],
    ]);
  });

  test.each([
    '<dc:creator>Mo Lund</dc:creator>',
    '<itunes:author>Mo Lund</itunes:author>',
    '<googleplay:author>Mo Lund</googleplay:author>',
  ])("an RSS channel's %s is the byline of stories that have none", async (author) => {
    const read = await stories(
      rss(
        `${author}<item><title>A</title></item><item><title>B</title><author>Ana Ruiz</author></item>`,
      ),
    );
    expect(read.map(({ credits }) => credits.byline.map(({ name }) => name))).toEqual([
      ['Mo Lund'],
      ['Ana Ruiz'],
    ]);
  });

  test("the editor and the webmaster of a feed are nobody's byline", async () => {
    const feed = rss(
      '<managingEditor>editor@ledger.example (Kay Orr)</managingEditor><webMaster>Lea Holm</webMaster><item><title>A</title></item>',
    );
    expect((await story(feed)).credits.byline).toEqual([]);
  });

  test('the credit line at the end of the content is read, and is no part of the summary', async () => {
    const feed = rssItem(
      '<title>A</title><content:encoded><![CDATA[<p>The quay reopened.</p>' +
        '<p>(Reporting by Ana Ruiz; additional reporting by Ben Cho in Oban; writing by Lea Holm; editing by Mo Lund and Kay Orr)</p>]]></content:encoded>',
    );
    const { summary, credits } = await story(feed);
    expect(summary).toBe('The quay reopened.');
    expect(credits).toMatchObject({
      reporting: [{ name: 'Ana Ruiz', place: null }],
      additionalReporting: [{ name: 'Ben Cho', place: 'Oban' }],
      writing: [{ name: 'Lea Holm', place: null }],
      editing: [
        { name: 'Mo Lund', place: null },
        { name: 'Kay Orr', place: null },
      ],
    });
  });

  test('a credit line in brackets at the end of a paragraph is read too', async () => {
    const feed = rssItem(
      '<title>A</title><description>The quay reopened. (Reporting by Ana Ruiz; editing by Mo Lund)</description>',
    );
    const { summary, credits } = await story(feed);
    expect(summary).toBe('The quay reopened.');
    expect(credits.editing).toEqual([{ name: 'Mo Lund', place: null }]);
  });

  test.each([
    ['<dc:creator>AFP</dc:creator>', 'AFP'],
    ['<dc:creator>The Associated Press</dc:creator>', 'The Associated Press'],
    ['<author>desk@wire.example (dpa)</author>', 'dpa'],
    ['<dc:creator>By Reuters</dc:creator>', 'Reuters'],
    ['<dc:creator>Ana Ruiz</dc:creator><dc:creator>AFP</dc:creator>', null],
    ['<dc:creator>Ana Ruiz</dc:creator>', null],
  ])('an agency that signs alone is shown and is nobody: %s', async (inner, agency) => {
    const { dateline, credits } = await story(
      rssItem(`<title>A</title>${inner}<description>The quay reopened.</description>`),
    );
    expect(dateline?.agency ?? null).toBe(agency);
    expect(credits.byline.map(({ name }) => name)).not.toContain(agency);
  });

  test("the agency is the dateline's where both are named, and none where it is the feed itself", async () => {
    const dated =
      '<title>A</title><dc:creator>AFP</dc:creator><description>OBAN (Reuters) - The quay reopened.</description>';
    expect((await story(rssItem(dated))).dateline).toEqual({ place: 'OBAN', agency: 'Reuters' });
    const own = rssItem('<title>A</title><dc:creator>Reuters</dc:creator>').replace(
      'The Harbour Ledger',
      'Reuters',
    );
    expect((await story(own)).dateline).toBeNull();
  });

  test.each([
    ['(Reporting by A visitor)', { reporting: ['A visitor'], verbatim: [] }],
    [
      '(Reporting by A visitor; editing by Mo Lund)',
      { reporting: ['A visitor'], editing: ['Mo Lund'], verbatim: [] },
    ],
    ['(Reporting by B visitor)', { reporting: [], verbatim: ['(Reporting by B visitor)'] }],
  ])('a credit line that names who signs is read by that name: %s', async (line, expected) => {
    const { credits } = await story(
      rssItem(
        `<title>A</title><dc:creator>A visitor</dc:creator><description><![CDATA[<p>The quay reopened.</p><p>${line}</p>]]></description>`,
      ),
    );
    const read = Object.fromEntries(
      Object.entries(credits).map(([role, people]) => [
        role,
        people.map((one) => (typeof one === 'string' ? one : one.name)),
      ]),
    );
    expect(read).toMatchObject({ byline: ['A visitor'], ...expected });
  });
});
