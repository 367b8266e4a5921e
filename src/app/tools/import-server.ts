import { readFile } from 'node:fs/promises';
import { errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { openStore } from '../../edge/store/open.ts';
import { systemClock } from '../../edge/system/clock.ts';
import { settingNames } from '../../newsroom/moderation/change-settings.ts';
import { importServer } from '../../newsroom/transfer/import-server.ts';
import {
  type ImportPlan,
  type PlannedFeed,
  planImport,
} from '../../newsroom/transfer/plan-import.ts';
import { readServerFile, type ServerFile } from '../../newsroom/transfer/server-file.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { numberText } from '../../text/plural.ts';
import { readStore } from './export-server.ts';
import type { ToolContext } from './tool-context.ts';

/** `wirethread import FILE`. @throws an error with what to do */
export async function importFromFile(
  { file: path, guildId, dryRun }: { file: string; guildId: Snowflake | null; dryRun: boolean },
  context: ToolContext,
): Promise<void> {
  const { settings, log, print } = context;
  const file = await readFrom(path);
  const into = guildId ?? file.guildId;
  const clock = { ...systemClock, now: context.now };
  const plan = await readStore(context, (ledger) => planImport({ clock }, ledger, file, into));
  // Names in a file may have control characters.
  const say = (line: string) => print(line.replaceAll(/\p{Cc}+/gu, ' '));
  say(`Into server ${into}, from a file of ${new Date(file.exportedAt).toISOString()}:`);
  if (into !== file.guildId) {
    say(
      `It is of server ${file.guildId}: ids of channels and roles stay as they are, and must exist in server ${into}.`,
    );
  }
  for (const line of planLines(plan)) say(line);
  if (dryRun) {
    say('Nothing was changed. Without --dry-run it is.');
    return;
  }
  const { storeUrl: url, storeKeys: keys } = settings;
  const store = await openStore({ url, keys, now: context.now, log });
  try {
    await importServer({ store, clock }, file, into);
  } finally {
    await store.close();
  }
  say('Done. A bot that runs reads new feeds at once; wirethread doctor checks its permissions.');
}

async function readFrom(path: string): Promise<ServerFile> {
  let text;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(
      `${path} cannot be read (${errorText(error)}): give a file of wirethread export`,
      { cause: error },
    );
  }
  try {
    return readServerFile(text);
  } catch (error) {
    throw new Error(`${path} is not imported: ${errorText(error)}`, { cause: error });
  }
}

function planLines({ settings, feeds, rules, mutes, bans }: ImportPlan): string[] {
  const names = Object.keys(settings).map(
    (name) => settingNames[name as keyof typeof settingNames],
  );
  const of = (state: PlannedFeed['state']) => feeds.filter((feed) => feed.state === state).length;
  const counts = [
    `${numberText(of('new'))} new`,
    `${numberText(of('changed'))} changed`,
    `${numberText(of('same'))} as they are already`,
  ];
  return [
    counted('settings changed', names),
    `feeds: ${counts.join(', ')}`,
    ...feeds.flatMap(feedLine),
    counted('rules new or changed', rules?.changed ?? []),
    counted(
      'authors muted',
      mutes.map(({ name, site }) => `${name} at ${site || 'an unknown site'}`),
    ),
    counted(
      'members banned from reporting',
      bans.map(({ userId }) => userId),
    ),
  ];
}

const counted = (what: string, names: readonly string[]) =>
  `${what}: ${[numberText(names.length), ...(names.length > 0 ? [names.join(', ')] : [])].join(' – ')}`;

function feedLine(feed: PlannedFeed): string[] {
  const { url, channelId } = feed.state === 'closed' ? feed : feed.subscription;
  const name = `${shownAddress(url)} in channel ${channelId}`;
  switch (feed.state) {
    case 'same':
      return [];
    case 'new':
      return [`  new: ${name}`];
    case 'changed':
      return [`  changed: ${name} (${feed.changed})`];
    case 'declared':
      return [`  left as it is: ${name}, since the configuration file declares it`];
    case 'closed':
      return [
        `  not added: ${name}, since its password or cookie is not in the file: export it with --with-secrets, or use /feed add`,
      ];
    default:
      return feed satisfies never;
  }
}
