import type { MessageBody, Persona } from '../../core/delivery/message-body.ts';
import { DiscordRefusal } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import type { Attempt } from './attempt.ts';
import { missingPermissions } from './pause-channel.ts';

// Discord's error codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const tooManyWebhooks = 30007;
const unknownWebhook = 10015;
const wrongWebhookToken = 50027;
const threadLocked = 160005;

/** A message in Discord, and the webhook that posted it. */
export interface Posted {
  id: Snowflake;
  webhookId?: Snowflake | undefined;
}

/**
 * Posts a message under a commenter's name and picture. `null` when Discord refuses that and the bot
 * posts it in its own name: webhooks are not allowed there, the thread is locked, or the name or the
 * picture is refused. Moderators get one alert when they can do something about it.
 */
export async function postPersona(
  { ports, delivery, channelId, signal }: Attempt,
  persona: Persona,
  body: MessageBody,
): Promise<Posted | null> {
  const parentId = await ports.discord.parentChannel(channelId, signal);
  try {
    const { id, webhookId } = await ports.discord.postAs(channelId, persona, body, signal);
    if (parentId !== null) await endRefusal(ports, parentId);
    return { id, webhookId };
  } catch (error) {
    if (signal.aborted || !(error instanceof DiscordRefusal)) throw error;
    const { code, kind } = error;
    if (code !== missingPermissions && code !== threadLocked && kind !== 'message') throw error;
    ports.log.info({ channelId, code }, 'persona.refused');
    const needsHelp = code === missingPermissions || code === tooManyWebhooks;
    if (needsHelp && parentId !== null) {
      const remedy = code === tooManyWebhooks ? 'delete-webhooks' : 'give-permission';
      await alertRefusal(ports, { guildId: delivery.guildId, channelId: parentId, remedy });
    }
    return null;
  }
}

/** Since when a channel refuses webhooks; it is stored so that moderators get one alert. */
const refusalKey = (channelId: Snowflake) => `personas-refused:${channelId}`;

async function alertRefusal(
  { store, clock }: Ports,
  refusal: {
    guildId: Snowflake;
    channelId: Snowflake;
    remedy: 'give-permission' | 'delete-webhooks';
  },
): Promise<void> {
  const { guildId, channelId, remedy } = refusal;
  const now = clock.now();
  await store.transaction(async (ledger) => {
    const key = refusalKey(channelId);
    if ((await ledger.texts.get(key)) !== null) return;
    await ledger.texts.save(key, String(now));
    const alert = { kind: 'personas-refused', channelId, remedy } as const;
    await alertModerators(ledger, guildId, `personas:${channelId}:${now}`, alert, now);
  });
}

async function endRefusal({ store }: Ports, channelId: Snowflake): Promise<void> {
  const key = refusalKey(channelId);
  if ((await store.texts.get(key)) !== null) await store.texts.delete(key);
}

/**
 * Whether nobody can edit a webhook's message any more: its webhook was deleted, the bot may not use
 * it, or the thread is locked, where only the bot writes.
 */
export function isUneditable(error: unknown): boolean {
  const codes = [unknownWebhook, wrongWebhookToken, missingPermissions, threadLocked];
  return error instanceof DiscordRefusal && codes.includes(error.code);
}

/** Whether something was refused because its thread is locked or archived. */
export function isThreadShut(error: unknown): boolean {
  return (
    error instanceof DiscordRefusal && (error.code === threadLocked || error.kind === 'archived')
  );
}

/** Edits a message as whoever posted it. */
export async function editPosted(
  { discord }: Ports,
  channelId: Snowflake,
  { id, webhookId }: Posted,
  body: MessageBody,
  signal: AbortSignal,
): Promise<void> {
  if (webhookId === undefined) return discord.edit(channelId, id, body, signal);
  return discord.editAs({ threadId: channelId, webhookId, id }, body, signal);
}

/** Deletes a message, whoever posted it. */
export async function deletePosted(
  { discord }: Ports,
  channelId: Snowflake,
  { id, webhookId }: Posted,
  reason: string,
  signal: AbortSignal,
): Promise<void> {
  if (webhookId === undefined) return discord.delete(channelId, id, reason, signal);
  return discord.deleteAs({ threadId: channelId, webhookId, id }, reason, signal);
}
