import type { Import } from './imports.ts';

/** What one room may import: files of ours by the start of their path, packages by their name. */
interface Allowed {
  ours: readonly string[];
  packages: readonly string[] | 'any';
}

/** What every folder of newsroom may import. */
const pure = [
  'src/article/',
  'src/core/',
  'src/feeds/',
  'src/newsroom/parsers.ts',
  'src/newsroom/ports.ts',
  'src/render/',
  'src/sources/',
  'src/text/',
];

/** A folder of newsroom, with the other folders of newsroom that it builds on. */
const useCase = (...folders: string[]): Allowed => ({
  ours: [...pure, ...folders.map((folder) => `src/newsroom/${folder}/`)],
  packages: ['zod'],
});

/**
 * Which room may import which, types included. A file belongs to the room whose path is the longest
 * start of its own, and every room may import itself. `src/README.md` shows the same for readers.
 */
export const rooms: Readonly<Record<string, Allowed>> = {
  'src/languages/': { ours: [], packages: [] },
  'src/text/': { ours: ['src/languages/'], packages: ['iconv-lite', 'node:buffer', 'node:crypto'] },
  'src/core/': { ours: ['src/languages/', 'src/text/'], packages: ['discord-api-types', 'zod'] },
  'src/credits/': { ours: ['src/core/story/', 'src/languages/', 'src/text/'], packages: [] },
  'src/feeds/': {
    ours: ['src/core/', 'src/credits/', 'src/languages/', 'src/text/'],
    packages: ['entities', 'htmlparser2', 'node:buffer', 'rss-parser', 'zod'],
  },
  'src/markup/': {
    ours: ['src/core/', 'src/languages/', 'src/text/'],
    packages: ['cheerio', 'htmlparser2'],
  },
  'src/article/': {
    ours: ['src/core/', 'src/credits/', 'src/languages/', 'src/markup/', 'src/text/'],
    packages: ['@mozilla/readability', 'cheerio', 'linkedom', 'zod'],
  },
  'src/sources/': {
    ours: ['src/core/', 'src/languages/', 'src/markup/', 'src/text/'],
    packages: ['cheerio', 'gemoji', 'htmlparser2', 'zod'],
  },
  'src/render/': {
    ours: ['src/core/', 'src/text/'],
    packages: ['d3-scale', 'discord-api-types', 'htmlparser2'],
  },
  'src/newsroom/': { ours: pure, packages: ['zod'] },
  'src/newsroom/outbox/': useCase(),
  'src/newsroom/channels/': useCase('outbox'),
  'src/newsroom/articles/': useCase('outbox'),
  'src/newsroom/stories/': useCase('outbox', 'articles'),
  'src/newsroom/feeds/': useCase('outbox', 'stories'),
  'src/newsroom/moderation/': useCase('outbox'),
  'src/newsroom/discussions/': useCase('outbox', 'articles', 'channels', 'moderation'),
  'src/newsroom/health/': useCase('outbox'),
  'src/newsroom/delivery/': useCase('outbox', 'channels', 'discussions'),
  'src/newsroom/subscriptions/': useCase('outbox', 'channels', 'feeds'),
  'src/newsroom/transfer/': useCase('outbox', 'feeds', 'moderation', 'subscriptions'),
  'src/edge/': { ours: ['src/core/', 'src/text/'], packages: 'any' },
  'commands/': {
    ours: ['src/core/', 'src/newsroom/', 'src/render/', 'src/text/'],
    packages: ['discord.js', 'zod'],
  },
  'config/': {
    ours: ['src/core/', 'src/sources/', 'src/text/'],
    packages: ['ipaddr.js', 'node:util', 'zod'],
  },
  'src/preview/': {
    ours: ['src/core/', 'src/preview/discord/index.ts'],
    packages: [
      'node:crypto',
      'node:fs',
      'node:http',
      'node:net',
      'node:path',
      'node:perf_hooks',
      'node:url',
      'node:util',
      'node:zlib',
      'zod',
    ],
  },
  'src/preview/discord/': {
    ours: ['src/core/'],
    packages: [
      'discord-api-spec',
      'discord-api-types',
      'node:http',
      'node:net',
      'node:perf_hooks',
      'node:stream',
      'ws',
      'zod',
    ],
  },
  'src/app/': { ours: ['src/', 'commands/'], packages: 'any' },
  'src/main.ts': { ours: ['src/app/', 'src/core/', 'src/edge/', 'config/'], packages: 'any' },
};

/** The room of a file of ours; `null` for a package. */
export function roomOf(path: string): string | null {
  const found = Object.keys(rooms).filter((room) => path.startsWith(room));
  return found.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

/** The folder of its room that a file stands in: `src/core/story/`; beside them, the file itself. */
export function folderOf(path: string): string {
  const room = roomOf(path) ?? '';
  const [folder, ...rest] = path.slice(room.length).split('/');
  return rest.length === 0 ? path : `${room}${folder}/`;
}

/** What is wrong with an import, in one sentence; `null` for one that the table allows. */
export function objection({ from, to }: Import): string | null {
  const room = roomOf(from);
  const allowed = room === null ? undefined : rooms[room];
  if (!room || !allowed) return `${from} belongs to no room.`;
  const target = roomOf(to);
  if (target === room) return null;
  if (target === null) {
    if (allowed.packages === 'any' || allowed.packages.includes(to)) return null;
    return `${from} imports ${to}: ${room} may import ${allowed.packages.join(', ')} only.`;
  }
  if (allowed.ours.some((start) => to.startsWith(start))) return null;
  return `${from} imports ${to}: ${room} may import ${allowed.ours.join(', ')} only.`;
}
