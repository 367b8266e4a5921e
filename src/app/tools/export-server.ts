import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { openForReading } from '../../edge/store/open-for-reading.ts';
import { otherSchema } from '../../edge/store/migrations/index.ts';
import { cannotWrite, errorCode } from '../../edge/system/file-errors.ts';
import { exportServer } from '../../newsroom/transfer/export-server.ts';
import { serverFileText } from '../../newsroom/transfer/server-file.ts';
import { plural } from '../../text/plural.ts';
import { quoted } from './back-up.ts';
import type { ToolContext } from './tool-context.ts';

interface Wanted {
  guildId: Snowflake;
  file: string | null;
  withSecrets: boolean;
}

/** `wirethread export SERVER_ID [FILE]`. @throws an error with what to do */
export async function exportToFile(
  { guildId, file, withSecrets }: Wanted,
  context: ToolContext,
): Promise<void> {
  const now = context.now();
  const exported = await readStore(context, (ledger) =>
    exportServer(ledger, guildId, { withSecrets, now }),
  );
  const text = serverFileText(exported);
  const { print } = context;
  if (file === null) {
    print(text.trimEnd());
    return;
  }
  await writeNew(file, text);
  const { feeds, mutes, bans } = exported;
  const counts = [
    plural(feeds.length, 'feed'),
    plural(exported.rules?.watched.length ?? 0, 'watched pattern'),
    plural(mutes.length, 'muted author'),
    plural(bans.length, 'ban from reporting', 'bans from reporting'),
  ];
  print(`${file} has the settings of server ${guildId}, ${counts.join(', ')}.`);
  const closed = feeds.filter(({ access }) => access === 'left-out').length;
  if (closed > 0) {
    print(
      `The passwords and cookies of ${plural(closed, 'feed')} are left out: with --with-secrets they are in it.`,
    );
  }
  if (withSecrets && feeds.some(({ access }) => access !== null)) {
    print('Passwords of feeds are in it: only you can read it.');
  }
  print(`To add it to a server: wirethread import ${quoted(file)}`);
}

/** Reads a database that is up to date, whose bot may run. @throws StoreError */
export async function readStore<T>(
  { settings, now, log }: ToolContext,
  read: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { storeUrl: url, storeKeys: keys } = settings;
  const store = await openForReading({ url, keys, now, log });
  try {
    const { ledger, where, schema } = store;
    if (!ledger) throw otherSchema(schema, where);
    return await read(ledger);
  } finally {
    await store.close();
  }
}

/** A file that only its owner reads: names of members are in it, and perhaps passwords. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await made(file);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw new Error(cannotWrite(file, error), { cause: error });
  } finally {
    await handle.close();
  }
}

async function made(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw new Error(
      errorCode(error) === 'EEXIST'
        ? `${file} exists already: give another name, or delete it first`
        : cannotWrite(file, error),
      { cause: error },
    );
  }
}
