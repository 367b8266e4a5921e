import { ConfigError } from './errors.ts';
import { suggestion } from './suggest.ts';

export interface Arguments {
  config: string | null;
  data: string | null;
  /** Of the preview; 0 takes any that is free. */
  port: number | null;
  /** The visitor's own feeds, for the preview to show instead of the demo's. */
  feeds: string[];
  help: boolean;
  version: boolean;
}

const flags = ['--help', '--version'] as const;
const withValue = { '--config': 'FILE', '--data': 'DIR', '--port': 'N', '--feed': 'URL' } as const;
const short: Readonly<Record<string, string>> = { '-h': '--help', '-v': '--version' };
const known = [...flags, ...Object.keys(withValue)];

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
 * The command line without its first two words (`process.argv.slice(2)`). The last of a repeated
 * option counts, but every --feed does. Throws `ConfigError` on an option that is unknown or lacks its value.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const read: Arguments = {
    config: null,
    data: null,
    port: null,
    feeds: [],
    help: false,
    version: false,
  };
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', ...inline] = word.startsWith('--') ? word.split('=') : [word];
    const option = short[name] ?? name;
    const value = (): string => {
      const given = inline.length > 0 ? inline.join('=') : rest.shift();
      if (given && (inline.length > 0 || !given.startsWith('--'))) return given;
      const wanted = withValue[option as keyof typeof withValue];
      throw new ConfigError([`${option} needs a value: write ${option} ${wanted}`]);
    };
    if (inline.length > 0 && flags.some((flag) => flag === option)) {
      throw new ConfigError([`${option} takes no value`]);
    }
    switch (option) {
      case '--help':
        read.help = true;
        break;
      case '--version':
        read.version = true;
        break;
      case '--config':
        read.config = value();
        break;
      case '--data':
        read.data = value();
        break;
      case '--feed':
        read.feeds.push(feedAddress(value()));
        break;
      case '--port':
        read.port = port(value());
        break;
      default:
        throw new ConfigError([
          `${option} is unknown${suggestion(option, known) || ': --help lists what there is'}`,
        ]);
    }
  }
  return read;
}
