import { ActorRefused } from '../discord/index.ts';
import { BadRequest } from './json-body.ts';

/** Discord's stock answers, as its app would put them to a person. */
const words: Readonly<Record<string, string>> = {
  'Missing Access': 'You cannot see that channel.',
  'Missing Permissions': 'You do not have the permission to do that here.',
  'Thread is archived': 'This thread is archived and locked: nobody can write in it.',
  'Thread is locked': 'This thread is locked: only moderators can write in it.',
  'Cannot send an empty message': 'Write something first.',
  'Cannot edit a message authored by another user': 'Only its author can edit a message.',
  'A thread has already been created for this message': 'This message has a thread already.',
  'Unknown Message': 'That message was deleted.',
  'Unknown Channel': 'That channel was deleted.',
};

/** The text for the visitor, and the HTTP status. An unexpected error keeps its own message. */
export function refusalWords(error: unknown): { status: number; words: string } {
  if (error instanceof BadRequest) return { status: error.status, words: error.message };
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof ActorRefused) return { status: 403, words: words[said] ?? said };
  return { status: 500, words: `That went wrong: ${said}` };
}
