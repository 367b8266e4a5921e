import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf } from '../discord/api.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

let here: Visit;
beforeEach(async () => {
  here = await visit();
});
afterEach(() => here.leave());

test('the page shows a person what a bot wrote to them in private, and nobody else', async () => {
  const api = apiOf(here);
  const opened = await api('POST', '/users/@me/channels', { recipient_id: here.reader });
  const channel = String(opened.body['id']);
  const content = 'Your message was removed.';
  const sent = await api('POST', `/channels/${channel}/messages`, { content });
  const reader = await here.listen(here.reader, channel);
  const { directs } = await reader.next('frame');
  expect(directs).toEqual([
    expect.objectContaining({ id: channel, type: 1, last_message_id: sent.body['id'] }),
  ]);
  const { changed } = await reader.next('messages');
  expect(changed?.map((one) => one.content)).toEqual([content]);
  await api('POST', `/channels/${channel}/messages`, { content: 'How to appeal' });
  expect((await reader.next('messages')).changed?.[0]?.content).toBe('How to appeal');
  const moderator = await here.listen(here.moderator, channel);
  expect((await moderator.next('frame')).directs).toEqual([]);
  expect((await moderator.next('messages')).hidden).toBe(true);
  reader.end();
  moderator.end();
});
