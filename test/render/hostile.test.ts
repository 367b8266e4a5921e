import { describe, expect, test } from 'vitest';
import { Language } from '../../src/core/feed/channel-options.ts';
import { noCredits } from '../../src/core/story/credits.ts';
import type { MessageBody } from '../../src/core/delivery/message-body.ts';
import {
  renderAlert,
  renderCaseCard,
  renderClosingNotice,
  renderComment,
  renderPolicyNotice,
  renderStory,
  threadName,
} from '../../src/render/index.ts';
import { fingerprint } from '../../src/render/messages/fingerprint.ts';
import { refusedMessageCreate } from '../../src/preview/discord/rules/index.ts';
import { aCase, aComment, aReport, aStory, commentContext, storyContext } from './builders.ts';

/** Mulberry32: the same texts on every run. */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const scraps = [
  '@everyone',
  '@here',
  '@',
  'every',
  'one',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '&lt;@123456789012345678&gt;',
  '<#123456789012345678>',
  '</feed:123456789012345678>',
  '<t:1700000000:R>',
  '&lt;t:1700000000:R&gt;',
  '<',
  '&lt;',
  '>',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '[',
  ']',
  '(',
  ')',
  '[a](http://evil.example)',
  'https://harbour.example/a_b?c=d&e=f',
  'https://x@y.example/@everyone',
  'http://',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udc00',
  '\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '漢字かな',
  'שלום',
  '# ',
  '- ',
  '1. ',
  '> ',
  '-# ',
  ':smile:',
  'The harbour reopened. ',
  'x'.repeat(700),
  '<b>',
  '</b>',
  '<i>',
  '</i>',
  '<p>',
  '</p>',
  '<br>',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  '<blockquote>',
  '</blockquote>',
  '<ul><li>',
  '</li></ul>',
  '<a href="https://evil.example/(x)">',
  '<a href="javascript:alert(1)">',
  '</a>',
  '<img alt="@everyone">',
  '<script>',
  '</script>',
  '&#0;',
  '&#x202e;',
];

function hostileText(random: () => number, most: number): string {
  const length = Math.floor(random() * most);
  return Array.from({ length }, () => scraps[Math.floor(random() * scraps.length)]).join('');
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* strings(inner);
  }
}

function shownTexts(body: MessageBody): string[] {
  return [...strings([body.content, body.embeds, body.components])].filter(
    (text) => !/^https?:\/\/\S*$/u.test(text),
  );
}

