import { describe, expect, test } from 'vitest';
import { atom, rss, story } from '../builders.ts';

const entry = (inner: string): string => atom(`<entry><id>urn:1</id>${inner}</entry>`);

describe('headlines', () => {
  test.each([
    ['Pier &amp; quay', 'Pier & quay'],
    ['Pier &amp;amp; quay', 'Pier & quay'],
    ['Pier & quay', 'Pier & quay'],
    ['Caf&eacute; &amp;mdash; open', 'Café — open'],
    ['&lt;b&gt;Pier&lt;/b&gt; opens', 'Pier opens'],
    ['<![CDATA[Pier & <i>quay</i>]]>', 'Pier & quay'],
    ['Pier <b>opens</b> early', 'Pier opens early'],
    ['  Pier\n   opens\t', 'Pier opens'],
    ['vector&lt;int&gt; explained', 'vector<int> explained'],
    ['Profit &lt; estimates', 'Profit < estimates'],
    ['Profit &lt;estimates', 'Profit <estimates'],
    ['&#8220;Quay&#8221; &#150; open', '“Quay” – open'],
    ['Pier\u202e opens\u0007', 'Pier opens'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Pier', 'Pier'],
    ['Use &lt;details&gt; and &lt;summary&gt;', 'Use <details> and <summary>'],
    ['Why &lt;table&gt; came back', 'Why <table> came back'],
    ['&lt;script&gt; considered harmful', '<script> considered harmful'],
    ['The end of &lt;/body&gt;', 'The end of </body>'],
    ['&lt;p&gt;Pier opens&lt;/p&gt;', 'Pier opens'],
    ['&lt;b&gt;Pier opens', 'Pier opens'],
    ['Pier opens&lt;/b&gt;', 'Pier opens'],
    ['Pier &lt;i&gt;opens&lt;/i&gt;, says &lt;main&gt;', 'Pier opens, says <main>'],
    ['Pier&lt;br&gt;opens', 'Pier opens'],
    ['Pier &lt;span class="x"&gt;opens', 'Pier opens'],
    ['<![CDATA[Use <details> today]]>', 'Use <details> today'],
    ['Tips for &lt;HTML&gt;', 'Tips for <HTML>'],
    ['   ', null],
  ])('the headline of the RSS title %j is %j', async (title, headline) => {
    const feed = rss(`<item><link>https://ledger.example/1</link><title>${title}</title></item>`);
    expect((await story(feed)).headline).toBe(headline);
  });

  test.each([
    ['<title>A &lt;b&gt; tag</title>', 'A <b> tag'],
    ['<title type="text">A &amp;amp; B</title>', 'A &amp; B'],
    ['<title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>', 'A & B'],
    ['<title type="html"><![CDATA[A &amp; <b>B</b>]]></title>', 'A & B'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> &amp; C</div></title>',
      'A B & C',
    ],
    [
      '<title type="xhtml" xmlns:x="http://www.w3.org/1999/xhtml"><x:div>A <x:b>B</x:b></x:div></title>',
      'A B',
    ],
    ['<title mode="base64" type="text/html">UXVheSAmYW1wOyBwaWVy</title>', 'Quay & pier'],
    [
      '<title type="application/octet-stream">PGI+UXVheTwvYj4gJmFtcDsgcGllcg==</title>',
      'Quay & pier',
    ],
    ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"/></title>', null],
    ['<title type="xhtml"> Quay </title>', 'Quay'],
  ])('the headline of the Atom element %j is %j', async (title, headline) => {
    expect((await story(entry(title))).headline).toBe(headline);
  });
});

describe('a post without a headline', () => {
  const post = async (html: string) => {
    const feed = rss(`<item><guid>g</guid><description><![CDATA[${html}]]></description></item>`);
    const { headline, summary } = await story(feed);
    return { headline, summary };
  };

  test.each([
    ['<p>Fog on the marsh.</p>', 'Fog on the marsh.', null],
    [
      '<p>Fog on the marsh. Boats wait. Gulls do not.</p>',
      'Fog on the marsh.',
      'Boats wait. Gulls do not.',
    ],
    [
      '<p>Low water at noon</p><p>The causeway is open until three.</p>',
      'Low water at noon',
      'The causeway is open until three.',
    ],
    ['Lanterns out<br>Tide in<br>Boats asleep', 'Lanterns out', 'Tide in · Boats asleep'],
    ['<h2>Low water</h2><p>The causeway is open.</p>', 'Low water', 'The causeway is open.'],
    ['Low water at noon\nThe causeway is open.', 'Low water at noon', 'The causeway is open.'],
    ['霧が出た。船は待っている。', '霧が出た。', '船は待っている。'],
  ])('of the text %j has the headline %j and the summary %j', async (html, headline, summary) => {
    expect(await post(html)).toEqual({ headline, summary });
  });

  test('keeps a first sentence that is too long for a headline in its summary', async () => {
    const long = `${'The ferry that came back '.repeat(10).trim()}.`;
    const { headline, summary } = await post(`<p>${long} Boats wait.</p>`);
    expect(headline).toMatch(/^The ferry .{150,190}…$/);
    expect(summary).toBe(`${long} Boats wait.`);
  });

  test('has one headline, whichever of its texts says it', async () => {
    const feed = atom(
      '<entry><id>1</id><summary>Fog on the marsh.</summary><content>Fog on the marsh. Boats wait.</content></entry>',
    );
    expect(await story(feed)).toMatchObject({
      headline: 'Fog on the marsh.',
      summary: 'Boats wait.',
    });
  });

  test('has the identity that it has with a headline', async () => {
    const one = await story(rss('<item><guid>g</guid><description>Fog.</description></item>'));
    const two = await story(rss('<item><guid>g</guid><title>Fog</title></item>'));
    expect(one.identity).toBe(two.identity);
  });
});
