import { expect, onTestFinished, test } from 'vitest';
import { connectBot } from '../../src/app/bot.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { moveDatabase } from '../../src/edge/store/move-database.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { stageNewsroom } from '../support/newsroom.ts';
import { startPostgres, withoutPostgres } from './postgres.ts';

test.skipIf(withoutPostgres)(
  `a newsroom moves to PostgreSQL and back, and goes on with nothing posted twice${withoutPostgres ? ` (${withoutPostgres})` : ''}`,
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
      moveDatabase({
        from,
        to,
        now: () => newsroom.clock.now(),
        log: newsroom.bot.ports.log,
        onTable: ({ table, rows }) => copied.set(table, rows),
      });
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
    await move(database, back);
    expect(copied.get('comment')).toBe(4);
    const again = await connectBot({ ...newsroom.options, storeUrl: back });
    newsroom.clock.advance(60 * minuteMs);
    await newsroom.quietOn(again);
    await again.stop();
    expect(standing()).toHaveLength(before.length + 1);
  },
);
