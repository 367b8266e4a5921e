import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import type { Message } from '../../src/preview/discord/index.ts';
import { readThread } from '../model/thread.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { startWordPress, withoutWordPress, type WordPress } from './wordpress.ts';

let wordPress: WordPress;
let newsroom: Newsroom | null = null;

const skipped = withoutWordPress === null ? '' : ` (${withoutWordPress})`;

describe.skipIf(withoutWordPress !== null)(`a real WordPress${skipped}`, () => {
  beforeAll(async () => {
    wordPress = await startWordPress();
  });
  afterAll(() => wordPress.stop());
  afterEach(async () => {
    await newsroom?.close();
    newsroom = null;
  });

  /** The bot on the site's own feed, as one that was just added: its clock is WordPress's. */
  async function open(source: string): Promise<Newsroom> {
    newsroom = await stageNewsroom({
      startAt: Date.now(),
      feedUrls: () => [`${wordPress.url}/feed/`],
      settings: { firstRun: 1, comments: { source } },
    });
    await newsroom.quiet();
    return newsroom;
  }

  /** What WordPress shows: each comment with the text that it answers. */
  async function published(post: number): Promise<string[]> {
    const comments = await wordPress.approved(post);
    const textOf = (html: string) => html.replaceAll(/<[^<>]+>/gu, '').trim();
    const texts = new Map(comments.map(({ id, content }) => [id, textOf(content.rendered)]));
    return comments
      .map((one) => line(one.author_name, texts.get(one.id), texts.get(one.parent)))
      .toSorted();
  }

  const line = (author = '', text = '', answered?: string) =>
    `${author}: ${text}${answered === undefined ? '' : ` (to: ${answered})`}`;

  const threadOf = (title: string) => newsroom?.threads().find(({ name }) => name.includes(title));
  const messagesIn = (title: string) => newsroom?.messages(threadOf(title)?.id ?? '') ?? [];
  const isComment = (message: Message) => JSON.stringify(message.components).includes('report:');
  const said = ({ content }: Message) => content.split('\n').slice(1).join('\n');

  /** The same, of the thread. */
  function mirrored(title: string): string[] {
    const messages = messagesIn(title);
    const byId = new Map(messages.map((message) => [message.id, message]));
    return messages
      .filter(isComment)
      .map((message) => {
        const author = /^\*\*\[?([^\]*]+)/u.exec(message.content)?.[1] ?? message.content;
        const answered = byId.get(message.message_reference?.message_id ?? '');
        return line(author, said(message), answered && said(answered));
      })
      .toSorted();
  }

  test.each([
    ['auto', 'twentytwentythree', 'the site’s WordPress interface'],
    ['page-selectors', 'twentytwentyone', 'the article’s page'],
    ['comment-feed', 'twentytwentyone', 'the site’s comment feed'],
  ])(
    'by %s with the theme %s, the thread is the discussion of the site through its whole life',
    async (source, theme, label) => {
      const title = `Ferry ${source} ${theme}`;
      await wordPress.useTheme(theme);
      const post = await wordPress.publish(title);
      const at = (minute: number) => new Date(Date.now() - (60 - minute) * minuteMs);
      const write = (author: string, text: string, more: { parent?: number; minute: number }) =>
        wordPress.comment(post.id, {
          author,
          text,
          ...(more.parent !== undefined && { parent: more.parent }),
          date: at(more.minute).toISOString().slice(0, 19),
        });
      const first = await write('Ana', 'It sank at noon.', { minute: 1 });
      const second = await write('Ben', 'It was old.', { minute: 2, parent: first });
      await write('Chen', 'It was not.', { minute: 3, parent: second });
      const held = await write('Dag', 'Who owns it?', { minute: 4 });
      await wordPress.change(held, { status: 'hold' });
      const here = await open(source);
      expect(await sourceOf(here, title)).toBe(label);
      expect(mirrored(title)).toEqual(await published(post.id));
      expect(mirrored(title)).toHaveLength(3);

      // Edited, approved late, and answered at once.
      await wordPress.change(first, { text: 'It sank at one.' });
      await wordPress.change(held, { status: 'approved' });
      await write('Eli', 'The harbour does.', { minute: 8, parent: held });
      await here.later(3 * minuteMs);
      expect(mirrored(title)).toEqual(await published(post.id));
      expect(mirrored(title)).toHaveLength(5);

      // The feed holds the newest only: what it lacks may be old, not deleted.
      if (source !== 'comment-feed') {
        const spam = await write('Fox', 'Cheap watches!', { minute: 9 });
        await here.later(3 * minuteMs);
        expect(mirrored(title)).toHaveLength(6);
        await wordPress.erase(spam);
        await here.later(5 * minuteMs);
        await here.later(5 * minuteMs);
        expect(mirrored(title)).toEqual(await published(post.id));
      }
      // A page of WordPress hides the answers to what is in the trash, but counts them.
      if (source === 'auto') {
        await wordPress.change(second, { status: 'trash' });
        await here.later(5 * minuteMs);
        await here.later(5 * minuteMs);
        const shown = messagesIn(title).filter(isComment).map(said).toSorted();
        expect(shown).toEqual([
          '',
          'It sank at one.',
          'It was not.',
          'The harbour does.',
          'Who owns it?',
        ]);
      }

      await wordPress.closeComments(post.id);
      for (let hour = 0; hour < 4; hour += 1) await here.later(hourMs);
      const hasWords = theme === 'twentytwentyone';
      const isSeen = hasWords || source === 'auto';
      expect(threadOf(title)?.thread_metadata?.locked ?? false).toBe(isSeen);
      const notices = messagesIn(title).filter(({ content }) =>
        content.includes('Comments are closed.'),
      );
      expect(notices).toHaveLength(hasWords ? 1 : 0);
    },
  );

  test('of 25 comments all are mirrored, but for those that the comment feed has not', async () => {
    const title = 'Pier opens';
    const post = await wordPress.publish(title);
    for (let number = 0; number < 25; number += 1) {
      const date = new Date(Date.now() - (100 - number) * minuteMs).toISOString().slice(0, 19);
      await wordPress.comment(post.id, { author: 'Ana', text: `Word w${number}p0.`, date });
    }
    for (const [source, count] of [
      ['auto', 25],
      ['comment-feed', 10],
    ] as const) {
      const { discord, botUserId } = await open(source);
      const shown = readThread(discord, threadOf(title)?.id ?? '', botUserId);
      const newest = Array.from({ length: count }, (_, index) => 25 - count + index);
      expect(shown.paragraphs.map(({ writing }) => writing)).toEqual(newest);
      expect(shown.reportButtons).toBe(count);
      const [first] = messagesIn(title).filter(({ pinned }) => pinned);
      expect(first?.content.includes('15 more comments on the site')).toBe(count === 10);
      await newsroom?.close();
    }
    newsroom = null;
  });

  test('a site that closes its interface to strangers is read by its comment feed', async () => {
    await wordPress.closeInterface();
    const title = 'Pier without interface';
    const post = await wordPress.publish(title);
    await wordPress.comment(post.id, { author: 'Ana', text: 'It holds.' });
    const here = await open('auto');
    expect(await sourceOf(here, title)).toBe('the site’s comment feed');
    expect(mirrored(title)).toEqual(['Ana: It holds.']);
  });
});

async function sourceOf(here: Newsroom, title: string): Promise<string> {
  const thread = here.threads().find(({ name }) => name.includes(title));
  const answered = await here.discord
    .actor(here.moderator)
    .at(thread?.id ?? '')
    .run('/discussion status', {});
  return (
    /Comment source: ([^(.\n]+?)(?: \(|\.)/u.exec((await answered.settled())?.content ?? '')?.[1] ??
    ''
  );
}
