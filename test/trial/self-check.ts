import { z } from 'zod';
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
  const faults = (kind: Fault['kind']) =>
    new Set(
      check(record, shown())
        .filter((fault) => fault.kind === kind)
        .map((fault) => JSON.stringify(fault)),
    );
  const results: SelfChecked[] = [];
  for (const one of planted) {
    const messages = one.find(shown(), record);
    const needed = one.act === 'swap' ? 2 : 1;
    if (messages.length < needed) {
      results.push({ name: one.name, failure: 'there is no such message: take more kills' });
      continue;
    }
    const before = faults(one.kind);
    const undo = await plant(stage, one.act, messages);
    const isFound = [...faults(one.kind)].some((fault) => !before.has(fault));
    await undo();
    results.push({ name: one.name, failure: isFound ? null : 'not found' });
  }
  return results;
}

/** Returns what takes it back; a deletion stays. */
async function plant(
  { discord, bot, ownerId }: Stage,
  act: Planted['act'],
  [first, second = first]: readonly ShownMessage[],
): Promise<() => Promise<unknown>> {
  if (!first || !second) throw new Error('There is no message to plant a fault in');
  const api = apiOf(`${bot.apiUrl}/v10`, bot.token);
  for (const { channelId } of [first, second]) {
    if (discord.thread(channelId)?.thread_metadata.archived) {
      discord.actor(ownerId).unarchiveThread(channelId);
    }
  }
  const isPost = first.channelId === first.id;
  const address = ({ channelId, id }: ShownMessage) => `/channels/${channelId}/messages/${id}`;
  const [before, other] = [bodyOf(discord, first), bodyOf(discord, second)];
  switch (act) {
    case 'copy': {
      const forum = discord.thread(first.id);
      if (isPost && forum) {
        const post = { name: forum.name, message: before };
        const { id } = await api('POST', `/channels/${forum.parent_id}/threads`, post);
        return async () => discord.faults.deleteThread(id);
      }
      const { id } = await api('POST', `/channels/${first.channelId}/messages`, before);
      return () => api('DELETE', address({ ...first, id }));
    }
    case 'delete':
      if (isPost) discord.faults.deleteThread(first.id);
      else await api('DELETE', address(first));
      return async () => {};
    case 'swap':
      await api('PATCH', address(first), other);
      await api('PATCH', address(second), before);
      return async () => {
        await api('PATCH', address(first), before);
        await api('PATCH', address(second), other);
      };
    case 'age':
      await api('PATCH', address(first), agedBody(before));
      return () => api('PATCH', address(first), before);
    case 'unlock':
      await api('PATCH', `/channels/${first.channelId}`, { locked: false });
      return () => api('PATCH', `/channels/${first.channelId}`, { locked: true });
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

/** Every text of a body with old versions in its marks. */
function agedBody(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (_, part: unknown) =>
    typeof part === 'string' ? aged(part) : part,
  );
}

function apiOf(base: string, token: string) {
  return async (method: string, path: string, body?: unknown): Promise<{ id: string }> => {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return z
      .object({ id: z.string() })
      .catch({ id: '' })
      .parse(text && JSON.parse(text));
  };
}