const mention = /@(?:everyone|here)\b|<@[!&]?\d{15,20}>/iu;
/** What Discord would read as markup: the text without its escapes and its code. */
function readAsMarkup(text: string): string {
  return text.replace(/\\[^]|```[^]*?```|`[^`]*`/gu, '');
}

const angle = /<(?!https?:\/\/[^\s<>]+>|t:-?\d+:[fR]>)/u;

/** @param ours a line of ours that mentions people: it is shown once, and only there may they be named */
function expectTakenByDiscord(body: MessageBody, ours?: string): void {
  expect(refusedMessageCreate(body)).toBeNull();
  expect(body.allowed_mentions.parse).toEqual([]);
  const texts = shownTexts(body);
  if (ours !== undefined) {
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(texts.filter((text) => text.split('\n').includes(ours))).toHaveLength(1);
  }
  for (const text of texts) {
    const theirs = ours === undefined ? text : text.replace(ours, '');
    expect(theirs).not.toMatch(mention);
    expect(text).not.toMatch(/\p{Surrogate}|[\u202a-\u202e\u2066\u2067]/u);
    // Isolates come only from us: they are not nested, and each end has a beginning.
    expect(text).not.toMatch(/\u2068[^\u2069]*\u2068|(?:^|\u2069)[^\u2068]*\u2069/u);
  }
  expect(fingerprint(JSON.parse(JSON.stringify(body)) as MessageBody)).toBe(fingerprint(body));
}

const seeds = Array.from({ length: 150 }, (_, at) => at + 1);

describe('generated malicious input', () => {
  test('a story with any text is a message that Discord accepts and that mentions nobody', () => {
    for (const seed of seeds) {
      const random = randomness(seed);
      const text = (most = 60) => hostileText(random, most);
      const people = () => Array.from({ length: 5 }, () => ({ name: text(10), place: text(5) }));
      const story = aStory({
        headline: random() < 0.8 ? text() : null,
        summary: random() < 0.8 ? text() : null,
        url: random() < 0.5 ? `https://ledger.example/${text(5)}` : text(5),
        publishedAt: Math.floor((random() - 0.5) * 1e17),
        dateline: { place: text(), agency: text() },
        photo: {
          url: `https://ledger.example/${text(5)}`,
          caption: text(),
          credit: { photographer: text(), agency: text() },
        },
        topics: [text(), text(), ''],
        credits: { ...noCredits, byline: people(), editing: people(), verbatim: [text()] },
      });
      const language = Language.options[Math.floor(random() * Language.options.length)] ?? 'en';
      const context = storyContext({ feedTitle: text(), corrected: 1e12, language });
      const body = renderStory(story, context);
      expectTakenByDiscord(body);
      const contentTemplate = '{mentions} **{headline}** · {feed} ({place}) | {authors}, {topics}';
      const worded = renderStory(story, { ...context, contentTemplate, withdrawn: 1e12 });
      expectTakenByDiscord(worded);
      expect(worded.content).not.toMatch(/\n/u);
      expect(readAsMarkup(worded.content ?? '')).not.toMatch(angle);
      expect(body.content).not.toMatch(/\n/u);
      expect(readAsMarkup(body.content ?? '')).not.toMatch(angle);
      const name = threadName(story, language);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).toMatch(/^\S(?:.*\S)?$/u);
    }
  });

  test.each([
    ['HTML', (html: string) => ({ html })],
    ['plain text', (text: string) => ({ text })],
    ['markdown', (markdown: string) => ({ markdown })],
  ])(
    'a comment of any %s is messages that Discord accepts and that mention nobody',
    (_, bodyOf) => {
      for (const seed of seeds) {
        const random = randomness(seed);
        const comment = aComment({
          body: bodyOf(hostileText(random, 400)),
          authorUrl: `https://ledger.example/${hostileText(random, 5)}`,
          editedAt: 1e12,
          author: hostileText(random, 20),
          url: `https://ledger.example/${hostileText(random, 5)}`,
        });
        const bodies = renderComment(
          comment,
          commentContext({ siteName: hostileText(random, 20) }),
        );
        expect(bodies.length).toBeGreaterThan(0);
        for (const body of bodies) {
          expectTakenByDiscord(body);
          expect(body.content?.length).toBeLessThanOrEqual(2000);
          expect(readAsMarkup(body.content ?? '')).not.toMatch(angle);
        }
      }
    },
  );

  test('a case, a notice and an alert with any text are messages that Discord accepts', () => {
    for (const seed of seeds) {
      const random = randomness(seed);
      const text = () => hostileText(random, 200);
      const base = aCase({ evidence: text() });
      expectTakenByDiscord(
        renderCaseCard(
          {
            ...base,
            subject: { ...base.subject, authorName: text() },
          },
          [
            aReport({ details: text() }),
            aReport({ reporterId: '100000000000000098', reason: 'spam', details: text() }),
          ],
          {
            headline: text(),
            messageUrl: 'https://discord.com/channels/1/2/3',
            record: { upheld: 1, dismissed: 2, open: 3 },
            copyThreads: [],
            reporterRecords: new Map(),
            authorNotified: null,
            timeoutError: text(),
            language: 'en',
            muted: true,
            inQueue: false,
            isWhole: true,
          },
        ),
        '-# Reported by <@100000000000000099>, <@100000000000000098>',
      );
      const story = aStory({
        headline: text(),
        commentPolicy: { text: text(), url: 'https://ledger.example/policy' },
      });
      expectTakenByDiscord(
        renderPolicyNotice(story, { closesAt: 1_700_000_000_000, closed: true }, 'fr'),
      );
      expectTakenByDiscord(
        renderClosingNotice(
          { sentence: text(), byModerator: false },
          { count: 12, url: 'https://ledger.example/story' },
          'pl',
        ),
      );
      for (const alert of [
        { kind: 'written', text: text() },
        { kind: 'feed-failing', address: text(), errors: 5, reason: text() },
        { kind: 'message-refused', channelId: '1', message: 'story', reason: text() },
      ] as const) {
        expectTakenByDiscord(renderAlert(alert, 'en'));
      }
    }
  });
});
