import { expect, test } from 'vitest';
import { routes } from '../../../src/preview/discord/rest/routes.ts';
import { apiOf } from './api.ts';
import {
  checkedAnswer,
  objectMismatches,
  isDescribed,
  operationName,
} from './described/description.ts';
import { stage } from './stage.ts';

/** The objects in gateway events that the description has as answers. */
const objectsInEvents: readonly (readonly [RegExp, string])[] = [
  [/^MESSAGE_(CREATE|UPDATE)$/, 'MessageResponse'],
  [/^CHANNEL_(CREATE|UPDATE|DELETE)$/, 'GuildChannelResponse'],
  [/^THREAD_(CREATE|UPDATE)$/, 'ThreadResponse'],
  [/^GUILD_ROLE_(CREATE|UPDATE)$/, 'GuildRoleResponse'],
  [/^GUILD_MEMBER_(ADD|UPDATE)$/, 'GuildMemberResponse'],
];

test('an answer that lacks a field, has a wrong one or is not described is a mismatch', () => {
  const call = { method: 'GET', route: '/channels/:channel/thread-members/:user', status: 200 };
  const member = {
    id: '100000000000000001',
    user_id: '100000000000000002',
    join_timestamp: '2026-09-21T14:14:20.000000+00:00',
    flags: 1,
  };
  expect(checkedAnswer({ ...call, answer: member })).toEqual([]);
  const { user_id: _, ...lacking } = member;
  expect(checkedAnswer({ ...call, answer: lacking })).toEqual([
    expect.stringMatching(/^GET \/channels\/:channel\/thread-members\/:user 200\.user_id: /),
  ]);
  const wrong = [{ flags: 'none' }, { id: 'first' }, { join_timestamp: 'yesterday' }];
  for (const field of wrong)
    expect(checkedAnswer({ ...call, answer: { ...member, ...field } })).toHaveLength(1);
  expect(checkedAnswer({ ...call, status: 204, answer: undefined })).toHaveLength(1);
  expect(checkedAnswer({ ...call, route: '/nowhere', answer: {} })).toHaveLength(1);
  expect(checkedAnswer({ ...call, status: 404, answer: {} })).toBeNull();
});

test('Discord describes every route of the local Discord', () => {
  const missing = routes.filter(
    ({ method, template }) => !isDescribed({ method, route: template }),
  );
  expect(missing.map(({ template }) => template)).toEqual([]);
});

