import { alreadyContained } from './error-messages.ts';
import { isDictionary, listAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

/** `allowed_mentions`: a kind is either parsed or listed by id, and no list names an entry twice. */
export function checkMentions(body: Dictionary, path: Path, complaints: Complaints): void {
  const mentions = body['allowed_mentions'];
  if (!isDictionary(mentions)) return;
  const here = [...path, 'allowed_mentions'];
  const parsed = listAt(mentions, 'parse');
  for (const kind of ['users', 'roles']) {
    if (parsed.includes(kind) && listAt(mentions, kind).length > 0) {
      complaints.add(here, {
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      });
    }
  }
  for (const key of ['parse', 'users', 'roles'])
    checkDuplicates(listAt(mentions, key), [...here, key], complaints);
}

/** Adds an error for each repeated entry. */
export function checkDuplicates(
  list: readonly unknown[],
  path: Path,
  complaints: Complaints,
): void {
  const seen = new Set<unknown>();
  for (const [at, entry] of list.entries()) {
    if (seen.has(entry)) complaints.add([...path, at], alreadyContained);
    seen.add(entry);
  }
}
