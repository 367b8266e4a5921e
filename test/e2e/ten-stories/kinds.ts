import type { PhotoName } from '../../../src/preview/newspaper/photos.ts';
import iconv from 'iconv-lite';

/** What a kind's documents refer to: where its own server and the demo paper's photos are. */
export interface Places {
  base: string;
  photo: (name: PhotoName) => string;
}

/** A feed of one story, of a kind of its own, and what an editor expects to see of it. */
export interface Kind {
  name: string;
  path: string;
  contentType: string;
  feed: (places: Places) => string | Uint8Array;
  /** The article's page; left out, there is none to read. */
  page?: (places: Places) => string;
  headline: string;
  /** What stands in the message, each text somewhere. */
  shows: string[];
  /** What must not be there. */
  hides?: string[];
}

const rss = (channel: string, item: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${prolog}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${channel}<item>${item}</item></channel></rss>`;

const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

export const kinds: readonly Kind[] = [
  {
    name: 'a wire story with every credit',
    path: '/wire',
    contentType: 'application/rss+xml',
    feed: ({ base, photo }) =>
      rss(
        `<title>Tidewire</title><link>${base}/</link>`,
        `<title>Dredger clears the Saltmarsh channel a month early</title>
        <link>${base}/wire/dredger?utm_source=rss&amp;utm_medium=feed</link><guid>wire-1</guid>
        <pubDate>Tue, 24 Nov 2026 08:15:00 GMT</pubDate>
        <category>Harbour</category><category>Shipping</category>
        <media:content url="${photo('harbour-day')}" medium="image"><media:description>The dredger Patience at work off Saltmarsh on Monday.</media:description><media:credit role="photographer">Tidewire/Ana Ruiz</media:credit></media:content>
        <content:encoded><![CDATA[<p>SALTMARSH, Nov 24 (Tidewire) - The channel to Saltmarsh is open again, a month before the harbour board had expected it.</p><p>The dredger Patience moved 90,000 cubic metres of sand in eleven weeks. Pilots tested the new depth on Monday.</p><p>(Reporting by Ines Okafor; additional reporting by Jonas Feld in Northquay; writing by Mara Lund; editing by Bo Lind and Aiko Mori)</p><p>The post Dredger clears the Saltmarsh channel appeared first on Tidewire.</p>]]></content:encoded>`,
      ),
    headline: 'Dredger clears the Saltmarsh channel a month early',
    shows: [
      'Tidewire · SALTMARSH',
      'The channel to Saltmarsh is open again, a month before the harbour board had expected it.',
      'Reporting: Ines Okafor',
      'Additional reporting: Jonas Feld (Northquay)',
      'Writing: Mara Lund',
      'Editing: Bo Lind, Aiko Mori',
      'Ana Ruiz/Tidewire',
      'Topics: Harbour, Shipping',
    ],
    hides: ['appeared first on', '(Reporting by', 'Nov 24 (Tidewire)'],
  },
  {
    name: 'a story whose credits stand on its page alone',
    path: '/page-only',
    contentType: 'application/atom+xml',
    feed: ({ base }) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Northquay Evening Post</title><id>urn:neep</id><link href="${base}/"/>
      <entry><id>urn:neep:2</id><title>Clock of the old customs house strikes thirteen</title><link href="${base}/page-only/clock"/>
      <published>2026-11-24T07:30:00Z</published><updated>2026-11-24T07:30:00Z</updated></entry></feed>`,
    page: ({ photo, base }) =>
      page(
        `<title>Clock strikes thirteen – Northquay Evening Post</title><link rel="canonical" href="${base}/page-only/clock">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Clock of the old customs house strikes thirteen","url":"${base}/page-only/clock","author":[{"@type":"Person","name":"Siobhán Ní Riada"},{"@type":"Person","name":"Ludwig van der Berg"}],"datePublished":"2026-11-24T07:30:00Z","keywords":["Curiosities","Customs house"],"image":{"@type":"ImageObject","url":"${photo('street-dawn')}","caption":"The tower of the customs house, seen from Rope Lane.","creditText":"Photograph: Tarek Haddad/Halyard"}}</script>`,
        `<article><h1>Clock of the old customs house strikes thirteen</h1><p class="byline">By SIOBHÁN NÍ RIADA and LUDWIG VAN DER BERG</p>
        <div class="article-body"><p>NORTHQUAY — The clock of the old customs house struck thirteen at one o’clock on Monday, for the first time since it was mended in 1958.</p><p>Nobody complained, said its keeper. Two people asked whether it could be kept.</p><p>Siobhán Ní Riada reported from Northquay, and Ludwig van der Berg from Saltmarsh.</p></div></article>`,
      ),
    headline: 'Clock of the old customs house strikes thirteen',
    shows: [
      'Northquay Evening Post · NORTHQUAY',
      'struck thirteen at one o’clock on Monday',
      'Siobhán Ní Riada',
      'Ludwig van der Berg',
      'Tarek Haddad/Halyard',
      'The tower of the customs house',
      'Curiosities',
    ],
  },
  {
    name: 'windows-1251, declared in the prolog alone',
    path: '/cyrillic',
    contentType: 'text/xml',
    feed: ({ base }) =>
      iconv.encode(
        rss(
          `<title>Причальный вестник</title><link>${base}/</link><language>ru</language>`,
          `<title>Паром вернулся к старому причалу</title><link>${base}/cyrillic/parom</link><guid>c-1</guid>
          <pubDate>Tue, 24 Nov 2026 07:00:00 +0300</pubDate><dc:creator>Мария Лебедева</dc:creator>
          <description>Паром снова ходит к старому причалу каждое утро. Билет стоит столько же, сколько прошлым летом.</description>`,
          '<?xml version="1.0" encoding="windows-1251"?>',
        ),
        'windows-1251',
      ),
    headline: 'Паром вернулся к старому причалу',
    shows: [
      'Причальный вестник',
      'Паром снова ходит к старому причалу каждое утро.',
      'Мария Лебедева',
    ],
    hides: ['\ufffd'],
  },
  {
    name: 'right to left',
    path: '/arabic',
    contentType: 'application/rss+xml; charset=utf-8',
    feed: ({ base }) =>
      rss(
        `<title>منارة الميناء</title><link>${base}/</link><language>ar</language>`,
        `<title>عودة سوق السمك إلى الرصيف القديم</title><link>${base}/arabic/souq</link><guid>a-1</guid>
        <pubDate>Tue, 24 Nov 2026 06:00:00 GMT</pubDate><dc:creator>ليلى حداد</dc:creator>
        <description>عاد سوق السمك إلى الرصيف القديم صباح الثلاثاء. هل يبقى هناك حتى الربيع؟ يقول الصيادون نعم.</description>`,
      ),
    headline: 'عودة سوق السمك إلى الرصيف القديم',
    shows: ['هل يبقى هناك حتى الربيع؟', 'ليلى حداد'],
  },
  {
    name: 'a JSON Feed in Japanese',
    path: '/json',
    contentType: 'application/feed+json',
    feed: ({ base, photo }) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: '潮風新聞',
        home_page_url: `${base}/`,
        language: 'ja',
        items: [
          {
            id: 'j-1',
            url: `${base}/json/lighthouse`,
            title: '岬の灯台、百年ぶりに塗り替え',
            content_html:
              '<p>【汐町】岬の灯台が百年ぶりに塗り替えられる。作業は来週の月曜日に始まる。夜の明かりは消えない。</p>',
            image: photo('lighthouse-day'),
            date_published: '2026-11-24T05:00:00+09:00',
            authors: [{ name: '海野 結衣' }],
            tags: ['港', '灯台'],
          },
        ],
      }),
    headline: '岬の灯台、百年ぶりに塗り替え',
    shows: ['潮風新聞 · 汐町', '作業は来週の月曜日に始まる。', '海野 結衣', '港'],
    hides: ['【'],
  },
  {
    name: 'a link with comments and nothing else',
    path: '/links',
    contentType: 'application/rss+xml',
    feed: ({ base }) =>
      rss(
        `<title>Links of the Quay</title><link>${base}/</link>`,
        `<title>A tide table that fits on a teaspoon</title><link>${base}/links/teaspoon</link>
        <comments>${base}/links/talk/41</comments><pubDate>Tue, 24 Nov 2026 04:00:00 GMT</pubDate>
        <description><![CDATA[<a href="${base}/links/talk/41">Comments</a>]]></description>`,
      ),
    headline: 'A tide table that fits on a teaspoon',
    shows: ['Links of the Quay', 'Read the story', 'Comments on the site'],
  },
  {
    name: 'markup that breaks off in the middle of its second item',
    path: '/broken',
    contentType: 'text/html',
    feed: ({ base }) =>
      `  <?xml version="1.0"?><rss version=2.0><channel><title>Rope & Tackle Weekly</title><link>${base}/</link>
      <item><title>Nets & knots: the autumn sale</title><link>${base}/broken/nets</link><guid>b-1</guid><pubDate>Tue, 24 Nov 2026 03:00:00 EST</pubDate>
      <description>Forty yards of tarred rope went for the price of a pint.<br>The auctioneer blushed.</description></item>
      <item><title>Half a story that nobody finis`,
    headline: 'Nets & knots: the autumn sale',
    shows: ['Rope & Tackle Weekly', 'Forty yards of tarred rope went for the price of a pint.'],
    hides: ['Half a story'],
  },
  {
    name: 'a headline that means mischief',
    path: '/mischief',
    contentType: 'application/rss+xml',
    feed: ({ base }) =>
      rss(
        `<title>@everyone Gazette</title><link>${base}/</link>`,
        `<title>@everyone **BUY** ~~now~~ &lt;@&amp;1&gt; [free](https://evil.example) ||boats|| ${'and boats '.repeat(400)}</title>
        <link>${base}/mischief/boats</link><guid>m-1</guid><pubDate>Tue, 24 Nov 2026 02:00:00 GMT</pubDate>
        <dc:creator>@here</dc:creator><description>${'# A heading of nothing. '.repeat(500)}</description>`,
      ),
    headline: 'BUY',
    shows: ['Gazette', '**BUY**', '[free](https://evil.example)'],
  },
  {
    name: 'contributors named in a sentence, and an agency’s photo credit',
    path: '/contributors',
    contentType: 'application/rss+xml',
    feed: ({ base, photo }) =>
      rss(
        `<title>Halyard Press</title><link>${base}/</link>`,
        `<title>Ferry crews vote for the winter timetable</title><link>${base}/contributors/ferry</link><guid>h-1</guid>
        <pubDate>Tue, 24 Nov 2026 01:00:00 GMT</pubDate><dc:creator>By KWABENA ASANTE, Halyard Press</dc:creator>
        <enclosure url="${photo('ferry-night')}" type="image/jpeg" length="1"/>
        <media:description>The Lady Annis leaves Skerrin on Sunday. (Halyard Photo/Leilani Kahananui)</media:description>
        <description><![CDATA[<p>SKERRIN (HP) — Ferry crews voted on Sunday for the winter timetable. J. P. Castellane Jr., who speaks for them, called it “tolerable.” It begins on Dec. 6.</p><p>Halyard Press writers Efua Mensah in Port Merrow and Tomasz Wierzbicki in Tarrow Bay contributed to this report.</p>]]></description>`,
      ),
    headline: 'Ferry crews vote for the winter timetable',
    shows: [
      'HP · SKERRIN',
      'Ferry crews voted on Sunday for the winter timetable.',
      'Kwabena Asante',
      'Efua Mensah (Port Merrow)',
      'Tomasz Wierzbicki (Tarrow Bay)',
      'Leilani Kahananui/Halyard',
    ],
    hides: ['contributed to this report'],
  },
  {
    name: 'a German paper’s story, by its labels',
    path: '/german',
    contentType: 'application/rss+xml',
    feed: ({ base, photo }) =>
      iconv.encode(
        rss(
          `<title>Küstenbote</title><link>${base}/</link><language>de</language>`,
          `<title>Möwen stehlen dem Bürgermeister das Fischbrötchen</title><link>${base}/german/moewen</link><guid>k-1</guid>
          <pubDate>Tue, 24 Nov 2026 00:30:00 +0100</pubDate><category>Hafen</category>
          <media:content url="${photo('street-dawn')}" medium="image"><media:credit>Foto: Jörg Äpplinger/Halyard</media:credit></media:content>
          <description><![CDATA[<p>Saltmarsch (hal) - Zwei Möwen haben dem Bürgermeister am Montag das Fischbrötchen gestohlen. Er nahm es, so Dr. Ute Brandt vom Rathaus, „mit Fassung“. Das Brötchen war z. B. mit Zwiebeln belegt.</p><p>Von Ida Größ und Malte Öhlschläger</p><p>Weiterlesen …</p>]]></description>`,
          '<?xml version="1.0" encoding="ISO-8859-1"?>',
        ),
        'windows-1252',
      ),
    headline: 'Möwen stehlen dem Bürgermeister das Fischbrötchen',
    shows: [
      'hal · Saltmarsch',
      'Zwei Möwen haben dem Bürgermeister',
      'Ida Größ',
      'Malte Öhlschläger',
    ],
    hides: ['Weiterlesen', '(hal)', '\ufffd'],
  },
];
