import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { connectBot } from '../../src/app/bot.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { moveDatabase } from '../../src/edge/store/move-database.ts';
import { openStore } from '../../src/edge/store/open.ts';
import { newStoreFile, noon, silent, subscription } from '../edge/store/stores.ts';
import { compiled } from '../support/compiled.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { stageNewsroom } from '../support/newsroom.ts';
import { type Postgres, startPostgres, withoutPostgres } from './postgres.ts';

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;

test.skipIf(withoutPostgres)(
  `a newsroom moves to PostgreSQL and back, and goes on with nothing posted twice${skipped}`,
  async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const newsroom = await stageNewsroom({
      edition: anEdition(aStory({ comments: threeComments })),
    });
    onTestFinished(() => newsroom.close());
    await newsroom.quiet();
    const { reader, discord } = newsroom;
    const [thread] = newsroom.threads();
    const rude = newsroom.messages(thread?.id).find(({ content }) => content.includes('spring'));
    const at = discord.actor(reader).at(thread?.id ?? '');
    const asked = await at.click(rude?.id ?? '', 'Report as abuse');
    await at.submitModal(asked, { reason: 'abuse' }).then((answered) => answered.settled());
    await newsroom.quiet();
    const standing = () =>
      [newsroom.news, newsroom.moderatorsChannel, thread?.id ?? ''].flatMap((id) =>
        newsroom.messages(id).map((message) => message.id),
      );
    const before = standing();

    const file = `sqlite:${newsroom.databaseFile}`;
    const database = await postgres.newDatabase();
    const copied = new Map<string, number>();
    const move = (from: string, to: string) =>
      moveDatabase({ from, to, onTable: ({ table, rows }) => copied.set(table, rows) });
    await expect(move(file, database)).rejects.toThrow('a Wirethread uses');
    await newsroom.restart(async () => {
      await move(file, database);
      expect(copied.get('story')).toBe(1);
      expect(copied.get('comment')).toBe(3);
      expect(copied.get('report')).toBe(1);
      await expect(move(file, database)).rejects.toThrow('the target is not empty');
    });
    await newsroom.bot.stop();

    const onPostgres = await connectBot({ ...newsroom.options, storeUrl: database });
    newsroom.paper.addComment('pier', { author: 'Ana', text: 'At last.' });
    newsroom.clock.advance(6 * minuteMs);
    await newsroom.quietOn(onPostgres);
    await onPostgres.stop();
    expect(standing()).toHaveLength(before.length + 1);
    const audit = await postgres.query(database, 'SELECT seq FROM audit ORDER BY seq');
    expect(new Set(audit.map(({ seq }) => seq)).size).toBe(audit.length);

    const back = `${file}.back`;
    await unused(postgres, database);
    await move(database, back);
    expect(copied.get('comment')).toBe(4);
    const again = await connectBot({ ...newsroom.options, storeUrl: back });
    newsroom.clock.advance(60 * minuteMs);
    await newsroom.quietOn(again);
    await again.stop();
    expect(standing()).toHaveLength(before.length + 1);
  },
);

/** Moves a database, and kills itself when it has copied the feeds. */
const killed = `
  const { moveDatabase } = await import(process.argv[1]);
  const [from, to] = process.argv.slice(2);
  await moveDatabase({ from, to, onTable: ({ table, rows }) => {
    if (table === 'feed' && rows > 0) process.kill(process.pid, 'SIGKILL');
  } });
`;

async function moveKilled(from: string, to: string): Promise<void> {
  const script = compiled(new URL('../../src/edge/store/move-database.ts', import.meta.url));
  const words = ['--input-type=module', '-e', killed, pathToFileURL(script).href, from, to];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

/** Once PostgreSQL has ended the connections of a process that was stopped or killed. */
async function unused(postgres: Postgres, url: string): Promise<void> {
  const connected = `SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'wirethread%'`;
  while ((await postgres.query(url, connected)).length > 0);
}

test.skipIf(withoutPostgres)(
  `a move that is killed leaves nothing that looks like a database, and can be done again${skipped}`,
  async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const { store, file } = await newStoreFile();
    await store.feeds.addSubscription(subscription(), noon);
    await store.close();
    const open = (url: string) => openStore({ url, now: () => noon, log: silent });
    const move = (from: string, to: string) => moveDatabase({ from, to, onTable() {} });
    const interrupted =
      'or that was interrupted: wait for it, or run "wirethread restore" or "wirethread migrate" again, or delete';

    const database = await postgres.newDatabase();
    await moveKilled(`sqlite:${file}`, database);
    expect(
      await postgres.query(database, `SELECT * FROM pg_tables WHERE schemaname = 'public'`),
    ).toEqual([]);
    await expect(open(`sqlite:${file}`)).rejects.toThrow(interrupted);
    await unused(postgres, database);
    await move(`sqlite:${file}`, database);

    const back = `${file}.back`;
    await moveKilled(database, `sqlite:${back}`);
    expect(existsSync(back)).toBe(false);
    await expect(open(`sqlite:${back}`)).rejects.toThrow(interrupted);
    await unused(postgres, database);
    await move(database, `sqlite:${back}`);
    await expect(move(database, `sqlite:${back}`)).rejects.toThrow(`${back} exists already`);
    const moved = await open(`sqlite:${back}`);
    onTestFinished(() => moved.close());
    expect(await moved.feeds.listSubscriptionsIn(null)).toEqual([subscription()]);
  },
);
