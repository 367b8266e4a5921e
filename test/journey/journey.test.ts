import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { handled } from '../support/handled.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { headlineIn } from '../support/headline.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

test('a story goes from feed bytes to a locked thread, and every message has the expected text', async () => {
  const closesAt = 3 * hourMs;
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments, closesAt })),
    settings: { commentPeriodMs: 7 * dayMs },
  });
  const { discord, reader, moderator, news, moderatorsChannel } = newsroom;

  // The story, with its credits.
  await newsroom.quiet();
  const [story] = newsroom.messages();
  expect(newsroom.messages()).toHaveLength(1);
  expect(story?.content).toContain('Harbour board puts off its ruling on the new pier');
  const [embed] = story?.embeds ?? [];
  expect(embed).toMatchObject({
    url: newsroom.paper.storyUrl('pier'),
  });
  expect(embed?.author?.name).toMatch(/^[^·]+ · Tidewire · Saltmarsh/i);
  expect(embed?.description).toContain('Fishers had asked for more time.');
  expect(embed?.footer?.text).toContain('Boats wait at the old pier in Saltmarsh.');
  expect(embed?.description).toContain('Reporting: Ines Okafor');
  expect(embed?.description).toContain('Additional reporting: Jonas Feld (Northquay)');
  expect(embed?.description).toContain('Editing: Bo Lind, Aiko Mori');
  expect(embed?.image).toMatchObject({ description: 'Boats wait at the old pier in Saltmarsh.' });

  // Its discussion: policy first, parents before replies, real replies.
  const [thread] = newsroom.threads();
  expect(thread?.id).toBe(story?.id);
  const inThread = () =>
    newsroom.messages(thread?.id).filter(({ type }) => type === 0 || type === 19);
  const texts = () => inThread().map(({ content }) => content);
  expect(texts()).toHaveLength(4);
  const [policy, question, answer, remark] = inThread();
  expect(policy?.pinned).toBe(true);
  expect(question?.content).toContain('When will they decide?');
  expect(question?.content).toContain('**Maren**');
  expect(answer?.content).toContain('In spring, they say.');
  expect(answer?.message_reference?.message_id).toBe(question?.id);
  expect(remark?.content).toContain('stood for a century');
  expect(buttons(remark)).toEqual(['Report as abuse', 'View on site']);

  // New, edited and withdrawn comments are followed in place.
  newsroom.paper.addComment('pier', { author: 'Fool', text: 'You are all fools.' });
  newsroom.paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  newsroom.paper.withdrawComment('pier', 'c2');
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  expect(inThread().find(({ id }) => id === remark?.id)?.content).toContain('ninety years');
  expect(inThread().some(({ id }) => id === answer?.id)).toBe(false);
  const rude = inThread().find(({ content }) => content.includes('fools'));
  expect(rude).toBeDefined();

  // A reader reports, a moderator rules.
  const at = discord.actor(reader).at(thread?.id ?? '');
  const asked = await at.click(rude?.id ?? '', 'Report as abuse');
  const receipt = await at.submitModal(asked, { reason: 'abuse' });
  expect((await receipt.settled())?.content).toContain('case 1');
  await newsroom.quiet();
  const [card] = newsroom.messages(moderatorsChannel);
  expect(JSON.stringify(card?.components)).toContain('You are all fools.');
  const ruled = await discord
    .actor(moderator)
    .at(moderatorsChannel)
    .click(card?.id ?? '', 'Remove');
  await handled(newsroom.log, ruled);
  await newsroom.quiet();
  expect(JSON.stringify(newsroom.messages(moderatorsChannel)[0]?.components)).toContain('removed');
  expect(texts().some((text) => text.includes('fools'))).toBe(false);
  const mine = await discord.actor(reader).at(news).run('/flags mine');
  expect((await mine.settled())?.content).toContain('removed');
  // A tombstone: it is never mirrored again.
  await newsroom.later(6 * minuteMs);
  expect(texts().some((text) => text.includes('fools'))).toBe(false);

  // A corrected headline edits the story's message.
  newsroom.paper.correctHeadline('pier', 'Harbour board puts off its pier ruling to spring');
  await newsroom.later(11 * minuteMs);
  expect(headlineIn(newsroom.messages()[0])).toContain('pier ruling to spring');
  expect(newsroom.messages().filter(({ type }) => type === 0)).toHaveLength(1);

  // The publisher closes: its own sentence, thread locked, and the comments stay as they were.
  await newsroom.later(3 * hourMs);
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  const last = inThread().at(-1);
  expect(last?.content).toContain(
    newsroom.paper.stories()[0]?.discussion.state === 'closed' && closing(),
  );
  // What a ruling removed is not announced as waiting at the site.
  expect(last?.content).not.toContain('more comment');
  expect(discord.thread(thread?.id ?? '')?.thread_metadata).toMatchObject({ locked: true });
  expect(newsroom.log.filter(({ level }) => level === 'error')).toEqual([]);
});

function closing(): string {
  const discussion = newsroom.paper.stories()[0]?.discussion;
  return discussion?.state === 'closed' ? discussion.sentence : '';
}

function buttons(message: { components: unknown[] } | undefined): string[] {
  return [...JSON.stringify(message?.components ?? []).matchAll(/"label":"([^"]*)"/g)].map(
    ([, label]) => label ?? '',
  );
}
