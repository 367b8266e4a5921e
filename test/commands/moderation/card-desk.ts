import { invitePermissions } from '../../../src/core/delivery/permissions.ts';
import { minuteMs } from '../../../src/core/time/duration.ts';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { anEdition, aStory, threeComments } from '../../support/editions.ts';
import { openNewsroom, type People, reportByButton, words } from '../people.ts';

/** A story with two comments by Ngozi, Sam as a moderator, and Rex, who is to write something rude. */
export async function openDesk(): Promise<{ people: People; rex: Actor }> {
  const people = await openNewsroom({
    edition: anEdition(
      aStory({
        comments: [
          ...threeComments,
          { id: 'c4', at: -20 * minuteMs, author: 'Ngozi', text: 'Let it stand for another.' },
        ],
      }),
    ),
    permissions: [...invitePermissions, 'ModerateMembers'],
  });
  const rex = people.another('Rex');
  const role = people.discord.addRole(people.guildId, { name: 'Stewards' }).id;
  await words(people.owner.run('/settings set', { 'moderator-role': role }));
  people.discord.setMemberRoles(people.guildId, people.moderator, [role]);
  return { people, rex };
}

/** Nia reports the comment that has this text, by its button. */
export async function reported(people: People, text = 'stood for a century'): Promise<void> {
  await reportByButton(people.nia, people.shown(text));
  await people.quiet();
}
