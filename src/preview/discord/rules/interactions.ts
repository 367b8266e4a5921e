import { described } from './api-description.ts';
import { refusedNotABody } from './body-bounds.ts';
import { notAChoice, required } from './error-messages.ts';
import { checkMessage, concluded, isEmptyMessage } from './messages.ts';
import { checkModal } from './modals.ts';
import { isDictionary, isGiven } from './reading.ts';
import { Complaints, emptyMessage } from './refused.ts';
import type { Refused } from './refused.ts';

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const callback = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
  launchActivity: 12,
} as const;

const schemas = new Map([
  [callback.message, described.messageCallback],
  [callback.deferredMessage, described.messageCallback],
  [callback.deferredUpdate, described.updateCallback],
  [callback.update, described.updateCallback],
  [callback.autocomplete, described.autocompleteCallback],
  [callback.modal, described.modalCallback],
] as const);

/**
 * The answer to an interaction. Whether this answer may be given to this interaction, and what an update (type 7)
 * leaves of the message it changes, depends on state that the body does not show.
 */
export function refusedInteractionCallback(body: unknown, files = 0): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const type = Object.values(callback).find((one) => one === body['type']);
  const { data } = body;
  if (type === undefined) {
    complaints.add(
      ['type'],
      isGiven(body['type']) ? notAChoice(Object.values(callback)) : required,
    );
    return complaints.refused();
  }
  if (type === callback.pong || type === callback.launchActivity) return null;
  if (type === callback.message && !isGiven(data)) complaints.add(['data'], required);
  if (isDictionary(data)) {
    if (type === callback.modal) checkModal(data, ['data'], complaints);
    else if (type !== callback.autocomplete) checkMessage(data, ['data'], complaints);
  }
  const schema = schemas.get(type);
  if (!schema) return complaints.refused();
  const refused = concluded(complaints, schema, body);
  if (refused || type !== callback.message || !isDictionary(data)) return refused;
  return isEmptyMessage(data, files) ? emptyMessage : null;
}
