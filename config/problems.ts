import type { z } from 'zod';
import { allowedKeys } from './schema.ts';
import { suggestion } from './suggest.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

const longestShown = 60;

/** Values of these keys are not shown: they may contain a password. */
const secretKey =
  /^(?:DISCORD_TOKEN|DISQUS_API_KEY|GITHUB_TOKEN|REDDIT_CLIENT_(?:ID|SECRET)|CORAL_TOKENS|STORE_KEY|STORE_URL|storeUrl|feeds\[\d+\]\.access(?:\.(?!ignoreCache$)\w+)?)$/;

/** "feeds[0].comments.pollEvery" */
function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** A value for a message: short, and without the user name and password of an address. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  if (value.trim() === '') return 'empty';
  const open = value.replace(/:\/\/[^\s/]*@/, '://…@').replace(/[?#].*$/s, '?…');
  return JSON.stringify(open.length > longestShown ? `${open.slice(0, longestShown)}…` : open);
}

function problem(issue: Issue, root: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = allowedKeys[pathText(issue.path).replaceAll(/\[\d+\]/g, '[]')] ?? [];
    return issue.keys.map(
      (key) => `${pathText([...issue.path, key])} is unknown${suggestion(key, known)}`,
    );
  }
  const key = pathText(issue.path) || 'the whole';
  const value = valueAt(root, issue.path);
  if (value === undefined) return [`${key} is missing: it should be ${issue.message}`];
  const got = secretKey.test(key) ? 'not usable' : shown(value);
  const hint =
    typeof value === 'number' && key.endsWith('Id')
      ? ' (numbers this long are rounded, so it needs the quotes)'
      : '';
  return [`${key} is ${got}: it should be ${issue.message}${hint}`];
}

/** One line per problem that zod found in `root`: the key, its value and what is expected. */
export function problemLines(error: z.ZodError, root: unknown): string[] {
  return error.issues.flatMap((issue) => problem(issue, root));
}

const tokenKey = /token$/i;
/** The form of a Discord bot token: the bot's id in base64, a time, a signature. */
const tokenForm = /[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{25,120}/;
const deepest = 20;

/** The path of a token in a document, found by the name of a key or the form of a value; or `null`. */
export function tokenPath(document: unknown, path: Path = []): string | null {
  if (typeof document === 'string') return tokenForm.test(document) ? pathText(path) : null;
  if (typeof document !== 'object' || document === null || path.length > deepest) return null;
  for (const [key, value] of Object.entries(document)) {
    const step = [...path, Array.isArray(document) ? Number(key) : key];
    const found = tokenKey.test(key) ? pathText(step) : tokenPath(value, step);
    if (found !== null) return found;
  }
  return null;
}
