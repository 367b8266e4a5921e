import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { newspaper } from '../edge/http/servers.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { handled } from '../support/handled.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { runTransactionsTwice } from '../support/twice.ts';

const edition = anEdition(
  aStory({ comments: threeComments, closesAt: 3 * hourMs }),
  aStory({ slug: 'ferry', headline: 'Ferry returns to the old quay', comments: [] }),
);

/** What a life ended with. */
interface Outcome {
  answers: (string | undefined)[];
  messages: object;
  tables: object;
  log: object;
}

test('a whole life ends the same when every transaction is rolled back once and runs again', async () => {
  const first = await stageNewsroom({ edition });
  const paperPort = Number(new URL(first.paper.url).port);
  const once = await ended(first);
  const second = await stageNewsroom({ edition, paperPort });
  const counts = runTransactionsTwice(second.bot.ports.store);
  const twice = await ended(second);

  expect(counts.run).toBeGreaterThan(10);
  expect(counts.twice).toBe(counts.run);
  expect(once.answers.join()).toMatch(/Added 2 feeds.*Already there: 2.*case 1/s);
  expect(once.messages).toMatchObject({ locks: [true] });
  expect(twice.answers).toEqual(once.answers);
  expect(twice.messages).toEqual(once.messages);
  expect(twice.tables).toEqual(once.tables);
  expect(twice.log).toEqual(once.log);
});

async function ended(newsroom: Newsroom): Promise<Outcome> {
  try {
    const answers = await live(newsroom);
    const channels = [newsroom.news, newsroom.moderatorsChannel];
    const threads = newsroom.threads().map(({ id }) => id);
    const messages = [...channels, ...threads].map((id) => newsroom.messages(id));
    const locks = newsroom.threads().map(({ thread_metadata }) => thread_metadata?.locked);
    // These name files and ports, which differ.
    const log = newsroom.log.filter(
      ({ event }) => event !== 'store.opened' && event !== 'http.fetched',
    );
    return {
      answers,
      messages: { messages, locks },
      tables: tablesOf(newsroom.databaseFile),
      log,
    };
  } finally {
    await newsroom.close();
  }
}

/** Poll, comments, import, report, ruling, correction, lock; returns what people were answered. */
async function live(newsroom: Newsroom): Promise<(string | undefined)[]> {
  const { discord, paper, reader, moderator, moderatorsChannel, news } = newsroom;
  const answers: (string | undefined)[] = [];
  const answered = async (asked: Promise<{ settled(): Promise<{ content: string } | null> }>) => {
    answers.push((await (await asked).settled())?.content);
  };
  await newsroom.quiet();

  const list = `<opml version="2.0"><body>${[
    paper.atomUrl,
    paper.feedUrl,
    `${paper.url}/no-such-feed.xml`,
    `${paper.url}/no-such-feed.xml`,
    'mailto:desk@ledger.example',
  ]
    .map((url) => `<outline type="rss" xmlUrl="${url}"/>`)
    .join('')}</body></opml>`;
  const files = await newspaper((_, response) => response.end(list));
  const owner = discord.actor(discord.guilds()[0]?.ownerId ?? '').at(news);
  await answered(owner.run('/feed import', { file: `${files}/feeds.opml` }));
  await newsroom.quiet();

  paper.addComment('pier', { author: 'Fool', text: 'You are all fools.' });
  paper.editComment('pier', 'c3', 'The old pier has stood for ninety years.');
  paper.withdrawComment('pier', 'c2');
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);

  const thread = newsroom.threads()[0]?.id ?? '';
  const rude = newsroom.messages(thread).find(({ content }) => content.includes('fools'));
  const there = discord.actor(reader).at(thread);
  const form = await there.click(rude?.id ?? '', 'Report as abuse');
  await answered(there.submitModal(form, { reason: 'abuse' }));
  await newsroom.quiet();
  const [card] = newsroom.messages(moderatorsChannel);
  const rules = discord.actor(moderator).at(moderatorsChannel);
  await handled(newsroom.log, await rules.click(card?.id ?? '', 'Remove'));
  await newsroom.quiet();

  paper.correctHeadline('pier', 'Harbour board puts off its pier ruling to spring');
  await newsroom.later(11 * minuteMs);
  await newsroom.later(3 * hourMs);
  await newsroom.later(6 * minuteMs);
  await newsroom.later(6 * minuteMs);
  return answers;
}

/** All rows of all tables, as text. */
function tablesOf(file: string): Record<string, string[]> {
  const database = new DatabaseSync(file, { readOnly: true });
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all();
  const tables = Object.fromEntries(
    names.map(({ name }) => {
      const rows = database.prepare(`SELECT * FROM "${String(name)}"`).all();
      return [String(name), rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
  database.close();
  return tables;
}
