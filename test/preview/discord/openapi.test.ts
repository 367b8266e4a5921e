import { expect, test } from 'vitest';
import { apiOf } from './api.ts';
import {
  checkedAnswer,
  descriptionMissing,
  objectMismatches,
  operationName,
  operationNames,
} from './described/description.ts';
import { stage } from './stage.ts';

/** The objects that the gateway tells as the API answers them. */
const objectsTold: readonly (readonly [RegExp, string])[] = [
  [/^MESSAGE_(CREATE|UPDATE)$/, 'MessageResponse'],
  [/^CHANNEL_(CREATE|UPDATE|DELETE)$/, 'GuildChannelResponse'],
  [/^THREAD_(CREATE|UPDATE)$/, 'ThreadResponse'],
  [/^GUILD_ROLE_(CREATE|UPDATE)$/, 'GuildRoleResponse'],
  [/^GUILD_MEMBER_(ADD|UPDATE)$/, 'GuildMemberResponse'],
];

const why = descriptionMissing ? ` (skipped: ${descriptionMissing})` : '';

test.skipIf(descriptionMissing !== null)(
  `an answer that lacks a field or has a wrong one is noticed${why}`,
  () => {
    const call = { method: 'GET', route: '/users/:user', status: 200 };
    const user = {
      id: '100000000000000001',
      username: 'ada',
      avatar: null,
      discriminator: '0',
      public_flags: 0,
      flags: 0,
      global_name: null,
      primary_guild: null,
    };
    expect(checkedAnswer({ ...call, answer: user })).toEqual([]);
    const { avatar: _, ...bald } = user;
    expect(checkedAnswer({ ...call, answer: bald })).toEqual([
      'GET /users/:user 200.avatar: is missing',
    ]);
    expect(checkedAnswer({ ...call, answer: { ...user, flags: 'none' } })).toHaveLength(1);
    expect(checkedAnswer({ ...call, status: 204, answer: undefined })).toHaveLength(1);
  },
);

