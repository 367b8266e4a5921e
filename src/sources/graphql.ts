import { z } from 'zod';
import { ReadError } from '../core/errors.ts';
import { shortHash } from '../text/hash.ts';
import { oneLine } from './comment-text.ts';
import { readJson } from './json.ts';
import type { OperatorKey } from './operator-keys.ts';
import type { FetchedDocument, SourceRequest } from './source.ts';

const longestMessage = 200;

/** `data` is `null` where the whole request failed. */
const Answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string().catch('') })).nullish(),
});

/** A GraphQL request (graphql.org/learn/serving-over-http). Always with the newest answer. */
export function graphqlRequest(
  endpoint: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  key: OperatorKey,
): SourceRequest {
  const json = JSON.stringify({ query, variables });
  const url = `${endpoint}#${shortHash(json)}`;
  return { url, format: 'json', key, json, unconditional: true };
}

/**
 * The data of a GraphQL answer. An answer with errors is none: what it lacks could be taken for
 * deleted. @throws ReadError
 */
export function readGraphql<T>(document: FetchedDocument, schema: z.ZodType<T>, system: string): T {
  const Read = Answer.transform(({ data, errors }, context) => {
    const [error] = errors ?? [];
    if (error) {
      const message = oneLine(error.message).slice(0, longestMessage);
      throw new ReadError(`${system} refuses to answer: “${message}”. Check the key for it.`);
    }
    const read = schema.safeParse(data);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    context.addIssue({
      code: 'custom',
      message: 'other data',
      path: ['data', ...(issue?.path ?? [])],
    });
    return z.NEVER;
  });
  return readJson(document, Read, system);
}
