import type { Guild, GuildMember, InteractionEditReplyOptions } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { nextCase } from '../../src/newsroom/moderation/case-acts.ts';
import { noSuchCase } from '../../src/newsroom/moderation/ruling-refusals.ts';
import { caseCard } from '../../src/newsroom/outbox/case-card.ts';
import { labelsFor, type Locales, textComponent } from '../../src/render/index.ts';
import type { CommandContext } from '../command.ts';
import { isSenior } from '../permissions.ts';

/** An answer that only the moderator sees, begun already. */
interface Answer extends Locales {
  guildId: string;
  guild: Guild;
  member: GuildMember;
  user: { id: string };
  editReply(answer: InteractionEditReplyOptions): Promise<unknown>;
}

/** Shows a case's card to one person. @throws RequestError without such a case */
export async function showCase(
  answer: Answer,
  { ports }: CommandContext,
  number: number,
): Promise<void> {
  const card = await caseCard(ports.store, answer.guildId, number, { isWhole: true });
  if (!card) throw noSuchCase(number);
  await show(answer, card.components ?? []);
}

/**
 * Claims the next case for a moderator and shows its card. `done` says what was done with the one
 * before; after `skipped` comes the one behind it.
 */
export async function showNext(
  answer: Answer,
  context: CommandContext,
  { done = null, skipped = null }: { done?: string | null; skipped?: number | null },
): Promise<void> {
  const { guildId, user } = answer;
  const { store } = context.ports;
  const senior = await isSenior(answer, context);
  const number = await nextCase(context.ports, { guildId, by: user.id, senior }, skipped);
  const card = number === null ? null : await caseCard(store, guildId, number, { inQueue: true });
  const { flags } = labelsFor(answer);
  const lines = [done ?? '', card ? '' : flags.noneLeft].filter(Boolean);
  await show(answer, [
    ...(lines.length === 0 ? [] : [textComponent(lines.join('\n'))]),
    ...(card?.components ?? []),
  ]);
}

async function show(answer: Answer, components: readonly object[]): Promise<void> {
  await answer.editReply({
    components: [...components] as NonNullable<InteractionEditReplyOptions['components']>,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  });
}
