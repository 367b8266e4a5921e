import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../../../src/edge/store/migrations/index.ts';
import { openStore } from '../../../../src/edge/store/open.ts';
import { SqliteFile } from '../../../../src/edge/store/sqlite/driver.ts';
import { guild, harbour, noon, reader, report, silent, tempFolder } from '../stores.ts';

const second = '300000000000000041';

test('reports of a version before are kept, and lose what was written where the evidence of their case is deleted', async () => {
  const file = join(await tempFolder(), 'wirethread.db');
  const database = new SqliteFile(file, 1_000);
  const sql = await database.prepare();
  await migrate(sql, file, migrations.slice(0, 5));
  const cases = [
    { guildId: guild, number: 1, evidence: null, state: 'upheld' },
    { guildId: guild, number: 2, evidence: 'You fool.', state: 'open' },
    // Another guild's case with the number of one without evidence.
    { guildId: harbour, number: 1, evidence: 'You fool.', state: 'dismissed' },
  ];
  for (const { guildId, number, evidence, state } of cases) {
    await sql.run(
      `INSERT INTO flag_case (guild_id, number, subject_key, state, version, urgency, opened_at,
        evidence, document) VALUES (?, ?, 'message:1', ?, 1, 1, ?, ?, '{}')`,
      guildId,
      number,
      state,
      noon,
      evidence,
    );
    for (const [reporterId, details] of [
      [reader, 'He is rude.'],
      [second, null],
    ] as const) {
      await sql.run(
        `INSERT INTO report (guild_id, case_number, reporter_id, kind, reason, details, at)
          VALUES (?, ?, ?, 'reader', 'abuse', ?, ?)`,
        guildId,
        number,
        reporterId,
        details,
        noon,
      );
    }
  }
  database.close();
  const store = await openStore({ url: `sqlite:${file}`, now: () => noon, log: silent });
  onTestFinished(() => store.close());
  for (const { guildId, number: caseNumber, evidence } of cases) {
    const details = evidence === null ? null : 'He is rude.';
    expect(await store.cases.listReports(guildId, caseNumber)).toEqual([
      report({ guildId, caseNumber, details }),
      report({ guildId, caseNumber, reporterId: second }),
    ]);
  }
  expect(await store.cases.listReportsBy(guild, reader, noon)).toHaveLength(2);
});
