import {
  ActionRowBuilder,
  type InteractionEditReplyOptions,
  StringSelectMenuBuilder,
} from 'discord.js';
import { z } from 'zod';
import { RequestError } from '../../src/core/errors.ts';
import { FeedAccess } from '../../src/core/feed/feed.ts';
import { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { Snowflake } from '../../src/core/ids.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { durationInWords, intervalInWords, minuteMs } from '../../src/core/time/duration.ts';
import type { FoundFeed } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { subscribe, tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { escapeMarkdown, truncate } from '../../src/render/index.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';

const prefix = 'feed-choice';
/** Discord lets an interaction's answer be changed for 15 minutes. */
const choiceMs = 15 * minuteMs;
const mostOffered = 25;

const Place = z.object({
  guildId: Snowflake,
  channelId: Snowflake,
  settings: SubscriptionSettings,
  takesDiscussions: z.boolean(),
});
type Place = z.infer<typeof Place>;

/** Stored until the person has chosen one of the feeds. */
const Offer = z.object({
  place: Place,
  feeds: z.array(
    z.object({ url: z.string(), title: z.string().nullable(), access: FeedAccess.nullable() }),
  ),
});

const offerKey = (id: string) => `${prefix}:${id}`;

/** Subscribes the place to a feed, which is read first if it was not yet. Returns the answer. */
export async function addFeed(
  { ports, signal }: CommandContext,
  found: FoundFeed,
  place: Place,
  by: string,
): Promise<InteractionEditReplyOptions> {
  const { url, access } = found;
  const wanted = { ...place, url, ...(access && { access }) };
  const document = found.document ?? (await tryFeed(ports, wanted, signal));
  await subscribe(ports, wanted, by);
  const { settings, channelId } = place;
  const name = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  return {
    content: [
      `**${name}** now posts in <#${channelId}>: <${truncate(shownAddress(url), 300)}>.`,
      `Wirethread reads it ${intervalInWords(settings.pollEveryMs)}.`,
      firstStoriesSentence(settings.firstRun, document.stories.length),
      commentsSentence(place),
    ].join('\n'),
    components: [],
    allowedMentions: { parse: [] },
  };
}

function firstStoriesSentence(firstRun: number, total: number): string {
  const first = Math.min(firstRun, total);
  if (first === 0) return 'Its next new story will be the first to be posted.';
  if (total === 1) return 'Its only story is posted now.';
  if (first === total) return `Its ${total} stories are posted now.`;
  return first === 1
    ? `The newest of its ${total} stories is posted now.`
    : `The newest ${first} of its ${total} stories are posted now.`;
}

/** A select menu of the feeds that a site offers. */
export async function offerFeeds(
  { ports }: CommandContext,
  id: string,
  found: readonly FoundFeed[],
  place: Place,
): Promise<InteractionEditReplyOptions> {
  const feeds = found.slice(0, mostOffered);
  const offer: z.infer<typeof Offer> = {
    place,
    feeds: feeds.map(({ url, title, access }) => ({ url, title, access })),
  };
  await ports.store.texts.save(offerKey(id), JSON.stringify(offer), choiceMs);
  const menu = new StringSelectMenuBuilder()
    .setCustomId(offerKey(id))
    .setPlaceholder('Choose a feed')
    .addOptions(
      feeds.map(({ title, url }, index) => {
        const address = shownAddress(url);
        return {
          label: truncate(title ?? address, 100),
          description: truncate(address, 100),
          value: String(index),
        };
      }),
    );
  return {
    content: `This site has ${feeds.length} feeds. Choose the one to post in <#${place.channelId}>.`,
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
    allowedMentions: { parse: [] },
  };
}

export const feedSelectMenu: ComponentHandler = {
  prefix,

  async choose(interaction, context) {
    await interaction.deferUpdate();
    const stored = await context.ports.store.texts.get(interaction.customId);
    const offer = stored === null ? null : Offer.parse(JSON.parse(stored));
    const chosen = offer?.feeds[Number(interaction.values[0])];
    if (!offer || !chosen || offer.place.guildId !== interaction.guildId) {
      throw new RequestError('This choice has expired. Use `/feed add` again.');
    }
    const found = { ...chosen, document: null };
    await interaction.editReply(await addFeed(context, found, offer.place, interaction.user.id));
    await context.ports.store.texts.delete(interaction.customId);
  },
};

function commentsSentence({ settings, takesDiscussions }: Place): string {
  const { comments, commentPeriodMs } = settings;
  if (!takesDiscussions) {
    return 'Comments are not mirrored, because a story in a thread has no thread of its own.';
  }
  if (!comments.mirror) return 'Comments are not mirrored.';
  const closing =
    commentPeriodMs === null
      ? 'Discussions never close.'
      : `Discussions close ${durationInWords(commentPeriodMs)} after publication.`;
  return `Comments are mirrored if the site offers them. ${closing}`;
}
