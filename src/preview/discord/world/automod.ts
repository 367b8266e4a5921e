import type { Access } from './access.ts';
import type { Draft } from './compose.ts';
import { mentionableText } from './mentions.ts';
import type { Id } from './model.ts';
import { holds } from './permissions.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Every text of a draft that AutoMod reads. */
function textsOf(draft: Draft): string {
  const embeds = (draft.embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    embed.author?.name,
    embed.footer?.text,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ]);
  return [mentionableText(draft.content ?? '', draft.components ?? []), ...embeds].join('\n');
}

function blockedIn(world: World, guildId: Id, text: string): string | null {
  const words = world.blockedWords.get(guildId) ?? [];
  const folded = text.toLowerCase();
  return words.find((word) => folded.includes(word)) ?? null;
}

function tell(world: World, where: Access, word: string, content: string): void {
  world.tell({
    name: 'AUTO_MODERATION_ACTION_EXECUTION',
    guildId: where.guild.id,
    channelId: where.channel.id,
    data: {
      guild_id: where.guild.id,
      channel_id: where.channel.id,
      user_id: where.member.user.id,
      action: { type: 1, metadata: {} },
      rule_id: where.guild.id,
      rule_trigger_type: 1,
      content,
      matched_keyword: word,
      matched_content: word,
    },
  });
}

/** Those who manage the server are not moderated; applications are. */
function isExempt(where: Pick<Access, 'bits' | 'member'>): boolean {
  return !where.member.user.bot && holds(where.bits, 'ManageGuild');
}

/** @throws 200000 for a message with a word that the guild blocks */
export function demandCleanMessage(world: World, where: Access, draft: Draft): void {
  if (isExempt(where)) return;
  const text = textsOf(draft);
  const word = blockedIn(world, where.guild.id, text);
  if (word === null) return;
  tell(world, where, word, draft.content ?? '');
  throw refusal('blockedMessage');
}

/** @throws 200001 for a thread's name with such a word */
export function demandCleanTitle(world: World, where: Access, name: string | undefined): void {
  if (name === undefined || isExempt(where)) return;
  const word = blockedIn(world, where.guild.id, name);
  if (word === null) return;
  tell(world, where, word, name);
  throw refusal('blockedTitle');
}

/** As {@link demandCleanMessage}, for a webhook or an answer, which no member sends. */
export function demandCleanText(world: World, guildId: Id, draft: Draft): void {
  if (blockedIn(world, guildId, textsOf(draft)) !== null) throw refusal('blockedMessage');
}