test.skipIf(descriptionMissing !== null)(
  `every operation of Discord's description is answered as it demands${why}`,
  async () => {
    const here = await stage({ permissions: ['Administrator'] });
    const answered = new Set<string>();
    here.discord.faults.onCall((call) => {
      if (call.phase === 'after' && (call.status ?? 500) < 300) answered.add(operationName(call));
    });
    const api = apiOf(here);
    const told: string[] = [];
    const heard = new Set<string>();
    here.discord.subscribe(({ name, data }) => {
      const schema = objectsTold.find(([form]) => form.test(name))?.[1];
      if (!schema) return;
      heard.add(schema);
      told.push(...objectMismatches(schema, data['role'] ?? data));
    });
    const { discord, guild, bot } = here;
    const forum = discord.addChannel(guild.id, { name: 'desk', type: 'forum', tags: ['local'] });
    const wire = discord.addChannel(guild.id, { name: 'wire', type: 'announcement' });
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
    const command = await api('POST', `/applications/${bot.applicationId}/commands`, {
      name: 'feed',
      description: 'Feeds',
    });
    const guildCommands = `/applications/${bot.applicationId}/guilds/${guild.id}/commands`;
    const webhook = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Ledger desk' });
    const hook = `/webhooks/${String(webhook.body['id'])}/${String(webhook.body['token'])}`;
    const crossposted = await api('POST', `/channels/${wire.id}/messages`, { content: 'Wire' });
    const executed = await api('POST', `${hook}?wait=true`, { content: 'As a desk' });
    const commands = `/applications/${bot.applicationId}/commands`;
    const made = await api('PUT', guildCommands, [
      { name: 'Flag message', type: 3 },
      { name: 'cases', description: 'Cases' },
    ]);
    const guildCommand = (made.body as unknown as { id: string }[])[1]?.id ?? '';
    const gone = [await api('POST', `/channels/${here.news}/messages`, { content: 'a' })];
    gone.push(await api('POST', `/channels/${here.news}/messages`, { content: 'b' }));
    await here.client();
    discord.subscribe(({ name, data }) => {
      if (name !== 'INTERACTION_CREATE') return;
      const callback = `/interactions/${String(data['id'])}/${String(data['token'])}/callback`;
      void api('POST', `${callback}?with_response=true`, { type: 4, data: { content: 'Well' } });
    });
    const asked = await discord.actor(guild.ownerId).at(here.news).run('/feed');
    expect(asked.message?.content).toBe('Well');
    const second = await api('POST', `/channels/${here.news}/webhooks`, { name: 'Night desk' });
    const calls: [string, string, unknown?][] = [
      ['DELETE', `/webhooks/${String(second.body['id'])}`],
      [
        'POST',
        `/channels/${here.news}/messages/bulk-delete`,
        { messages: gone.map((one) => one.body['id']) },
      ],
      ['GET', '/gateway'],
      ['GET', '/gateway/bot'],
      ['GET', '/users/@me'],
      ['GET', `/users/${here.reader}`],
      ['GET', '/applications/@me'],
      ['GET', '/oauth2/applications/@me'],
      ['GET', `/guilds/${guild.id}?with_counts=true`],
      ['GET', `/guilds/${guild.id}/channels`],
      ['POST', `/guilds/${guild.id}/channels`, { name: 'sport', type: 0, topic: 'Rowing' }],
      ['POST', `/guilds/${guild.id}/roles`, { name: 'Readers' }],
      ['GET', `/guilds/${guild.id}/roles`],
      ['GET', `/guilds/${guild.id}/members/${here.reader}`],
      [
        'PATCH',
        `/guilds/${guild.id}/members/${here.reader}`,
        { communication_disabled_until: new Date(here.clock.now + 60_000).toISOString() },
      ],
      ['PUT', `/channels/${here.news}/messages/${message}/reactions/%F0%9F%91%8D/@me`],
      ['PUT', `/channels/${here.news}/messages/pins/${message}`],
      ['GET', `/channels/${here.news}/messages/pins`],
      ['GET', `/channels/${here.news}/pins`],
      ['POST', `/channels/${here.news}/messages/${message}/threads`, { name: 'Dredging' }],
      ['GET', `/channels/${message}`],
      ['PUT', `/channels/${message}/thread-members/${here.reader}`],
      ['GET', `/channels/${message}/thread-members`],
      ['DELETE', `/channels/${message}/thread-members/${here.reader}`],
      ['GET', `/guilds/${guild.id}/threads/active`],
      ['PATCH', `/channels/${message}`, { archived: true }],
      ['GET', `/channels/${here.news}/threads/archived/public`],
      ['POST', `/channels/${here.news}/threads`, { name: 'Free', type: 11 }],
      ['POST', `/channels/${forum.id}/threads`, { name: 'Post', message: { content: 'Hello' } }],
      ['GET', `/channels/${here.news}/messages?limit=100`],
      ['GET', `/channels/${here.news}/messages/${message}`],
      ['PATCH', `/channels/${here.news}/messages/${message}`, { content: 'Dredging begins' }],
      ['DELETE', `/channels/${here.news}/messages/pins/${message}`],
      ['DELETE', `/channels/${here.news}/messages/${message}/reactions/%F0%9F%91%8D/@me`],
      ['POST', `/channels/${wire.id}/messages/${String(crossposted.body['id'])}/crosspost`],
      ['POST', `/channels/${here.news}/typing`],
      ['GET', `/channels/${forum.id}`],
      ['PATCH', `/channels/${forum.id}`, { topic: 'The desk' }],
      ['PUT', `/channels/${here.news}/permissions/${here.reader}`, { type: 1, deny: '2048' }],
      ['DELETE', `/channels/${here.news}/permissions/${here.reader}`],
      ['GET', `/applications/${bot.applicationId}/commands/${String(command.body['id'])}`],
      ['GET', guildCommands],
      ['POST', guildCommands, { name: 'desk', description: 'The desk' }],
      ['GET', `${guildCommands}/${guildCommand}`],
      ['PATCH', `${guildCommands}/${guildCommand}`, { description: 'Old cases' }],
      ['DELETE', `${guildCommands}/${guildCommand}`],
      ['PUT', guildCommands, []],
      ['GET', commands],
      ['PATCH', `${commands}/${String(command.body['id'])}`, { description: 'All feeds' }],
      ['DELETE', `${commands}/${String(command.body['id'])}`],
      ['PUT', commands, [{ name: 'health', description: 'Health' }]],
      ['GET', `/channels/${here.news}/webhooks`],
      ['GET', `/webhooks/${String(webhook.body['id'])}`],
      ['GET', hook],
      ['GET', `${hook}/messages/${String(executed.body['id'])}`],
      ['PATCH', `${hook}/messages/${String(executed.body['id'])}`, { content: 'As the desk' }],
      ['DELETE', `${hook}/messages/${String(executed.body['id'])}`],
      ['DELETE', hook],
      ['DELETE', `/channels/${here.news}/messages/${message}`],
      ['DELETE', `/channels/${forum.id}`],
    ];
    const failed: string[] = [];
    for (const [method, path, body] of calls) {
      const answer = await api(method, path, body);
      if (answer.status >= 300) failed.push(`${method} ${path} ${JSON.stringify(answer.body)}`);
    }
    expect(failed).toEqual([]);
    expect(operationNames().filter((name) => !answered.has(name))).toEqual([]);
    expect(told).toEqual([]);
    expect([...heard].sort()).toEqual(objectsTold.map(([, schema]) => schema).sort());
    await here.end();
  },
);
