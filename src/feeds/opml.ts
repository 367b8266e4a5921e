import { Parser } from 'htmlparser2';
import { ReadError } from '../core/errors.ts';

/** A feed in an OPML list. */
export interface ListedFeed {
  /** As written in the list. */
  url: string;
  title: string | null;
  /** The names of the outlines around it, outermost first. */
  folders: string[];
}

const deepest = 50;
const mostOutlines = 10_000;
const longestName = 200;

/**
 * The feeds of an OPML 1.0 or 2.0 document, well-formed or not, in its order and with repetitions.
 * @throws ReadError when it is no OPML, declares entities, or is far larger than any reader's list
 */
export function readOpml(text: string): ListedFeed[] {
  if (/<!ENTITY\s/i.test(text.slice(0, 100_000))) {
    throw new ReadError(
      'This list declares entities of its own, which no list of feeds needs: export it again from your feed reader.',
    );
  }
  const feeds: ListedFeed[] = [];
  const around: (string | null)[] = [];
  let isOpml = false;
  let outlines = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > deepest) throw tooLarge();
        if (name === 'opml') isOpml = true;
        if (name !== 'outline') return;
        outlines += 1;
        if (outlines > mostOutlines) throw tooLarge();
        const url = (attributes['xmlurl'] ?? attributes['url'] ?? '').trim();
        const title = nameOf(attributes['title']) ?? nameOf(attributes['text']);
        const isFeed = url !== '' && (attributes['xmlurl'] !== undefined || isFeedType(attributes));
        if (isFeed) feeds.push({ url, title, folders: around.filter((one) => one !== null) });
        around.push(isFeed ? null : title);
      },
      onclosetag(name) {
        depth -= 1;
        if (name === 'outline') around.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  if (!isOpml && feeds.length === 0) {
    throw new ReadError(
      'This file is no OPML list of feeds. Export one from your feed reader; its name often ends in .opml or .xml.',
    );
  }
  return feeds;
}

function isFeedType({ type = '' }: Readonly<Record<string, string>>): boolean {
  return /^(?:rss|atom|feed)$/i.test(type.trim());
}

function nameOf(written: string | undefined): string | null {
  const name = written?.replaceAll(/\s+/g, ' ').trim().slice(0, longestName) ?? '';
  return name === '' ? null : name;
}

function tooLarge(): ReadError {
  return new ReadError(
    `This list has more than ${mostOutlines} entries, or folders within folders over ${deepest} deep: split it, then import the parts.`,
  );
}

/** An OPML 2.0 document of feeds, each folder once, in the order given. `date` is an HTTP date. */
export function writeOpml(title: string, date: string, feeds: readonly ListedFeed[]): string {
  const folders = new Map<string, ListedFeed[]>();
  for (const feed of feeds) {
    const folder = feed.folders.join(' / ');
    const inside = folders.get(folder);
    if (inside) inside.push(feed);
    else folders.set(folder, [feed]);
  }
  const outlines = [...folders].map(([folder, inside]) => {
    const lines = inside.map(outline);
    if (folder === '') return lines.join('\n');
    const name = escaped(folder);
    return `    <outline text="${name}" title="${name}">\n${lines.map((line) => `  ${line}`).join('\n')}\n    </outline>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(title)}</title>
    <dateCreated>${escaped(date)}</dateCreated>
  </head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`;
}

function outline({ url, title }: ListedFeed): string {
  const name = escaped(title ?? url);
  return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url)}"/>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
