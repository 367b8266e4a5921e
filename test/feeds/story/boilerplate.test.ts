import { describe, expect, test } from 'vitest';
import { item, rss, story } from '../builders.ts';

const boats = 'Boats came. Gulls followed.';

async function summary(html: string): Promise<string | null> {
  return (await story(rss(item(1, `<description><![CDATA[${html}]]></description>`)))).summary;
}

describe('a desk’s notice is no part of the summary, before the text or after it', () => {
  test.each([
    'This story has been updated.',
    'This story has been updated with details of the gulls.',
    'This article was amended on 5 May 2026. An earlier version said there were nine gulls.',
    'Correction: An earlier version of this story misspelt Ana Ruiz’s name.',
    'An earlier version of this article misstated the number of gulls.',
    "Editor's note: This story is part of a series on gulls.",
    'EDITOR’S NOTE — The following contains gulls.',
    'FOR IMMEDIATE RELEASE',
    'FOR IMMEDIATE RELEASE: May 5, 2026',
    'CONTACT: Ana Ruiz, 555-0100, ana@harbour.example',
    'Press contact: Ana Ruiz, +49 30 1234567',
    '© 2026 Tidewire. This material may not be published or rewritten.',
    'Tidewire. All rights reserved',
    'Live updates: follow the latest on the quay.',
    'Follow live updates here.',
    'What you need to know:',
    'BC-EU--Harbour, 1st Ld-Writethru',
    'As told to Ana Ruiz.',
    'Hosted on Acast. See acast.example/privacy for more information.',
    'Support this podcast: https://cast.example/x',
    'Thanks for reading Tide! Subscribe for free to receive new posts.',
    'Quay opens was originally published in Harbour on Medium, where people are continuing the conversation by highlighting and responding to this story.',
    'Publication date: May 2026',
    'Author(s): Ana Ruiz, Ben Cho',
    '#boats #gulls',
  ])('%s', async (notice) => {
    expect(await summary(`<p>${boats}</p><p>${notice}</p>`)).toBe(boats);
    expect(await summary(`<p>${notice}</p><p>${boats}</p>`)).toBe(boats);
  });

  test('a press release is dated from its text', async () => {
    const read = await story(
      rss(
        item(
          1,
          '<description><![CDATA[<p>FOR IMMEDIATE RELEASE</p><p>OBAN – Boats came.</p>]]></description>',
        ),
      ),
    );
    expect(read.dateline).toEqual({ place: 'OBAN', agency: null });
    expect(read.summary).toBe('Boats came.');
  });
});

describe('what signs a text after its last sentence is no part of it', () => {
  test.each([
    '(dpa/ana)',
    '(ana)',
    '(AR)',
    'dpa',
    '(ANSA).',
    '(PAP)',
    '- Reuters',
    '-AFP',
    '— Bernama',
    '(with AFP)',
    'PTI ANA BCH',
    '—Ana Ruiz',
    '– Ana Ruiz',
    '#boats #gulls',
    '(With inputs from ANI)',
    '(This story has not been edited by our staff and is auto-generated from a syndicated feed.)',
    '© 2026 Tidewire. All rights reserved.',
  ])('%s', async (signature) => {
    expect(await summary(`<p>${boats} ${signature}</p>`)).toBe(boats);
  });

  test.each([
    '“Boats came.” — Ana Ruiz',
    'Boats came (at last).',
    'Boats came. (Gulls did not.)',
    'Boats came. They left the U.S. early, Ben Cho said',
    'Boats came, says Reuters',
    'Boats came (AP)',
    'Boats came. (sic)',
    'Boats won prize #1',
    'She praised #boats',
    'An earlier version of this boat sank in 1990. Gulls followed.',
    'Correction of the quay’s wall began. Boats came.',
    'Contact with the boat was lost. Gulls followed.',
    'Follow the boats. Gulls do.',
    'Boats reserved all rights. Gulls followed.',
  ])('a sentence that only looks signed or like a notice stays: %s', async (text) => {
    expect(await summary(text)).toBe(text);
  });
});

test.each([
  ['Listen now (32 min) | Boats came. Gulls followed.', boats],
  ['Watch now (12 mins) | Boats came. Gulls followed.', boats],
  ['arXiv:2605.00001v1 Announce Type: new Abstract: Boats came. Gulls followed.', boats],
  ['1. Boats came. 2. Gulls followed.', '1. Boats came. 2. Gulls followed.'],
  ['【記者陳小明／台北報導】渡輪沉沒。海鷗來了。', '渡輪沉沒。海鷗來了。'],
  ['渡轮沉没。海鸥来了。（完）', '渡轮沉没。海鸥来了。'],
  ['नाव डूब गई। पक्षी आए। (भाषा)', 'नाव डूब गई। पक्षी आए।'],
  ['Boats came. Gulls followed. ana@quay.example', boats],
  ['<p>FILE - A boat at the quay, May 5.</p><p>Boats came. Gulls followed.</p>', boats],
  ['Abstract: Boats came. Gulls followed.', boats],
  ['Im 3. Quartal kamen Schiffe. Möwen folgten.', 'Im 3. Quartal kamen Schiffe. Möwen folgten.'],
  ['A came. B came. EE. UU. abrió.', 'A came. B came. EE. UU. abrió.'],
  ['घाट खुला। डॉ. रुइज़ आईं। नावें आईं।', 'घाट खुला। डॉ. रुइज़ आईं। नावें आईं।'],
  [
    'Reporting by the commission showed gaps. Boats came.',
    'Reporting by the commission showed gaps. Boats came.',
  ],
])('a publisher’s label goes, the text stays: %s', async (html, expected) => {
  expect(await summary(html)).toBe(expected);
});

test('markup that was escaped twice is read as markup', async () => {
  const escaped = '&amp;lt;p&amp;gt;Boats came. Gulls followed.&amp;lt;/p&amp;gt;';
  expect((await story(rss(item(1, `<description>${escaped}</description>`)))).summary).toBe(boats);
});

test.each(['Harbour Ledger', 'The Harbour Ledger', 'harbour ledger'])(
  'the feed’s own title, as %s, is nobody’s byline',
  async (author) => {
    const read = await story(
      rss(
        item(1, `<dc:creator>Ana Ruiz, ${author}</dc:creator>`),
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      ),
    );
    expect(read.credits.byline.map(({ name }) => name)).toEqual(['Ana Ruiz']);
  },
);

test.each(['(dpa/', '— Ana ', '#boats ', '. (', ' (ana)', 'Listen now (1 min) | '])(
  'a hundred thousand characters of "%s" end within the limit',
  async (bait) => {
    expect((await summary(bait.repeat(20_000)))?.length ?? 0).toBeLessThanOrEqual(350);
  },
);
