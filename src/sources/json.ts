import type { z } from 'zod';
import { ReadError } from '../core/errors.ts';
import { decodeText } from '../text/charset.ts';
import {
  documentAt,
  type FetchedDocument,
  type SourceAnswer,
  type SourceStep,
  unanswered,
} from './source.ts';

/** What fails for good: strangers are not to read this, or there is nothing. */
const refusals = new Set([400, 401, 403, 404, 405, 410, 422, 451, 500, 501]);

/** Strangers are not to read this, or there is nothing: it does not just fail now. */
export function refusesForGood(url: string, answers: readonly SourceAnswer[]): boolean {
  const answer = answers.find((one) => one.url === url);
  return answer?.kind === 'failed' && refusals.has(answer.status ?? 0);
}

/**
 * The JSON that shows whether a source applies: `null` where its server refuses it, or answers with
 * something else. With `isGuess` nothing but the form of an address speaks for the source: then every
 * failure is a refusal, since it must not stand in the way of other sources.
 * @throws ReadError for a pause or a fault of the moment
 */
export function probedJson<T>(
  url: string,
  schema: z.ZodType<T>,
  answers: readonly SourceAnswer[],
  isGuess = false,
): SourceStep<T | null> {
  const ask = unanswered([{ url, format: 'json' }], answers);
  if (ask.length > 0) return { ask };
  const hasFailed = answers.some((answer) => answer.url === url && answer.kind === 'failed');
  if (refusesForGood(url, answers) || (isGuess && hasFailed)) return { done: null };
  const document = documentAt(url, answers);
  try {
    return { done: document && readJson(document, schema, 'The server') };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { done: null };
  }
}

/** A JSON answer of a comment system, by its schema. @throws ReadError that says what came instead */
export function readJson<T>(
  { body, headers }: Pick<FetchedDocument, 'body' | 'headers'>,
  schema: z.ZodType<T>,
  system: string,
): T {
  const text = decodeText(body, headers['content-type'] ?? null);
  const read = checked(parsed(text, system), schema, system);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue && issue.path.length > 0 ? ` at "${issue.path.slice(0, 6).join('.')}"` : '';
  throw new ReadError(
    `${system} answers with other JSON than its interface promises${where}. If its address is right, report this to the developers of Wirethread.`,
    { cause: read.error },
  );
}

/**
 * The entries of a list that the schema can read: one that it cannot is left out, and then the list is
 * not whole.
 */
export function readable<T>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
): { read: T[]; isWhole: boolean } {
  const read = entries.flatMap((entry) => {
    const one = schema.safeParse(entry);
    return one.success ? [one.data] : [];
  });
  return { read, isWhole: read.length === entries.length };
}

function checked<T>(json: unknown, schema: z.ZodType<T>, system: string) {
  try {
    return schema.safeParse(json);
  } catch (error) {
    // zod recurses into a tree of replies: too deep a one ends the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new ReadError(
      `${system} answers with replies that are nested too deeply to be read. Read these comments at their site.`,
      { cause: error },
    );
  }
}

function parsed(text: string, system: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isPage = /^\s{0,100}<(?:!doctype|html|head|body|\?xml)\b/iu.test(text.slice(0, 500));
    throw new ReadError(
      isPage
        ? `${system} answers with a web page, not with its comments. It may be down, or ask for a browser. Check its address.`
        : `${system} answers with something that is no JSON. Check its address.`,
      { cause: error },
    );
  }
}
