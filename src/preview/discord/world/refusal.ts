import type { Fields } from './model.ts';

/** What Discord refuses with: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const refusals = {
  notFound: [404, 0, '404: Not Found'],
  unauthorized: [401, 0, '401: Unauthorized'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  tooManyWebhooks: [400, 30007, 'Maximum number of webhooks reached (15)'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached for the channel'],
  tooManyCommandCreates: [
    429,
    30034,
    'Max number of daily application command creates has been reached',
  ],
  tooManyPinnedPosts: [
    400,
    30047,
    'Maximum number of pinned threads in a forum channel has been reached',
  ],
  tooLarge: [413, 40005, 'Request entity too large'],
  forumTakesNoMessage: [400, 40058, 'Cannot send a message in a forum channel'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  cannotSendToUser: [403, 50007, 'Cannot send messages to this user'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  directAction: [403, 50003, 'Cannot execute action on a DM channel'],
  notAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadArchived: [403, 50083, 'Thread is archived'],
  replyNeedsHistory: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [403, 160005, 'Thread is locked'],
  webhookNeedsThread: [
    400,
    220001,
    'Webhooks posted to forum channels must have a thread_name or thread_id',
  ],
  webhookOpensNoThread: [400, 220003, 'Webhooks can only create threads in forum channels'],
  tooManyThreads: [400, 160006, 'Maximum number of active threads reached'],
  tooManyAnnouncementThreads: [
    400,
    160007,
    'Maximum number of active announcement threads reached',
  ],
} as const satisfies Record<string, readonly [number, number, string]>;

export type RefusalName = keyof typeof refusals;

/** A refusal in Discord's words: becomes the answer to a REST call, or an actor's refusal. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;
  readonly extra: Fields;

  constructor(status: number, code: number, message: string, errors?: object, extra: Fields = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.extra = extra;
  }
}

/** The refusal Discord has for this case; `throw` it. */
export function refusal(name: RefusalName, errors?: object): Refusal {
  const [status, code, message] = refusals[name];
  return new Refusal(status, code, message, errors);
}

/** 50035 with one field's error, in the nested form of Discord's error objects. */
export function invalidField(field: string, code: string, message: string): Refusal {
  return refusal('invalidForm', { [field]: { _errors: [{ code, message }] } });
}
