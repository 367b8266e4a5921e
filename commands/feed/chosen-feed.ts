import type { Subscription } from '../../src/core/feed/subscription.ts';
import {
  theOneMeant,
  subscriptionsMeant,
} from '../../src/newsroom/subscriptions/own-subscription.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { channelLabel } from '../options.ts';
import { aboutOption } from '../refusals.ts';

/** "https://example.org/feed.xml in #news", as the list of the command names a feed. */
const labelForm = /^(.{1,2000}?) in (#.{1,60})$/su;

/**
 * The feed of the option `feed`: chosen from the list, or its address or title as it was typed. One
 * that several channels have is the one of this channel, or the one whose channel is typed after it.
 */
export function chosenFeed(
  { guild, channelId, options }: SlashInteraction,
  { ports }: Pick<CommandContext, 'ports'>,
): Promise<Subscription> {
  const typed = options.getString('feed', true).trim();
  const [, address = typed, channel] = labelForm.exec(typed) ?? [];
  const isThere = (one: Subscription) =>
    channel === undefined
      ? one.channelId === channelId
      : channelLabel(guild, one.channelId) === channel;
  return aboutOption('feed', async () => {
    const fitting = await subscriptionsMeant(ports.store, guild.id, address);
    const there = fitting.filter(isThere);
    return theOneMeant(there.length === 1 ? there : fitting, typed);
  });
}
