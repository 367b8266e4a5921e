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
import { durationText, minuteMs } from '../../src/core/time/duration.ts';
import type { FoundFeed } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { subscribe, tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { escapeMarkdown, truncate } from '../../src/render/index.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';

const prefix = 'feed-choice';
/** As long as an interaction's answer can be changed. */
const choiceMs = 15 * minuteMs;
const mostOffered = 25;

const Place = z.object({
  guildId: Snowflake,
  channelId: Snowflake,
  settings: SubscriptionSettings,
  takesDiscussions: z.boolean(),
});
type Place = z.infer<typeof Place>;

/** What was asked for while its feed is being chosen. */
const Offer = z.object({
  place: Place,
  feeds: z.array(
    z.object({ url: z.string(), title: z.string().nullable(), access: FeedAccess.nullable() }),
  ),
});

const offerKey = (id: string) => `${prefix}:${id}`;

/** Adds a feed that was found, reading it first unless that was done; what the person is told. */
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
  const first = Math.min(settings.firstRun, document.stories.length);
  const name = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  return {
    content: [
      `**${name}** goes to <#${channelId}> from now on, read every ${durationText(settings.pollEveryMs)}: <${truncate(shownAddress(url), 300)}>.`,
      first > 0
        ? `Its newest ${first} of ${document.stories.length} stories follow at once.`
        : 'Nothing is posted until its next story.',
      commentsSentence(place),
    ].join('\n'),
    components: [],
    allowedMentions: { parse: [] },
  };
}

/** Lets the person choose among the feeds of a site. */
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
  await ports.store.facts.save(offerKey(id), JSON.stringify(offer), choiceMs);
  const menu = new StringSelectMenuBuilder()
    .setCustomId(offerKey(id))
    .setPlaceholder('Which of its feeds?')
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
    content: `This is a site with ${feeds.length} feeds. Choose the one whose stories go to <#${place.channelId}>.`,
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
    allowedMentions: { parse: [] },
  };
}

export const feedSelectMenu: ComponentHandler = {
  prefix,

  async choose(interaction, context) {
    await interaction.deferUpdate();
    const kept = await context.ports.store.facts.get(interaction.customId);
    const offer = kept === null ? null : Offer.parse(JSON.parse(kept));
    const chosen = offer?.feeds[Number(interaction.values[0])];
    if (!offer || !chosen || offer.place.guildId !== interaction.guildId) {
      throw new RequestError('This choice is over: use `/feed add` again.');
    }
    const found = { ...chosen, document: null };
    await interaction.editReply(await addFeed(context, found, offer.place, interaction.user.id));
    await context.ports.store.facts.delete(interaction.customId);
  },
};

function commentsSentence({ settings, takesDiscussions }: Place): string {
  const { comments, commentPeriodMs } = settings;
  if (!takesDiscussions) {
    return 'Comments are not mirrored: a story in a thread has no thread of its own.';
  }
  if (!comments.mirror) return 'Comments are not mirrored.';
  const until =
    commentPeriodMs === null
      ? 'never close'
      : `close ${durationText(commentPeriodMs)} after publication`;
  return `Comments are mirrored where the site gives them; discussions ${until}.`;
}
