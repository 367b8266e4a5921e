import { RequestError } from '../core/errors.ts';
import { type Labels, labelsIn } from './labels/index.ts';

/**
 * A person's request that cannot be carried out, told in the language of the person who asked:
 * `throw requestError((labels) => labels.refusals.expired)`. The log has it in English.
 */
export function requestError(textOf: (labels: Labels) => string, cause?: unknown): RequestError {
  return new RequestError((language) => textOf(labelsIn(language)), { cause });
}
