import { StoreError } from '../sql.ts';

/** A database in words, without its password. @throws StoreError when it is not an address */
export function databaseName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `the PostgreSQL database ${decodeURIComponent(pathname.slice(1)) || 'of its user'} at ${host || 'this machine'}`;
  } catch {
    throw new StoreError(
      'STORE_URL is not an address: write it as "postgres://user:password@host:5432/database"',
    );
  }
}
