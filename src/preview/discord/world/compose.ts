import type { APIAttachment } from 'discord-api-types/v10';
import type {
  Component,
  Embed,
  Fields,
  Guild,
  Id,
  Message,
  MessageReference,
  User,
} from './model.ts';
import { messageFlags, messageTypes } from './model.ts';
import { storedComponents } from './components.ts';
import type { AllowedMentions } from './mentions.ts';
import { mentionableText, mentionsIn } from './mentions.ts';
import { type DraftAttachment, pictureSize, uploadedBytes } from './files.ts';
import { discordTime } from './snowflake.ts';
import type { World } from './world.ts';

/** The body of a message as an application or a person hands it in. */
export interface Draft {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  attachments?: DraftAttachment[] | null;
  flags?: number | null;
  tts?: boolean;
  nonce?: string | number;
  enforce_nonce?: boolean;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: {
    type?: number;
    message_id: Id;
    channel_id?: Id;
    fail_if_not_exists?: boolean;
  } | null;
}

const flagsFromSender =
  messageFlags.SuppressEmbeds |
  messageFlags.Ephemeral |
  messageFlags.SuppressNotifications |
  messageFlags.IsComponentsV2;

const embedKeys = [
  'title',
  'description',
  'url',
  'color',
  'timestamp',
  'author',
  'footer',
  'image',
  'thumbnail',
  'fields',
] as const;

function storedEmbed(given: Embed): Embed {
  const embed: Fields = { type: 'rich' };
  for (const key of embedKeys) {
    const value = given[key];
    if (value === undefined || value === null) continue;
    embed[key] = typeof value === 'string' ? value.trim() : value;
  }
  if (given.timestamp) embed['timestamp'] = discordTime(Date.parse(given.timestamp));
  if (given.fields) {
    embed['fields'] = given.fields.map((field) => ({ ...field, inline: field.inline ?? false }));
  }
  for (const key of ['image', 'thumbnail'] as const) {
    const picture = given[key];
    if (picture) embed[key] = { ...picture, proxy_url: picture.url };
  }
  return embed;
}

/** Files as Discord shows them; their bytes are stored beside the messages. */
function storedAttachments(
  given: readonly DraftAttachment[],
  before: readonly APIAttachment[],
  { world: { files, nextId }, channelId }: Pick<Composing, 'world' | 'channelId'>,
): APIAttachment[] {
  return given.map(({ [uploadedBytes]: bytes, ...one }) => {
    const existing = before.find(({ id }) => id === one.id);
    if (existing) return { ...existing, ...one };
    const id = nextId();
    const filename = one.filename ?? 'file';
    const file = bytes ? { bytes, contentType: one.content_type ?? null } : null;
    const url = files.save(channelId, id, filename, file);
    const size = bytes ? pictureSize(bytes) : {};
    return { size: 0, ...size, ...one, id, filename, url, proxy_url: url };
  });
}

export interface Composing {
  world: World;
  /** `null` in a private channel. */
  guild: Guild | null;
  channelId: Id;
  author: User;
  mayMentionAll: boolean;
}

/** A new message made from a draft. It is not posted yet. */
export function composedMessage(
  { world, guild, channelId, author, mayMentionAll }: Composing,
  draft: Draft,
  more: Partial<Message> & { repliedTo?: Message | null } = {},
): Message {
  const { repliedTo, ...rest } = more;
  const content = (draft.content ?? '').trim();
  const components = storedComponents(draft.components ?? [], world.nextId);
  const reference: MessageReference | null = repliedTo
    ? {
        type: 0,
        channel_id: channelId,
        message_id: repliedTo.id,
        ...(guild && { guild_id: guild.id }),
      }
    : null;
  return {
    id: world.nextId(),
    channel_id: channelId,
    type: repliedTo ? messageTypes.Reply : messageTypes.Default,
    author,
    content,
    timestamp: world.time(),
    edited_timestamp: null,
    tts: draft.tts ?? false,
    pinned: false,
    flags: (draft.flags ?? 0) & flagsFromSender,
    ...mentionsIn(
      mentionableText(content, components),
      { guild, users: world.users, mayMentionAll },
      draft.allowed_mentions,
      repliedTo?.author ?? null,
    ),
    attachments: storedAttachments(draft.attachments ?? [], [], { world, channelId }),
    embeds: (draft.embeds ?? []).map(storedEmbed),
    components,
    ...(reference ? { message_reference: reference } : {}),
    ...rest,
  };
}

/** Applies an edit; fields that the draft leaves out stay. Mentions are read again. */
export function applyEdit(
  { world, guild, mayMentionAll }: Omit<Composing, 'author' | 'channelId'>,
  message: Message,
  draft: Draft,
): void {
  if (draft.content !== undefined) message.content = (draft.content ?? '').trim();
  if (draft.embeds !== undefined) message.embeds = (draft.embeds ?? []).map(storedEmbed);
  if (draft.components !== undefined) {
    message.components = storedComponents(draft.components ?? [], world.nextId);
  }
  if (draft.attachments !== undefined) {
    const { attachments, channel_id: channelId } = message;
    const place = { world, channelId };
    message.attachments = storedAttachments(draft.attachments ?? [], attachments, place);
  }
  if (draft.flags !== undefined && draft.flags !== null) {
    const settable = messageFlags.SuppressEmbeds | messageFlags.IsComponentsV2;
    const unchanged = message.flags & ~messageFlags.SuppressEmbeds;
    message.flags = unchanged | (draft.flags & settable);
  }
  Object.assign(
    message,
    mentionsIn(
      mentionableText(message.content, message.components),
      { guild, users: world.users, mayMentionAll },
      draft.allowed_mentions,
      null,
    ),
  );
  const parts = [draft.content, draft.embeds, draft.components, draft.attachments];
  if (parts.some((part) => part !== undefined)) message.edited_timestamp = world.time();
}