test('every answer and every object in an event matches Discord’s API description', async () => {
  const here = await stage({ permissions: ['Administrator'] });
  const { discord, guild, bot } = here;
  const answered = new Set<string>();
  const mismatches: string[] = [];
  discord.faults.onCall((call) => {
    if (call.phase !== 'after' || (call.status ?? 500) >= 300) return;
    answered.add(operationName(call));
    mismatches.push(...(checkedAnswer(call) ?? []));
  });
  const api = apiOf(here);
  const seen = new Set<string>();
  discord.subscribe(({ name, data }) => {
    const object = objectsInEvents.find(([form]) => form.test(name))?.[1];
    if (!object) return;
    seen.add(object);
    mismatches.push(...objectMismatches(object, data['role'] ?? data));
  });
  const forum = discord.addChannel(guild.id, { name: 'desk', type: 'forum', tags: ['local'] });
  discord.addRole(guild.id, { name: 'Readers' });
  discord.addMember(guild.id, { name: 'Ida' });
  const post = await api('POST', `/channels/${here.news}/messages`, {
    content: 'Harbour dredging begins',
    embeds: [
      {
        title: 'Dredging',
        fields: [{ name: 'Desk', value: 'Harbour' }],
        image: { url: 'https://ledger.example/a.jpg', description: 'A dredger' },
        footer: { text: 'The Harbour Ledger' },
        timestamp: '2026-09-01T10:00:00.000Z',
      },
    ],
    components: [
      { type: 1, components: [{ type: 2, style: 2, custom_id: 'flag', label: 'Flag' }] },
      {
        type: 1,
        components: [{ type: 3, custom_id: 'why', options: [{ label: 'Spam', value: 'spam' }] }],
      },
    ],
  });
  const message = String(post.body['id']);
  const v2 = await api('POST', `/channels/${here.news}/messages`, {
    flags: 1 << 15,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: 'Older comments' },
          { type: 14 },
          {
            type: 9,
            components: [{ type: 10, content: 'Case 12' }],
            accessory: { type: 11, media: { url: 'https://ledger.example/b.jpg' } },
          },
          { type: 12, items: [{ media: { url: 'https://ledger.example/c.jpg' } }] },
        ],
      },
    ],
  });
  expect([post.status, v2.status]).toEqual([200, 200]);
  const reply = await api('POST', `/channels/${here.news}/messages`, {
    content: 'Update',
    message_reference: { message_id: message },
  });
  expect(reply.body['referenced_message']).toMatchObject({ id: message });
  const news = `/channels/${here.news}`;
  const made = (await api('POST', `${news}/webhooks`, { name: 'Comments' })).body;
  const hook = `/webhooks/${String(made['id'])}/${String(made['token'])}`;
  const hooked = (await api('POST', `${hook}?wait=true`, { content: 'First' })).body;
  const hookMessage = `${hook}/messages/${String(hooked['id'])}`;
  let followUps = '';
  await here.client();
  discord.subscribe(({ name, data }) => {
    if (name !== 'INTERACTION_CREATE') return;
    const callback = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
    followUps = `/webhooks/${bot.applicationId}/${String(data['token'])}`;
    void api('POST', `${callback}?with_response=true`, { type: 4, data: { content: 'Well' } });
  });
  await api('PUT', `/applications/${bot.applicationId}/commands`, [
    { name: 'feed', description: 'Feeds' },
    { name: 'Flag message', type: 3 },
  ]);
  const asked = await discord.actor(guild.ownerId).at(here.news).run('/feed');
  expect(asked.message?.content).toBe('Well');
  const calls: [string, string, unknown?][] = [
    ['GET', '/gateway/bot'],
    ['GET', '/users/@me'],
    ['GET', '/applications/@me'],
    ['GET', `/guilds/${guild.id}`],
    ['GET', `/guilds/${guild.id}/channels`],
    ['POST', followUps, { content: 'More' }],
    ['PATCH', `${followUps}/messages/@original`, { content: 'Very well' }],
    ['PUT', `${news}/messages/pins/${message}`],
    ['POST', `${news}/messages/${message}/threads`, { name: 'Dredging' }],
    ['GET', `/channels/${message}`],
    ['GET', `/channels/${message}/thread-members/${bot.botUserId}`],
    ['GET', `/guilds/${guild.id}/threads/active`],
    ['PATCH', `/channels/${message}`, { archived: true }],
    ['GET', `${news}/threads/archived/public`],
    ['POST', `${news}/threads`, { name: 'Free', type: 11 }],
    ['POST', `/channels/${forum.id}/threads`, { name: 'Post', message: { content: 'Hello' } }],
    ['GET', `${news}/messages?limit=100`],
    ['GET', `${news}/messages/${message}`],
    ['PATCH', `${news}/messages/${message}`, { content: 'Dredging begins' }],
    ['GET', `/channels/${forum.id}`],
    ['PATCH', `/channels/${forum.id}`, { topic: 'The desk' }],
    ['GET', `${news}/webhooks`],
    ['POST', `${hook}?wait=true`, { content: 'At last', username: 'Ida · Ledger' }],
    ['DELETE', `${news}/messages/${message}`],
    ['GET', `/guilds/${guild.id}/members/${here.reader}`],
    [
      'PATCH',
      `/guilds/${guild.id}/members/${here.reader}`,
      { communication_disabled_until: new Date(here.clock.now + 3_600_000).toISOString() },
    ],
    ['POST', '/users/@me/channels', { recipient_id: here.reader }],
    ['PATCH', hookMessage, { content: 'Corrected' }],
    ['GET', hookMessage],
    ['DELETE', hookMessage],
    ['DELETE', `/webhooks/${String(made['id'])}`],
  ];
  const failed: string[] = [];
  for (const [method, path, body] of calls) {
    const given = await api(method, path, body);
    if (given.status >= 300) failed.push(`${method} ${path} ${JSON.stringify(given.body)}`);
  }
  expect(failed).toEqual([]);
  const names = routes.map(({ method, template }) => operationName({ method, route: template }));
  expect(names.filter((name) => !answered.has(name))).toEqual([]);
  expect(mismatches).toEqual([]);
  expect([...seen].sort()).toEqual(objectsInEvents.map(([, object]) => object).sort());
  await here.end();
});
