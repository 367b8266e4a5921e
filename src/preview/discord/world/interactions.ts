import { type APIMessageInteractionMetadata, Locale } from 'discord-api-types/v10';
import type { Access } from './access.ts';
import { accessOrNull } from './access.ts';
import type { DirectAccess } from './direct-messages.ts';
import { directView } from './direct-messages.ts';
import type { Interaction, InteractionKind } from './interaction-model.ts';
import { answerWithinMs, interactionTypes, tokenLifeMs } from './interaction-model.ts';
import type { Application, Fields, Id, Message } from './model.ts';
import { isThread } from './model.ts';
import { permissionSet } from './permission-bits.ts';
import { hasPermission } from './permissions.ts';
import { refusal } from './refusal.ts';
import { memberView, messageView, partialChannel } from './views.ts';
import type { World } from './world.ts';

export interface Use {
  kind: InteractionKind;
  application: Application;
  access: Access | DirectAccess;
  data: Fields;
  source: Message | null;
  commandType: number | null;
  /** What led to a modal that is now submitted. */
  triggering?: Interaction;
}

function newToken(id: Id): string {
  return Buffer.from(`interaction:${id}:${'local-discord-'.repeat(4)}`).toString('base64url');
}

function metadataOf(id: Id, use: Use): APIMessageInteractionMetadata {
  const { access, kind, triggering, source } = use;
  return {
    id,
    type: interactionTypes[kind],
    user: { ...('direct' in access ? access.user : access.member.user) },
    authorizing_integration_owners: { '0': 'direct' in access ? '0' : access.guild.id },
    ...(triggering ? { triggering_interaction_metadata: triggering.metadata } : {}),
    ...(kind === 'component' && source ? { interacted_message_id: source.id } : {}),
    ...(kind === 'command' && typeof use.data['target_id'] === 'string' && use.commandType === 3
      ? { target_message_id: use.data['target_id'] }
      : {}),
  } as APIMessageInteractionMetadata;
}

/** The place where something was used, as the event tells it. */
function placeFields(world: World, { access, application }: Use): Fields {
  if ('direct' in access) {
    return {
      channel_id: access.direct.id,
      channel: directView(world, access.direct),
      user: { ...access.user },
      app_permissions: directPermissions,
      authorizing_integration_owners: { '0': '0' },
      context: 1,
    };
  }
  const { channel, guild, member, bits } = access;
  const bot = accessOrNull(world, application.botUserId, channel.id);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: ['COMMUNITY', 'NEWS'] },
    channel_id: channel.id,
    channel: partialChannel(channel, bits),
    member: { ...memberView(member), permissions: bits.toString() },
    guild_locale: guild.preferred_locale,
    app_permissions: (bot?.bits ?? 0n).toString(),
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
  };
}

/** What anybody may do in a private channel. */
const directPermissions = permissionSet([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
]).toString();

/** Somebody uses a command or a component: the application gets the event and has three seconds. */
export function startInteraction(world: World, use: Use): Interaction {
  const { access, application, kind, source } = use;
  const isDirect = 'direct' in access;
  const guildId = isDirect ? null : access.guild.id;
  const channelId = isDirect ? access.direct.id : access.channel.id;
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: newToken(id),
    kind,
    applicationId: application.id,
    userId: isDirect ? access.user.id : access.member.user.id,
    guildId,
    channelId,
    createdMs: world.now(),
    sourceMessageId: source?.id ?? null,
    commandType: use.commandType,
    metadata: metadataOf(id, use),
    answer: null,
    refused: null,
    originalId: null,
    waiting: false,
  };
  world.interactions.set(id, interaction);
  const data: Fields = {
    id,
    application_id: application.id,
    type: interactionTypes[kind],
    token: interaction.token,
    version: 1,
    data: use.data,
    ...placeFields(world, use),
    locale: world.locales.get(interaction.userId) ?? Locale.EnglishUS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(source ? { message: messageView(world, source, application.botUserId) } : {}),
  };
  world.emit({ name: 'INTERACTION_CREATE', guildId, channelId, data, onlyTo: application.id });
  return interaction;
}

/** The interaction a callback answers. @throws 10062 unknown or after 3 s, 40060 answered */
export function answerable(world: World, id: Id, token: string): Interaction {
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token) throw refusal('unknownInteraction');
  if (interaction.answer) throw refusal('alreadyAcknowledged');
  if (world.now() - interaction.createdMs > answerWithinMs) throw refusal('unknownInteraction');
  return interaction;
}

/** The answered interaction a token belongs to. @throws 10015 unknown, 50027 after 15 minutes */
export function continuable(world: World, applicationId: Id, token: string): Interaction {
  for (const interaction of world.interactions.values()) {
    if (interaction.token !== token || interaction.applicationId !== applicationId) continue;
    if (!interaction.answer) throw refusal('unknownWebhook');
    if (world.now() - interaction.createdMs > tokenLifeMs) throw refusal('invalidWebhookToken');
    return interaction;
  }
  throw refusal('unknownWebhook');
}

/**
 * Where a thread's state refuses an answer (a modal is never refused): a thread both locked and
 * archived takes none, unless the person has Manage Threads; one merely archived takes none that
 * all can see; one merely locked takes those only where the person or the application has Manage
 * Threads.
 * @see https://github.com/discord/discord-api-docs/issues/5517
 * @see https://github.com/discord/discord-api-docs/issues/6884
 * @throws 50083
 */
export function demandAnswerable(world: World, interaction: Interaction, isPublic: boolean): void {
  const channel = world.channels.get(interaction.channelId);
  if (!channel || !isThread(channel)) return;
  const { archived, locked } = channel.thread_metadata;
  const moderates = (userId: Id): boolean => {
    const access = accessOrNull(world, userId, channel.id);
    return access !== null && hasPermission(access.bits, 'ManageThreads');
  };
  const person = moderates(interaction.userId);
  const bot = world.applications.get(interaction.applicationId)?.botUserId ?? '';
  const refused =
    archived && locked ? !person : isPublic && (archived || (locked && !person && !moderates(bot)));
  if (refused) throw refusal('threadArchived');
}
