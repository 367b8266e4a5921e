import { expect, test, vi } from 'vitest';
import { dayMs } from '../../../src/core/time/duration.ts';
import { renderComment } from '../../../src/render/index.ts';
import { aComment, commentContext, noon } from '../builders.ts';

test('a comment shows its author, site and time, with buttons to report it and to view it on the site', () => {
  expect(renderComment(aComment(), commentContext())).toEqual([
    {
      content: `**Mara Quill** · The Harbour Ledger · <t:${noon / 1000}:R>\nAbout time.`,
      embeds: [],
      components: [
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: 'Report as abuse',
              custom_id: 'report:k7',
              disabled: false,
            },
            {
              type: 2,
              style: 5,
              label: 'View on site',
              url: 'https://ledger.example/harbour#comment-7',
            },
          ],
        },
      ],
      flags: 4,
      allowed_mentions: { parse: [] },
    },
  ]);
});

test('a reply refers to its parent and is posted even if the parent was deleted', () => {
  const html = '<p>A long word on ferries.</p>'.repeat(150);
  const parts = renderComment(
    aComment({ body: { html } }),
    commentContext({ replyTo: '100000000000000005' }),
  );
  expect(parts.length).toBeGreaterThan(1);
  expect(parts[0]?.message_reference).toEqual({
    message_id: '100000000000000005',
    fail_if_not_exists: false,
  });
  expect(parts.slice(1).map((part) => part.message_reference)).toEqual(
    parts.slice(1).map(() => undefined),
  );
});

test('only the last part of a long comment has the buttons', () => {
  const html = '<p>A long word on ferries.</p>'.repeat(150);
  const parts = renderComment(aComment({ body: { html } }), commentContext());
  expect(parts.map((part) => part.components?.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
  const said = parts.map((part) => part.content).join('\n\n');
  expect(said.match(/ferries/gu)).toHaveLength(150);
});

test('a very long comment takes five messages and says that it continues on the site', () => {
  const parts = renderComment(
    aComment({ body: { html: 'tide '.repeat(10_000) } }),
    commentContext(),
  );
  expect(parts).toHaveLength(5);
  expect(parts[4]?.content).toMatch(/tide\n-# The comment continues on the site\.$/u);
});

test('a hidden comment shows neither name nor text nor link', () => {
  for (const hidden of ['under-review', 'removed'] as const) {
    const parts = renderComment(aComment(), commentContext({ hidden }));
    expect(parts).toHaveLength(1);
    const shown = JSON.stringify(parts);
    expect(shown).not.toMatch(/Mara|About time|ledger\.example/u);
    expect(shown).toContain('"custom_id":"report:k7","disabled":true');
  }
});

test('a comment without an address links to its article', () => {
  const [part] = renderComment(aComment({ url: null }), commentContext());
  expect(JSON.stringify(part?.components)).toContain('"url":"https://ledger.example/harbour"');
});

test('a name stays bold and on one line', () => {
  const [part] = renderComment(aComment({ author: '**Ma\n\u202era** @here' }), commentContext());
  expect(part?.content).toMatch(/^\*\*\\\*\\\*Ma ra\\\*\\\* @\u200bhere\*\* · /u);
  const [nameless] = renderComment(aComment({ author: '\u200b' }), commentContext());
  expect(nameless?.content).toMatch(/^\*\*Anonymous\*\*/u);
});

test('a comment without text is still a message', () => {
  const [part] = renderComment(aComment({ body: { html: '<p><b></b></p>' } }), commentContext());
  expect(part?.content).toMatch(/\n\*\(no text\)\*$/u);
});

const contentOf = (parts: Parameters<typeof aComment>[0]) =>
  renderComment(aComment(parts), commentContext())[0]?.content;

test('a comment that its site deleted is a placeholder without name and text', () => {
  const deleted = aComment({ deleted: true, author: '', body: { text: '' } });
  const [part, ...more] = renderComment(deleted, commentContext());
  expect(more).toEqual([]);
  expect(part?.content).toBe('-# This comment was deleted on the site.');
  expect(JSON.stringify(part?.components)).toContain('"custom_id":"report:k7","disabled":true');
});

test('an edited comment says when, and its author’s profile is linked', () => {
  expect(contentOf({ editedAt: noon + 60_000 })).toContain(`· edited <t:${noon / 1000 + 60}:R>`);
  expect(contentOf({ authorUrl: 'https://forum.example/u/mara' })).toContain(
    '**[Mara Quill](<https://forum.example/u/mara>)**',
  );
  for (const authorUrl of ['javascript:alert(1)', 'https://[::1]/']) {
    expect(contentOf({ authorUrl })).toContain('**Mara Quill**');
  }
  expect(contentOf({ author: 'bank.example', authorUrl: 'https://evil.example' })).not.toContain(
    'evil',
  );
});

test('a comment of plain text keeps its lines, and none of it is markdown or HTML', () => {
  const text = 'One <b>bold</b>\n**two** & @everyone\r\n\r\n# three';
  expect(contentOf({ body: { text } })?.split('\n').slice(1)).toEqual([
    'One \\<b>bold\\</b>',
    '\\*\\*two\\*\\* & @\u200beveryone',
    '',
    '\\# three',
  ]);
});

test('a time that is not of these days is a date', () => {
  const shown = (mirroredAt: number) =>
    renderComment(aComment(), commentContext({ mirroredAt }))[0]?.content;
  expect(shown(noon + 6 * dayMs)).toContain(`<t:${noon / 1000}:R>`);
  expect(shown(noon + 8 * dayMs)).toContain(`<t:${noon / 1000}:f>`);
  expect(shown(noon - dayMs)).toContain(`<t:${noon / 1000}:R>`);
});

test('a comment of many messages is rendered once for all of them, again after an edit', () => {
  const segmented = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  try {
    const html = (word: string) => `<p>A long ${word} on ferries 👩‍👩‍👧.</p>`.repeat(150);
    const work = (word: string, editedAt: number | null = null) => {
      segmented.mockClear();
      renderComment(aComment({ body: { html: html(word) }, editedAt }), commentContext());
      return segmented.mock.calls.length;
    };
    const first = work('word');
    expect(first).toBeGreaterThan(0);
    expect([work('word'), work('word'), work('word')]).toEqual([0, 0, 0]);
    expect(work('speech')).toBeGreaterThan(0);
    expect(work('word', noon)).toBeGreaterThan(0);
  } finally {
    segmented.mockRestore();
  }
});
