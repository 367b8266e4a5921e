import type { LocalDiscord, Message } from '../../src/preview/discord/index.ts';
import { check } from './check.ts';
import { aged, type Planted, planted } from './planted.ts';
import type { Fault, ShownMessage, TrialRecord } from './record.ts';
import { readShown } from './shown.ts';
import type { Stage } from './stage.ts';

/** What a planted fault came to: `null` when it was found. */
export interface SelfChecked {
  name: string;
  failure: string | null;
}

/** Plants each fault in the local Discord, with the bot's own token, and checks again each time. */
export async function selfCheck(stage: Stage, record: TrialRecord): Promise<SelfChecked[]> {
  const { discord, botUserId, channels, moderatorsChannel } = stage;
  const shown = () => readShown(discord, botUserId, channels, moderatorsChannel);
  const count = (kind: Fault['kind']) =>
    check(record, shown()).filter((fault) => fault.kind === kind).length;
  const results: SelfChecked[] = [];
  for (const one of planted) {
    const messages = one.find(shown(), record);
    const needed = one.act === 'swap' ? 2 : 1;
    if (messages.length < needed) {
      results.push({ name: one.name, failure: 'there is no such message: take more kills' });
      continue;
    }
    const before = count(one.kind);
    await plant(stage, one.act, messages);
    const isFound = count(one.kind) > before;
    results.push({ name: one.name, failure: isFound ? null : 'not found' });
  }
  return results;
}

async function plant(
  { discord, bot, ownerId }: Stage,
  act: Planted['act'],
  [first, second]: readonly ShownMessage[],
): Promise<void> {
  if (!first) return;
  const api = apiOf(`${bot.apiUrl}/v10`, bot.token);
  for (const id of [first.channelId, second?.channelId]) {
    const thread = id === undefined ? null : discord.thread(id);
    if (thread?.thread_metadata.archived) discord.actor(ownerId).unarchiveThread(thread.id);
  }
  const isPost = first.channelId === first.id;
  const address = (message: ShownMessage) =>
    `/channels/${message.channelId}/messages/${message.id}`;
  const body = (message: ShownMessage) => bodyOf(discord, message);
  switch (act) {
    case 'copy': {
      if (!isPost) return api('POST', `/channels/${first.channelId}/messages`, body(first));
      const { parent_id, name } = discord.thread(first.id) ?? { parent_id: '', name: '' };
      return api('POST', `/channels/${parent_id}/threads`, { name, message: body(first) });
    }
    case 'delete':
      return isPost ? discord.faults.deleteThread(first.id) : api('DELETE', address(first));
    case 'swap': {
      if (!second) return;
      const bodies = [body(first), body(second)] as const;
      await api('PATCH', address(first), bodies[1]);
      return api('PATCH', address(second), bodies[0]);
    }
    case 'age':
      return api('PATCH', address(first), JSON.parse(aged(JSON.stringify(body(first)))));
    case 'unlock':
      return api('PATCH', `/channels/${first.channelId}`, { locked: false });
    default:
      return act satisfies never;
  }
}

function bodyOf(discord: LocalDiscord, { channelId, id }: ShownMessage) {
  const message: Message | null = discord.message(channelId, id);
  if (!message) throw new Error(`There is no message ${id} in ${channelId}`);
  const { content, embeds, components, flags } = message;
  const componentsV2 = 1 << 15;
  if (flags & componentsV2) return { components, flags: componentsV2 };
  return { content, embeds, components };
}

function apiOf(base: string, token: string) {
  return async (method: string, path: string, body?: unknown): Promise<void> => {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok) return;
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
}
