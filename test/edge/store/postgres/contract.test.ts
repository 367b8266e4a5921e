import { afterAll, beforeAll, describe } from 'vitest';
import { type Postgres, startPostgres, withoutPostgres } from '../../../real/postgres.ts';
import { useServer } from '../stores.ts';

/** The tests of every table, which know no database. The query makes each of them run once more. */
const contract = [
  () => import('../tables/audit.test.ts?on=postgres'),
  () => import('../tables/cases.test.ts?on=postgres'),
  () => import('../tables/channel-stories.test.ts?on=postgres'),
  () => import('../tables/deliveries.test.ts?on=postgres'),
  () => import('../tables/discussions.test.ts?on=postgres'),
  () => import('../tables/due-times.test.ts?on=postgres'),
  () => import('../tables/ended-deliveries.test.ts?on=postgres'),
  () => import('../tables/feeds.test.ts?on=postgres'),
  () => import('../tables/figures.test.ts?on=postgres'),
  () => import('../tables/left-servers.test.ts?on=postgres'),
  () => import('../tables/retention.test.ts?on=postgres'),
  () => import('../tables/story-cap.test.ts?on=postgres'),
  () => import('../documents/sealing.test.ts?on=postgres'),
  () => import('../stored-names.test.ts?on=postgres'),
];

const skipped = withoutPostgres === null ? '' : ` (${withoutPostgres})`;

describe.skipIf(withoutPostgres !== null)(`on a real PostgreSQL${skipped}`, async () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    useServer(postgres);
  });
  afterAll(async () => {
    useServer(null);
    await postgres.stop();
  });
  for (const load of contract) await load();
});
