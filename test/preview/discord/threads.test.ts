import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let api: ReturnType<typeof apiOf>;
let story: string;

beforeEach(async () => {
  here = await stage();
  api = apiOf(here);
  const posted = await api('POST', `/channels/${here.news}/messages`, { content: 'Story' });
  story = String(posted.body['id']);
  await api('POST', `/channels/${here.news}/messages/${story}/threads`, { name: 'Talk' });
});
afterEach(async () => here.end());

const codeOf = async (method: string, path: string, body?: unknown) => {
  const answer = await api(method, path, body);
  return answer.status < 300 ? answer.status : answer.body['code'];
};
const state = () => {
  const metadata = here.discord.thread(story)?.thread_metadata;
  return [metadata?.archived, metadata?.locked];
};

test('a bot’s post unarchives an archived thread that is not locked', async () => {
  await api('PATCH', `/channels/${story}`, { archived: true });
  expect(state()).toEqual([true, false]);
  expect(await codeOf('POST', `/channels/${story}/messages`, { content: 'x' })).toBe(200);
  expect(state()).toEqual([false, false]);
});

test('an archived thread allows deletions only, and must be unarchived to be locked', async () => {
  const said = await api('POST', `/channels/${story}/messages`, { content: 'x' });
  const path = `/channels/${story}/messages/${String(said.body['id'])}`;
  await api('PATCH', `/channels/${story}`, { archived: true });
  expect(await codeOf('PATCH', path, { content: 'y' })).toBe(50_083);
  expect(await codeOf('PATCH', `/channels/${story}`, { locked: true })).toBe(50_083);
  expect(await codeOf('PATCH', `/channels/${story}`, { archived: false, locked: true })).toBe(200);
  expect(await codeOf('PATCH', `/channels/${story}`, { archived: true })).toBe(200);
  expect(state()).toEqual([true, true]);
  expect(await codeOf('DELETE', path)).toBe(204);
});

test('a locked thread refuses posts of readers and accepts those of moderators', async () => {
  const moderator = here.discord.actor(here.moderator);
  const reader = here.discord.actor(here.reader);
  const mine = reader.send(story, 'First');
  moderator.lockThread(story);
  expect(() => reader.send(story, 'Second')).toThrow('Thread is locked');
  expect(() => reader.editOwn(mine.id, 'Changed')).toThrow('Thread is locked');
  expect(moderator.send(story, 'Closed').content).toBe('Closed');
  moderator.archiveThread(story);
  expect(() => reader.unarchiveThread(story)).toThrow('Thread is locked');
  moderator.unlockThread(story);
  expect(state()).toEqual([false, false]);
});

test('a moderator can lock a thread that is archived, and it stays archived', () => {
  const moderator = here.discord.actor(here.moderator);
  moderator.archiveThread(story);
  moderator.lockThread(story);
  expect(state()).toEqual([true, true]);
});

test('a reader can unarchive a thread by writing, but can neither lock nor delete it', async () => {
  const reader = here.discord.actor(here.reader);
  await api('PATCH', `/channels/${story}`, { archived: true });
  reader.send(story, 'Still here');
  expect(state()).toEqual([false, false]);
  expect(() => reader.lockThread(story)).toThrow('Missing Permissions');
  expect(() => reader.deleteThread(story)).toThrow('Missing Permissions');
});

test('an idle thread is archived after its auto-archive duration', async () => {
  await api('PATCH', `/channels/${story}`, { auto_archive_duration: 60 });
  here.clock.now += 59 * 60_000;
  await api('GET', '/gateway/bot');
  expect(state()).toEqual([false, false]);
  here.clock.now += 60_000;
  await api('GET', '/gateway/bot');
  expect(state()).toEqual([true, false]);
});

test('a bot needs Manage Threads to lock and Send Messages in Threads to post', async () => {
  here.discord.faults.revokePermissions(here.bot.applicationId, here.guild.id, 'ManageThreads');
  expect(await codeOf('PATCH', `/channels/${story}`, { locked: true })).toBe(50_013);
  here.discord.faults.revokePermissions(
    here.bot.applicationId,
    here.guild.id,
    'SendMessagesInThreads',
  );
  expect(await codeOf('POST', `/channels/${story}/messages`, { content: 'x' })).toBe(50_013);
  expect(here.discord.actor(here.reader).send(story, 'I can').content).toBe('I can');
  here.discord.faults.restorePermissions(
    here.bot.applicationId,
    here.guild.id,
    'SendMessagesInThreads',
  );
  expect(await codeOf('POST', `/channels/${story}/messages`, { content: 'x' })).toBe(200);
});

test('deleting a story leaves its thread, deleting the channel deletes both', async () => {
  await api('DELETE', `/channels/${here.news}/messages/${story}`);
  expect(here.discord.thread(story)?.name).toBe('Talk');
  here.discord.faults.deleteChannel(here.news);
  expect(here.discord.thread(story)).toBeNull();
  expect(await codeOf('POST', `/channels/${story}/messages`, { content: 'x' })).toBe(10_003);
});

test('a thread’s first entry is its story, which cannot be edited or deleted there', async () => {
  const [starter] = here.discord.messages(story);
  expect(starter).toMatchObject({ type: 21, referenced_message: { id: story, content: 'Story' } });
  const path = `/channels/${story}/messages/${starter?.id ?? ''}`;
  expect(await codeOf('PATCH', path, { content: 'x' })).toBe(50_021);
  expect(await codeOf('DELETE', path)).toBe(50_021);
});

test('a forum post is a thread whose first message has its id, and a forum can require a tag', async () => {
  const forum = here.discord.addChannel(here.guild.id, {
    name: 'desk',
    type: 'forum',
    tags: ['local'],
    requireTag: true,
  });
  const message = { content: 'Opening words' };
  const path = `/channels/${forum.id}/threads`;
  expect(await codeOf('POST', path, { name: 'Pier', message })).toBe(40_067);
  const channel = here.discord.channels(here.guild.id).find((one) => one.id === forum.id);
  const tag = channel?.available_tags?.[0]?.id;
  const post = await api('POST', path, { name: 'Pier', message, applied_tags: [tag] });
  const id = String(post.body['id']);
  expect(post.body).toMatchObject({ applied_tags: [tag], message: { id } });
  expect(here.discord.messages(id).map((one) => one.content)).toEqual(['Opening words']);
  expect(await codeOf('POST', `/channels/${forum.id}/messages`, message)).toBe(40_058);
});

test('a thread without a type is private, and hidden from readers', async () => {
  here.discord.setRolePermissions(here.guild.id, here.guild.everyoneRoleId, [
    'ViewChannel',
    'CreatePrivateThreads',
  ]);
  const made = await api('POST', `/channels/${here.news}/threads`, { name: 'Moderators' });
  expect(made.body['type']).toBe(12);
  const reader = here.discord.actor(here.reader);
  expect(() => reader.send(String(made.body['id']), 'x')).toThrow('Missing Access');
});
