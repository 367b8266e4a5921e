import { parseArgs } from 'node:util';
import { ConfigError } from './errors.ts';
import type { OperatorTool, OperatorToolName } from '../src/core/operator-tool.ts';
import { suggestion } from './suggest.ts';
import { isToolName, toolForms, toolNames } from './tools.ts';

export interface Arguments {
  /** The command before the options; `null` runs the bot. */
  toolName: OperatorToolName | null;
  /** That command with its words; `null` with --help too. */
  tool: OperatorTool | null;
  config: string | null;
  data: string | null;
  /** Of the preview; 0 takes any that is free. */
  port: number | null;
  /** The visitor's own feeds, for the preview to show instead of the demo's. */
  feeds: string[];
  help: boolean;
  version: boolean;
}

const options = {
  config: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  feed: { type: 'string', multiple: true },
  server: { type: 'string' },
  'with-secrets': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
const placeholders = {
  config: 'FILE',
  data: 'DIR',
  port: 'N',
  feed: 'URL',
  server: 'ID',
} as const;
/** The options that go with every command, and those of the bot and its preview. */
const sharedOptions = ['config', 'data', 'help', 'version'];
const botOptions = ['port', 'feed'];

function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 65_535) return number;
  throw new ConfigError([`--port is "${text}": it should be a whole number from 0 to 65535`]);
}

function feedAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new ConfigError([
    `--feed is "${text}": it should be a feed's address, such as https://example.org/feed.xml`,
  ]);
}

/**
 * Parses `process.argv.slice(2)`. The last value of a repeated option counts, except for --feed, where
 * all count. Throws `ConfigError` on a command or an option that is unknown or lacks its value.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const { tokens, values } = tokenize(argv);
  const [first, ...words] = tokens.flatMap((token) =>
    token.kind === 'positional' ? [token.value] : [],
  );
  const toolName = first !== undefined && isToolName(first) ? first : null;
  // A misspelt option is reported first: what follows may be its value, and no command.
  for (const token of tokens) {
    const problem = tokenProblem(token, toolName);
    if (problem !== null) throw new ConfigError([problem]);
  }
  if (first !== undefined && toolName === null) throw unknownTool(first);
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : null);
  const portText = text(values.port);
  const help = values.help === true;
  const withSecrets = values['with-secrets'] === true;
  const dryRun = values['dry-run'] === true;
  const typed = { words, withSecrets, dryRun, server: text(values.server) };
  return {
    toolName,
    tool: toolName === null || help ? null : toolForms[toolName].parse(typed),
    config: text(values.config),
    data: text(values.data),
    port: portText === null ? null : port(portText),
    feeds: (values.feed ?? []).map((address) => feedAddress(String(address))),
    help,
    version: values.version === true,
  };
}

/** Not strict: the errors of node:util neither suggest an option nor show the form of its value. */
function tokenize(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, strict: false, tokens: true });
}

type Token = ReturnType<typeof tokenize>['tokens'][number];

function unknownTool(word: string): ConfigError {
  const meant = suggestion(word, toolNames) || ': --help lists what there is';
  return new ConfigError([`${word} is unknown${meant}`]);
}

function tokenProblem(token: Token, tool: OperatorToolName | null): string | null {
  if (token.kind === 'positional') return null;
  if (token.kind !== 'option') return '-- is unknown: --help lists what there is';
  const { name, rawName, value, inlineValue } = token;
  const allowed = [...sharedOptions, ...(tool === null ? botOptions : toolForms[tool].options)];
  if (!Object.hasOwn(options, name)) {
    const names = allowed.map((one) => `--${one}`);
    return `${rawName} is unknown${suggestion(rawName, names) || ': --help lists what there is'}`;
  }
  if (!allowed.includes(name)) {
    return tool === null
      ? `${rawName} belongs to a command: --help lists them`
      : `${rawName} does not go with ${tool}: see wirethread ${tool} --help`;
  }
  if (!Object.hasOwn(placeholders, name)) {
    return value === undefined ? null : `${rawName} takes no value`;
  }
  const isMissing = !value || (!inlineValue && value.startsWith('--'));
  const placeholder = placeholders[name as keyof typeof placeholders];
  return isMissing ? `${rawName} needs a value: write ${rawName} ${placeholder}` : null;
}
