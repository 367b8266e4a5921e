import type { Subscription } from '../../src/core/feed/subscription.ts';
import { subscriptionMeant } from '../../src/newsroom/subscriptions/own-subscription.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { aboutOption } from '../refusals.ts';

/** The feed of the option `feed`: chosen from the list, or its address or title as it was typed. */
export function chosenFeed(
  { guildId, options }: SlashInteraction,
  { ports }: Pick<CommandContext, 'ports'>,
): Promise<Subscription> {
  const typed = options.getString('feed', true);
  return aboutOption('feed', () => subscriptionMeant(ports.store, guildId, typed));
}
