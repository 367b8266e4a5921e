import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../src/preview/discord/rest/routes.ts';
import {
  refusedCommands,
  refusedThreadFromMessage,
} from '../../../src/preview/discord/rules/index.ts';
import type { Refused } from '../../../src/preview/discord/rules/index.ts';
import { apiOf } from './api.ts';
import { codesAt, text } from './rules/bodies.ts';
import { limits } from './rules/limits/index.ts';
import {
  answer,
  command,
  create,
  inForum,
  inText,
  inThread,
  post,
  webhook,
} from './rules/limits/judges.ts';
import type { Judge } from './rules/limits/limit.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

/** The same bad bodies as in rules/, by HTTP: the server asks the rules on each of its routes. */

let here: Stage;
const at = { story: '', thread: '', forum: '', answered: '', callback: '' };
let commandsPath = '';

beforeAll(async () => {
  here = await stage({ permissions: ['Administrator'], answerTimeoutMs: 100 });
  const api = apiOf(here);
  const news = `/channels/${here.news}`;
  commandsPath = `/applications/${here.bot.applicationId}/commands`;
  at.forum = here.discord.addChannel(here.guild.id, { name: 'desk', type: 'forum' }).id;
  at.story = String((await api('POST', `${news}/messages`, { content: 'Story' })).body['id']);
  const thread = await api('POST', `${news}/threads`, { name: 'Talk', type: 11 });
  at.thread = String(thread.body['id']);
  await here.client();
  await api('PUT', commandsPath, [{ name: 'health', description: 'Health' }]);
  const stop = here.discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    at.answered = `/webhooks/${here.bot.applicationId}/${String(data['token'])}`;
    const path = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
    void api('POST', path, { type: 4, data: { content: 'Well' } });
  });
  await here.discord.actor(here.reader).at(here.news).run('/health');
  stop();
  here.discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    at.callback = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
  });
  const asked = here.discord.actor(here.reader).at(here.news).run('/health');
  await expect(asked).rejects.toThrow('did not respond');
});
afterAll(async () => here.end());

const places: ReadonlyMap<Judge, () => [string, string]> = new Map([
  [create, () => ['POST', `/channels/${here.news}/messages`]],
  [webhook, () => ['POST', at.answered]],
  [answer, () => ['POST', at.callback]],
  [post, () => ['POST', `/channels/${at.forum}/threads`]],
  [inThread, () => ['PATCH', `/channels/${at.thread}`]],
  [inForum, () => ['PATCH', `/channels/${at.forum}`]],
  [inText, () => ['PATCH', `/channels/${here.news}`]],
  [refusedThreadFromMessage, () => ['POST', `/channels/${here.news}/messages/${at.story}/threads`]],
  [refusedCommands, () => ['PUT', commandsPath]],
  [command, () => ['PUT', commandsPath]],
]);

test('the table has at least sixty invalid bodies', () => {
  expect(limits.flatMap(([, table]) => table).length).toBeGreaterThanOrEqual(60);
});

describe.each(limits)('by HTTP, limits of %s', (_, table) => {
  test.each(table)(
    'by HTTP %s is refused one beyond its limit',
    async (_what, judge, body, _good, bad, place, code) => {
      const [method, path] = places.get(judge)?.() ?? ['', ''];
      const sent = judge === command ? [body(bad)] : body(bad);
      const answered = await apiOf(here)(method, path, sent);
      expect(answered).toMatchObject({ status: 400, body: { code: 50_035 } });
      expect(codesAt(answered.body as unknown as Refused, place)).toEqual([code]);
    },
  );
});

/** One bad body for each route that takes one: the template, the path, the body, the code. */
const bad: [template: string, path: () => string, body: unknown, code?: number][] = [
  ['POST /channels/:channel/messages', () => `/channels/${here.news}/messages`, {}, 50_006],
  [
    'PATCH /channels/:channel/messages/:message',
    () => `/channels/${here.news}/messages/${at.story}`,
    { content: text(2001) },
  ],
  [
    'POST /channels/:channel/messages/:message/threads',
    () => `/channels/${here.news}/messages/${at.story}/threads`,
    {},
  ],
  ['POST /channels/:channel/threads', () => `/channels/${here.news}/threads`, { name: '' }],
  ['PATCH /channels/:channel', () => `/channels/${here.news}`, { name: '' }],
  ['POST /webhooks/:webhook/:token', () => at.answered, { content: 'x', username: 'discord' }],
  [
    'PATCH /webhooks/:webhook/:token/messages/:message',
    () => `${at.answered}/messages/@original`,
    { content: text(2001) },
  ],
  ['POST /interactions/:interaction/:token/callback', () => at.callback, { type: 99 }],
  ['POST /channels/:channel/webhooks', () => `/channels/${here.news}/webhooks`, { name: 'Clyde' }],
  [
    'PATCH /guilds/:guild/members/:user',
    () => `/guilds/${here.guild.id}/members/${here.reader}`,
    { communication_disabled_until: 'soon' },
  ],
  ['POST /users/@me/channels', () => '/users/@me/channels', { recipient_id: 'Ada' }],
  ['PUT /applications/:application/commands', () => commandsPath, [{ name: 'Two Words' }]],
];

test.each(bad)('%s refuses an invalid body', async (template, path, body, code = 50_035) => {
  const [method = ''] = template.split(' ');
  const answered = await apiOf(here)(method, path(), body);
  expect([answered.status, answered.body['code']]).toEqual([400, code]);
});

/** Routes whose method could carry a body, but which take none. */
const bodiless = new Set(['PUT /channels/:channel/messages/pins/:message']);

test('every route that takes a body is in the table', () => {
  const taking = routes
    .filter((route) => ['POST', 'PUT', 'PATCH'].includes(route.method))
    .map((route) => `${route.method} ${route.template}`)
    .filter((name) => !bodiless.has(name));
  expect(bad.map(([template]) => template).sort()).toEqual(taking.sort());
});
