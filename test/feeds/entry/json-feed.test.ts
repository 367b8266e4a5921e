import { describe, expect, test } from 'vitest';
import { document, story } from '../builders.ts';

test('a JSON Feed item gives every field that JSON Feed has', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Ledger',
    home_page_url: 'https://ledger.example/',
    language: 'en',
    authors: [{ name: 'Mo Lund' }],
    items: [
      {
        id: 'a',
        url: '/a?utm_medium=feed',
        title: 'Quay <reopens>',
        content_html: '<p>The quay reopened. Boats came.</p>',
        image: 'https://ledger.example/q.jpg',
        date_published: '2011-05-05T16:29:00Z',
        date_modified: '2011-05-06T16:29:00Z',
        tags: ['Harbour', 'harbour', 3],
      },
    ],
  };
  expect(await document(JSON.stringify(feed))).toMatchObject({
    title: 'Ledger',
    siteUrl: 'https://ledger.example/',
    language: 'en',
    stories: [
      {
        headline: 'Quay <reopens>',
        url: 'https://ledger.example/a',
        summary: 'The quay reopened. Boats came.',
        publishedAt: Date.UTC(2011, 4, 5, 16, 29),
        updatedAt: Date.UTC(2011, 4, 6, 16, 29),
        topics: ['Harbour'],
        credits: { byline: [{ name: 'Mo Lund', place: null }] },
        photo: { url: 'https://ledger.example/q.jpg', caption: null, credit: null },
      },
    ],
  });
});

describe('a JSON Feed that breaks its standard', () => {
  const item = async (fields: object, feed: object = {}) =>
    story(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        ...feed,
        items: [{ id: '1', ...fields }],
      }),
    );

  test('authors are read from one object, from the single author of version 1.0, and from the feed', async () => {
    const read = await item({ authors: { name: 'Ana Ruiz' }, author: { name: 'Ben Cho' } });
    expect(read.credits.byline.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Cho']);
    const inherited = await item({}, { author: { name: 'Mo Lund' } });
    expect(inherited.credits.byline.map(({ name }) => name)).toEqual(['Mo Lund']);
  });

  test('a link post has the address that it links to when it has none of its own', async () => {
    expect((await item({ external_url: '/elsewhere' })).url).toBe(
      'https://ledger.example/elsewhere',
    );
    expect((await item({ external_url: '/elsewhere', url: '/own' })).url).toBe(
      'https://ledger.example/own',
    );
  });

  test('an attached image is the photo where no other is named', async () => {
    const attachments = [
      { url: '/tide.mp3', mime_type: 'audio/mpeg' },
      { url: '/tide.jpg', mime_type: 'image/jpeg' },
    ];
    expect((await item({ attachments })).photo?.url).toBe('https://ledger.example/tide.jpg');
  });
});

test('control characters of ISO 8859-1 in a JSON text are those of windows-1252', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', title: 'It\\u0092s open\\u0085', content_text: 'Boats \\u0096 they came.' }],
  };
  const written = JSON.stringify(feed).replaceAll('\\\\u', '\\u');
  expect(await story(written)).toMatchObject({
    headline: 'It’s open…',
    summary: 'Boats – they came.',
  });
});
