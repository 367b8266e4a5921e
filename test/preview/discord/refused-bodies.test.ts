import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../src/preview/discord/rest/routes.ts';
import {
  refusedBulkDelete,
  refusedCommand,
  refusedCommands,
  refusedThreadFromMessage,
  refusedWebhookCreate,
} from '../../../src/preview/discord/rules/index.ts';
import type { Refused } from '../../../src/preview/discord/rules/index.ts';
import { apiOf } from './api.ts';
import { codesAt, text } from './rules/bodies.ts';
import type { Judge } from './rules/limits.ts';
import {
  answer,
  create,
  inForum,
  inText,
  inThread,
  limits,
  post,
  webhook,
} from './rules/limits.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

/** The same bad bodies as in rules/, by HTTP: the server asks the rules on each of its routes. */

let here: Stage;
const at = { story: '', thread: '', forum: '', hook: '', hookId: '', callback: '', command: '' };
let guildPath = '';
let ownPath = '';

beforeAll(async () => {
  here = await stage({ permissions: ['Administrator'], patienceMs: 100 });
  const api = apiOf(here);
  const news = `/channels/${here.news}`;
  guildPath = `/guilds/${here.guild.id}`;
  ownPath = `/applications/${here.bot.applicationId}`;
  at.forum = here.discord.addChannel(here.guild.id, { name: 'desk', type: 'forum' }).id;
  at.story = String((await api('POST', `${news}/messages`, { content: 'Story' })).body['id']);
  const thread = await api('POST', `${news}/threads`, { name: 'Talk', type: 11 });
  at.thread = String(thread.body['id']);
  const hook = await api('POST', `${news}/webhooks`, { name: 'Ledger desk' });
  at.hookId = String(hook.body['id']);
  at.hook = `/webhooks/${at.hookId}/${String(hook.body['token'])}`;
  await here.client();
  const made = await api('POST', `${ownPath}/commands`, { name: 'health', description: 'Health' });
  at.command = String(made.body['id']);
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
  [webhook, () => ['POST', at.hook]],
  [answer, () => ['POST', at.callback]],
  [post, () => ['POST', `/channels/${at.forum}/threads`]],
  [inThread, () => ['PATCH', `/channels/${at.thread}`]],
  [inForum, () => ['PATCH', `/channels/${at.forum}`]],
  [inText, () => ['PATCH', `/channels/${here.news}`]],
  [refusedThreadFromMessage, () => ['POST', `/channels/${here.news}/messages/${at.story}/threads`]],
  [refusedBulkDelete, () => ['POST', `/channels/${here.news}/messages/bulk-delete`]],
  [refusedWebhookCreate, () => ['POST', `/channels/${here.news}/webhooks`]],
  [refusedCommand, () => ['POST', `${ownPath}/commands`]],
  [refusedCommands, () => ['PUT', `${ownPath}/commands`]],
]);

test('the table holds at least sixty bad bodies', () => {
  expect(limits.flatMap(([, table]) => table).length).toBeGreaterThanOrEqual(60);
});

describe.each(limits)('by HTTP, limits of %s', (_, table) => {
  test.each(table)(
    '%s: one beyond is refused',
    async (_what, judge, body, _good, bad, place, code) => {
      const [method, path] = places.get(judge)?.() ?? ['', ''];
      const answered = await apiOf(here)(method, path, body(bad));
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
    'POST /channels/:channel/messages/bulk-delete',
    () => `/channels/${here.news}/messages/bulk-delete`,
    { messages: [] },
  ],
  [
    'POST /channels/:channel/messages/:message/threads',
    () => `/channels/${here.news}/messages/${at.story}/threads`,
    {},
  ],
  ['POST /channels/:channel/threads', () => `/channels/${here.news}/threads`, { name: '' }],
  ['POST /channels/:channel/webhooks', () => `/channels/${here.news}/webhooks`, { name: 'Clyde' }],
  ['PATCH /channels/:channel', () => `/channels/${here.news}`, { name: '' }],
  [
    'PUT /channels/:channel/permissions/:overwrite',
    () => `/channels/${here.news}/permissions/${here.reader}`,
    { allow: '0' },
  ],
  ['POST /guilds/:guild/channels', () => `${guildPath}/channels`, {}],
  ['POST /guilds/:guild/roles', () => `${guildPath}/roles`, { name: text(101) }],
  [
    'PATCH /guilds/:guild/roles/:role',
    () => `${guildPath}/roles/${here.guild.everyoneRoleId}`,
    { color: -1 },
  ],
  [
    'PATCH /guilds/:guild/members/:user',
    () => `${guildPath}/members/${here.reader}`,
    {
      communication_disabled_until: new Date(1_790_000_000_000 + 28 * 86_400_000 + 1).toISOString(),
    },
  ],
  ['PATCH /guilds/:guild/members/@me', () => `${guildPath}/members/@me`, { nick: text(33) }],
  ['PATCH /webhooks/:webhook', () => `/webhooks/${at.hookId}`, { name: 'a discord' }],
  ['POST /webhooks/:webhook/:token', () => at.hook, { content: 'x', username: 'discord' }],
  ['PATCH /webhooks/:webhook/:token', () => at.hook, { name: text(81) }],
  [
    'PATCH /webhooks/:webhook/:token/messages/:message',
    () => `${at.hook}/messages/${hookMessage}`,
    { content: text(2001) },
  ],
  ['POST /interactions/:interaction/:token/callback', () => at.callback, { type: 99 }],
  ...[() => ownPath, () => `${ownPath}${guildPath}`].flatMap((scope, index): typeof bad => {
    const template = `/applications/:application${index === 0 ? '' : '/guilds/:guild'}/commands`;
    const list = () => `${scope()}/commands`;
    return [
      [`PUT ${template}`, list, [{ name: 'Two Words' }]],
      [`POST ${template}`, list, { name: 'x' }],
      [
        `PATCH ${template}/:command`,
        () => `${list()}/${index === 0 ? at.command : guildCommand}`,
        { name: text(33) },
      ],
    ];
  }),
];

let hookMessage = '';
let guildCommand = '';
beforeAll(async () => {
  const api = apiOf(here);
  const said = await api('POST', `${at.hook}?wait=true`, { content: 'As a desk' });
  hookMessage = String(said.body['id']);
  const path = `${ownPath}${guildPath}/commands`;
  guildCommand = String((await api('POST', path, { name: 'feed', description: 'x' })).body['id']);
});

test.each(bad)('%s refuses a bad body', async (template, path, body, code = 50_035) => {
  const [method = ''] = template.split(' ');
  const answered = await apiOf(here)(method, path(), body);
  expect([answered.status, answered.body['code']]).toEqual([400, code]);
});

/** Routes whose method could carry a body, but which take none. */
const bodiless = new Set([
  'POST /channels/:channel/messages/:message/crosspost',
  'POST /channels/:channel/typing',
  'PUT /channels/:channel/messages/pins/:message',
  'PUT /channels/:channel/pins/:message',
  'PUT /channels/:channel/messages/:message/reactions/:emoji/@me',
  'PUT /channels/:channel/thread-members/:user',
  'PUT /guilds/:guild/members/:user/roles/:role',
  'PUT /guilds/:guild/bans/:user',
  'PUT /applications/:application/guilds/:guild/commands/:command/permissions',
]);

test('every route that takes a body is in the table', () => {
  const taking = routes
    .filter((route) => ['POST', 'PUT', 'PATCH'].includes(route.method))
    .map((route) => `${route.method} ${route.template}`)
    .filter((name) => !bodiless.has(name));
  expect(bad.map(([template]) => template).sort()).toEqual(taking.sort());
});
