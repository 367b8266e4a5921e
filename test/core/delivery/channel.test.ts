import { expect, test } from 'vitest';
import { forumTagIds } from '../../../src/core/delivery/channel.ts';
import { requiredPermissions } from '../../../src/core/delivery/permissions.ts';
import { labelsIn, permissionsIn } from '../../../src/render/index.ts';

const tag = (name: string, at: number) => ({ id: `10000000000000000${at}`, name });
const tags = ['Économie', 'town-hall', 'Sport', 'Sea', 'Sky', 'Bread'].map(tag);
const ids = (...names: string[]) =>
  tags.filter(({ name }) => names.includes(name)).map(({ id }) => id);

test("a story's topics match forum tags without regard to case, accents and hyphens", () => {
  expect(forumTagIds(['ECONOMIE', 'Town Hall', 'Weather'], tags, null)).toEqual(
    ids('Économie', 'town-hall'),
  );
  expect(forumTagIds(['Sports'], tags, null)).toEqual([]);
});

test('a forum post gets at most five different tags', () => {
  const topics = ['sport', 'Sport', 'sea', 'sky', 'bread', 'economie', 'town hall'];
  expect(forumTagIds(topics, tags, null)).toHaveLength(5);
  expect(new Set(forumTagIds(topics, tags, null)).size).toBe(5);
});

test('a story without a matching tag gets the configured tag if that tag exists', () => {
  const [sport = ''] = ids('Sport');
  expect(forumTagIds(['Weather'], tags, sport)).toEqual([sport]);
  expect(forumTagIds(['Sea'], tags, sport)).toEqual(ids('Sea'));
  expect(forumTagIds([], tags, '100000000000000099')).toEqual([]);
});

test('each kind of channel requires only the permissions that the bot uses there', () => {
  expect(permissionsIn(labelsIn('en'), requiredPermissions('text'))).toBe(
    'View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Manage Threads, Manage Messages, Embed Links, Read Message History',
  );
  expect(requiredPermissions('forum')).not.toContain('CreatePublicThreads');
  expect(permissionsIn(labelsIn('en'), requiredPermissions('thread'))).toBe(
    'View Channel, Send Messages in Threads, Embed Links, Read Message History',
  );
});
