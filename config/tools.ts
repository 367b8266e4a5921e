import { Snowflake } from '../src/core/ids.ts';
import type { OperatorTool, OperatorToolName } from '../src/core/operator-tool.ts';
import { ConfigError } from './errors.ts';

/** What was typed after a command's name. */
export interface ToolWords {
  words: readonly string[];
  withSecrets: boolean;
  dryRun: boolean;
  server: string | null;
}

/** How one command is written. */
export interface ToolForm {
  /** Its words, without its options. */
  usage: string;
  summary: string;
  /** Its own options, beside --config and --data. */
  options: readonly string[];
  help: string;
  /** @throws ConfigError when words are missing, too many or impossible */
  parse(given: ToolWords): OperatorTool;
}

export const toolForms: Readonly<Record<OperatorToolName, ToolForm>> = {
  backup: {
    usage: 'backup FILE',
    summary: 'copies the database into a new file, while the bot runs',
    options: [],
    help: `Copies the database into FILE, which must not exist yet, and checks the copy. The bot may run
meanwhile. The copy has the passwords of feeds in it: only you can read the file.`,
    parse: (given) => ({ name: 'backup', file: wordsOf('backup', given, 1).first }),
  },
  restore: {
    usage: 'restore FILE',
    summary: 'replaces the database with a backup; stop the bot first',
    options: [],
    help: `Replaces the database with a backup. Stop the bot first. The database that was there is moved
aside, never deleted. For seven days the bot then looks in each channel and thread for what it
posted since the backup, before it posts there: nothing is posted twice.`,
    parse: (given) => ({ name: 'restore', file: wordsOf('restore', given, 1).first }),
  },
  restored: {
    usage: 'restored TIME',
    summary: 'after pg_restore: says when the backup was begun',
    options: [],
    help: `For a database that pg_restore or another tool restored. TIME is when its backup began, such as
2026-11-29T08:00Z. Stop the bot first. For seven days it then looks in each channel and
thread for what it posted since that time, before it posts there: nothing is posted twice.`,
    parse: (given) => ({ name: 'restored', takenAt: instant(wordsOf('restored', given, 1).first) }),
  },
  doctor: {
    usage: 'doctor',
    summary: 'checks the set-up and says what to do about each problem',
    options: [],
    help: `Checks the database, the token, permissions, feeds and threads, and says what to do about each
problem. It changes nothing, and the bot may run meanwhile. The exit code is 1 when something
needs your attention.`,
    parse: (given) => {
      wordsOf('doctor', given, 0);
      return { name: 'doctor' };
    },
  },
  migrate: {
    usage: 'migrate FROM TO',
    summary: 'copies everything into an empty database of the other kind',
    options: [],
    help: `Copies everything from one database into an empty one, such as

  wirethread migrate sqlite:wirethread-data/wirethread.db postgres://user:password@host/wirethread

Stop the bot first. FROM is not changed. Afterwards set STORE_URL to TO and start the bot.`,
    parse: (given) => {
      const { first: from, second: to } = wordsOf('migrate', given, 2);
      for (const url of [from, to]) refuseUnknownStore(url);
      return { name: 'migrate', from, to };
    },
  },
  export: {
    usage: 'export SERVER_ID [FILE]',
    summary: "writes a server's settings, feeds, rules, mutes and bans as JSON",
    options: ['with-secrets'],
    help: `Writes a server's settings, feeds, rules, mutes and bans from reporting as JSON into FILE, which
must not exist yet, or to standard output. Messages and cases are not in it. The bot may run
meanwhile.

  --with-secrets  with the passwords and cookies of feeds; without it they are left out`,
    parse: (given) => {
      const { first, second } = wordsOf('export', given, 1, 2);
      const guildId = snowflake('SERVER_ID', first);
      return { name: 'export', guildId, file: second || null, withSecrets: given.withSecrets };
    },
  },
  import: {
    usage: 'import FILE',
    summary: 'adds what such a file has to a server, and says first what that is',
    options: ['server', 'dry-run'],
    help: `Adds what an exported file has to a server, and says first what that is. Settings that the file
has replace those of the server and of its feeds; nothing is removed, and a second import changes
nothing. The bot may run meanwhile: it reads new feeds at once.

  --dry-run    only say it
  --server ID  into another server than the one that was exported. The ids of channels and roles stay
               as they are in the file: they must exist in that server`,
    parse: (given) => ({
      name: 'import',
      file: wordsOf('import', given, 1).first,
      guildId: given.server === null ? null : snowflake('--server', given.server),
      dryRun: given.dryRun,
    }),
  },
};

export const toolNames = Object.keys(toolForms) as OperatorToolName[];

export function isToolName(word: string): word is OperatorToolName {
  return Object.hasOwn(toolForms, word);
}

/** What `wirethread COMMAND --help` prints. */
export function toolHelp(name: OperatorToolName): string {
  const { usage, help } = toolForms[name];
  return `Usage: wirethread ${usage} [options]

${help}

  --config FILE, --data DIR and the environment say which database: see wirethread --help
`;
}

/** The words of a command: at least so many, and at most `most`. */
function wordsOf(
  name: OperatorToolName,
  { words }: ToolWords,
  least: number,
  most = least,
): { first: string; second: string } {
  const [first = '', second = ''] = words;
  const usage = `write wirethread ${toolForms[name].usage}`;
  const given = words.filter((word) => word !== '').length;
  if (given < least) throw new ConfigError([`${name} needs more: ${usage}`]);
  if (words.length > most) throw new ConfigError([`${words[most]} is a word too many: ${usage}`]);
  return { first, second };
}

function snowflake(what: string, text: string): Snowflake {
  const read = Snowflake.safeParse(text);
  if (read.success) return read.data;
  throw new ConfigError([
    `${what} is "${text}": it should be an id such as 1190000000000000000. In Discord, turn on Developer Mode, right-click the server and choose "Copy Server ID"`,
  ]);
}

function instant(text: string): number {
  const isFull = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = isFull ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new ConfigError([
    `TIME is "${text}": it should be a date, a time and a zone, such as 2026-11-29T08:00Z`,
  ]);
}

function refuseUnknownStore(url: string): void {
  if (/^(?:sqlite:.|postgres(?:ql)?:\/\/)/.test(url)) return;
  throw new ConfigError([
    'FROM and TO should each be "sqlite:" and the path of a file, or the address of a PostgreSQL database, such as postgres://user:password@host:5432/wirethread',
  ]);
}
