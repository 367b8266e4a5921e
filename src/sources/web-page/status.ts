import type { CommentPage } from '../../core/discussion/comment.ts';
import { ReadError } from '../../core/errors.ts';
import { documentAt, type SourceAnswer } from '../source.ts';
import { readPage } from './web-page.ts';

/**
 * What the article's page says of the discussion, for a source that reads the comments elsewhere;
 * `{}` when it was not read or is no such page.
 */
export function statusOnPage(
  url: string,
  answers: readonly SourceAnswer[],
): Partial<Pick<CommentPage, 'closed' | 'closingSentence' | 'total'>> {
  try {
    const document = documentAt(url, answers);
    if (document === null) return {};
    const { closed, closingSentence, total } = readPage(document, null);
    return { closed, closingSentence, ...(total !== null && { total }) };
  } catch (error) {
    if (error instanceof ReadError) return {};
    throw error;
  }
}
