import { type Sql, StoreError } from '../sql.ts';
import { PostgresDatabase } from './driver.ts';

/** @throws StoreError when a process of Wirethread is connected to it */
export async function refuseUsedServer(url: string): Promise<void> {
  const server = new PostgresDatabase(url);
  try {
    await refuseUsed(server, server.where);
  } finally {
    await server.close();
  }
}

/** For the first call of a connection: later ones of ours would count as somebody's. */
export async function refuseUsed(sql: Sql, where: string): Promise<void> {
  const row = await sql.get(
    `SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database()
      AND application_name LIKE 'wirethread%' AND pid <> pg_backend_pid()`,
  );
  if (Number(row?.others) === 0) return;
  throw new StoreError(`a Wirethread uses ${where}: stop all of its processes, then try again`);
}
