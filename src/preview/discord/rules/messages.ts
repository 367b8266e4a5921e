import type { $ZodType } from 'zod/v4/core';
import { compare, described } from './api-description.ts';
import { checkEmbeds } from './embeds.ts';
import { refusedNotABody } from './body-bounds.ts';
import { badLength, required, tooLong } from './error-messages.ts';
import { checkMentions } from './mentions.ts';
import {
  checkMessageComponents,
  componentsV2,
  legacyField,
  usesComponentsV2,
} from './message-components.ts';
import { isDictionary, isGiven, listAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import { Complaints, emptyMessage } from './refused.ts';
import type { Path, Refused } from './refused.ts';
import { checkUsername } from './usernames.ts';

/** In UTF-16 units; the description says 4000, which only subscribed people have. */
const mostContent = 2000;
const mostNonce = 25;

/** What an edited message is before the edit; lists as their lengths. */
interface ExistingMessage {
  flags: number;
  content: string;
  embeds: number;
  components: number;
  attachments: number;
}

/** The rules that the body of every message shares, wherever the message is in the request. */
export function checkMessage(message: Dictionary, path: Path, complaints: Complaints): void {
  if (textAt(message, 'content').length > mostContent)
    complaints.add([...path, 'content'], tooLong(mostContent));
  checkMessageComponents(message, path, complaints);
  checkEmbeds(message, path, complaints);
  checkMentions(message, path, complaints);
}

/** Whether nothing of the message would be seen. `files` are the uploads that come with it. */
export function isEmptyMessage(message: Dictionary, files = 0): boolean {
  if (usesComponentsV2(message)) return listAt(message, 'components').length === 0;
  return (
    files === 0 &&
    textAt(message, 'content').trim() === '' &&
    ['embeds', 'components', 'attachments', 'sticker_ids'].every(
      (key) => listAt(message, key).length === 0,
    ) &&
    !isGiven(message['poll']) &&
    !isGiven(message['shared_client_theme'])
  );
}

/** Own rules first: where they speak, the description's coarser limit stays silent. */
export function concluded(own: Complaints, schema: $ZodType, body: unknown): Refused | null {
  const plain = new Complaints();
  compare(schema, body, [], plain);
  own.addWhereSilent(plain);
  return own.refused();
}

/** `files` are the uploads in the same multipart request, for a body that does not list them as attachments. */
export function refusedMessageCreate(body: unknown, files = 0): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  checkMessage(body, [], complaints);
  checkNonce(body, complaints);
  return (
    concluded(complaints, described.messageCreate, body) ??
    (isEmptyMessage(body, files) ? emptyMessage : null)
  );
}

function checkNonce(body: Dictionary, complaints: Complaints): void {
  const { nonce } = body;
  if (typeof nonce === 'string' && nonce.length > mostNonce) {
    complaints.add(['nonce'], {
      code: 'NONCE_TYPE_TOO_LONG',
      message: `Must be ${mostNonce} or fewer characters long.`,
    });
  } else if (isGiven(nonce) && typeof nonce !== 'string' && !Number.isSafeInteger(nonce)) {
    complaints.add(['nonce'], {
      code: 'NONCE_TYPE_INVALID_TYPE',
      message: 'This field must be a string or integer.',
    });
  } else if (body['enforce_nonce'] === true && !isGiven(nonce)) {
    complaints.add(['nonce'], required);
  }
}

/**
 * An edit by the bot, of a webhook's message or of an interaction's answer. Components V2 in the body need the flag in
 * the body, also where the message has it already.
 */
export function refusedMessageEdit(
  body: unknown,
  existing: ExistingMessage,
  files = 0,
): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  checkMessage(body, [], complaints);
  checkChangeOfComponents(body, existing, complaints);
  const refused = concluded(complaints, described.messageEdit, body);
  return refused ?? (leavesNothing(body, existing, files) ? emptyMessage : null);
}

function checkChangeOfComponents(
  body: Dictionary,
  existing: ExistingMessage,
  complaints: Complaints,
): void {
  const was = (existing.flags & componentsV2) !== 0;
  const stays = isGiven(body['flags']) ? usesComponentsV2(body) : was;
  if (was && !stays) {
    complaints.add(['flags'], {
      code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      message: 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be removed',
    });
  }
  if (!stays) return;
  for (const field of ['content', 'embeds'] as const) {
    const unchanged =
      body[field] === undefined && !was && existing[field] !== '' && existing[field] !== 0;
    const added =
      !usesComponentsV2(body) && (textAt(body, field) !== '' || listAt(body, field).length > 0);
    if (unchanged || added) complaints.add([field], legacyField(field));
  }
}

function leavesNothing(body: Dictionary, existing: ExistingMessage, files: number): boolean {
  const length = (key: 'embeds' | 'components' | 'attachments'): number =>
    body[key] === undefined ? existing[key] : listAt(body, key).length;
  const content = body['content'] === undefined ? existing.content : textAt(body, 'content');
  return (
    files === 0 &&
    content.trim() === '' &&
    length('embeds') === 0 &&
    length('components') === 0 &&
    length('attachments') === 0
  );
}

/** A message sent through a webhook; `files` as for {@link refusedMessageCreate}. */
export function refusedWebhookExecute(body: unknown, files = 0): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  checkMessage(body, [], complaints);
  checkUsername(body, 'username', complaints);
  if (isGiven(body['thread_name']) && textAt(body, 'thread_name').trim() === '') {
    complaints.add(['thread_name'], badLength(1, 100));
  }
  const refused = concluded(complaints, described.webhookExecute, body);
  return refused ?? (isEmptyMessage(body, files) ? emptyMessage : null);
}
