import { described } from './api-description.ts';
import { refusedNotABody } from './body-bounds.ts';
import { alreadyContained, badLength, notAChoice, tooLong } from './error-messages.ts';
import { checkDuplicates } from './mentions.ts';
import { checkMessage, concluded, isEmptyMessage } from './messages.ts';
import { isDictionary, isGiven, listAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import { Complaints, emptyMessage } from './refused.ts';
import type { Refused } from './refused.ts';

/** @see https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const announcement = 5;
const announcementThread = 10;
const threads: ReadonlySet<number> = new Set([10, 11, 12]);
const forums: ReadonlySet<number> = new Set([15, 16]);

const mostName = 100;
const mostTagName = 20;
const mostTopic = 1024;

const tagNamesRepeat: Refused = { status: 400, code: 40061, message: 'Tag names must be unique' };

export function refusedThreadFromMessage(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  checkName(body, complaints);
  return concluded(complaints, described.threadFromMessage, body);
}

/** A thread without a starter message, or a forum's post (`parentType` 15 or 16), which needs a message. */
export function refusedThreadCreate(body: unknown, parentType: number, files = 0): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  checkName(body, complaints);
  if (!forums.has(parentType)) {
    checkThreadType(body, parentType, complaints);
    return concluded(complaints, described.thread, body);
  }
  const { message } = body;
  checkDuplicates(listAt(body, 'applied_tags'), ['applied_tags'], complaints);
  if (isDictionary(message)) checkMessage(message, ['message'], complaints);
  const refused = concluded(complaints, described.forumThread, body);
  return refused ?? (isDictionary(message) && isEmptyMessage(message, files) ? emptyMessage : null);
}

function checkThreadType(body: Dictionary, parentType: number, complaints: Complaints): void {
  const { type } = body;
  if (!isGiven(type)) return;
  const choices = parentType === announcement ? [announcementThread] : [11, 12];
  if (!choices.some((choice) => choice === type)) complaints.add(['type'], notAChoice(choices));
}

/** A change of a channel, or of a thread where `channelType` is 10, 11 or 12. */
export function refusedChannelPatch(body: unknown, channelType: number): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  if (isGiven(body['name'])) checkName(body, complaints);
  checkDuplicates(listAt(body, 'applied_tags'), ['applied_tags'], complaints);
  if (threads.has(channelType)) return concluded(complaints, described.threadPatch, body);
  if (!forums.has(channelType) && textAt(body, 'topic').length > mostTopic) {
    complaints.add(['topic'], tooLong(mostTopic));
  }
  checkTags(body, complaints);
  return (
    concluded(complaints, described.channelPatch, body) ??
    (tagNamesAreUnique(body) ? null : tagNamesRepeat)
  );
}

function checkName(body: Dictionary, complaints: Complaints): void {
  const { name } = body;
  if (typeof name !== 'string') return;
  const length = name.trim().length;
  if (length < 1 || length > mostName) complaints.add(['name'], badLength(1, mostName));
}

function tagsOf(body: Dictionary): [number, Dictionary][] {
  return [...listAt(body, 'available_tags').entries()].flatMap(([at, tag]) =>
    isDictionary(tag) ? [[at, tag]] : [],
  );
}

function checkTags(body: Dictionary, complaints: Complaints): void {
  const ids = new Set<unknown>();
  for (const [at, tag] of tagsOf(body)) {
    const { length } = textAt(tag, 'name').trim();
    if (typeof tag['name'] === 'string' && (length < 1 || length > mostTagName)) {
      complaints.add(['available_tags', at, 'name'], badLength(1, mostTagName));
    }
    if (isGiven(tag['id']) && ids.has(tag['id']))
      complaints.add(['available_tags', at, 'id'], alreadyContained);
    ids.add(tag['id']);
  }
}

function tagNamesAreUnique(body: Dictionary): boolean {
  const names = tagsOf(body).map(([, tag]) => textAt(tag, 'name').trim());
  return new Set(names).size === names.length;
}
