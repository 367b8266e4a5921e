import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commandBodies } from '../../commands/index.ts';
import { ConfigEnvironment } from '../../config/schema.ts';

interface Part {
  type: number;
  name: string;
  options?: Part[];
}

const isSubcommand = ({ type }: Part) => type === 1 || type === 2;

const pages = [
  'README.md',
  'config/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** What a page has between single backquotes. */
const codeOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/(?<!`)`([^`\n]+)`(?!`)/gu)].map(([, code = '']) => code);

/** What is wrong with a command as a page writes it; `null` for one that can be typed. */
function objection(typed: string): string | null {
  const [name = '', ...words] = typed.slice(1).split(' ');
  const command = commandBodies.find((body) => body.name === name) as Part | undefined;
  if (!command) return `there is no /${name}`;
  let options = command.options ?? [];
  const [subcommand] = words;
  if (subcommand !== undefined && options.some(isSubcommand)) {
    const found = options.find((option) => option.name === subcommand);
    if (!found) return `/${name} has no ${subcommand}`;
    options = found.options ?? [];
    words.shift();
  }
  const unknown = words
    .filter((word) => /^[a-z-]+:/u.test(word))
    .map((word) => word.slice(0, word.indexOf(':')))
    .find((option) => !options.some((known) => known.name === option));
  return unknown === undefined ? null : `${typed} has no option ${unknown}`;
}

test.each(pages)('every command in %s can be typed', (page) => {
  const typed = codeOf(page).filter((code) => /^\/[a-z]+(?: |$)/u.test(code));
  const wrong = typed.filter((code) => !/^\/(?:healthz|readyz|metrics|hub)\b/u.test(code));
  expect(wrong.map(objection).filter((problem) => problem !== null)).toEqual([]);
});

test.each(pages)('every link of %s to a file of ours leads there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = '']) => target.replace(/#.*$/u, ''))
    .filter((target) => target !== '' && !/^https?:/u.test(target));
  const missing = links.filter((target) => !existsSync(join(dirname(page), target)));
  expect(missing).toEqual([]);
});

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each(pages)('every link of %s to a heading of ours leads there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/gu)];
  const missing = links.filter(([, target = '', anchor = '']) => {
    const file = target === '' ? page : join(dirname(page), target);
    const headings = readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gmu);
    return ![...headings].some(([, heading = '']) => anchorOf(heading) === anchor);
  });
  expect(missing.map(([link]) => link)).toEqual([]);
});

test.each(pages)('every test and script that %s names is there', (page) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const code = codeOf(page);
  const files = code.filter((text) => /^(?:test|bench|src|config|deploy)\/[^\s<]+$/u.test(text));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const run = code.flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/gu)]);
  expect(run.filter(([, name = '']) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('every variable of the environment is in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const missing = Object.keys(ConfigEnvironment.shape).filter((name) => !readme.includes(name));
  expect(missing).toEqual([]);
});
