import { isSnowflake } from './api-description.ts';
import { refusedNotABody } from './body-bounds.ts';
import { badLength, notAList, notANumber, required } from './error-messages.ts';
import { checkDuplicates } from './mentions.ts';
import { isDictionary, isGiven } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Refused } from './refused.ts';

const fewest = 2;
const most = 100;

/** `POST /channels/{id}/messages/bulk-delete`. How old the messages may be is not seen in the body. */
export function refusedBulkDelete(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const { messages } = body;
  if (!isGiven(messages)) complaints.add(['messages'], required);
  else if (!Array.isArray(messages)) complaints.add(['messages'], notAList);
  else if (messages.length < fewest || messages.length > most) {
    complaints.add(['messages'], badLength(fewest, most));
  } else {
    for (const [at, id] of messages.entries()) {
      if (!isSnowflake(id)) complaints.add(['messages', at], notANumber(id, 'snowflake'));
    }
    checkDuplicates(messages, ['messages'], complaints);
  }
  return complaints.refused();
}
