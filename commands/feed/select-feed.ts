import {
  ActionRowBuilder,
  type InteractionEditReplyOptions,
  StringSelectMenuBuilder,
} from 'discord.js';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { Snowflake } from '../../src/core/ids.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import type { FoundFeed } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { subscribe, tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import type { FeedDocument } from '../../src/core/story/story.ts';
import { commentTrialLines, newestStory } from './comment-lines.ts';
import {
  durationIn,
  escapeMarkdown,
  intervalIn,
  type Labels,
  labelsFor,
  type Locales,
  requestError,
  truncate,
} from '../../src/render/index.ts';
import type { ComponentHandler, CommandContext } from '../command.ts';
import { requireManager } from '../permissions.ts';
import { ShortMemory } from '../short-memory.ts';

const prefix = 'feed-choice';
const mostOffered = 25;

interface Place {
  guildId: Snowflake;
  channelId: Snowflake;
  settings: SubscriptionSettings;
  takesDiscussions: boolean;
}

/** What a person chooses from. */
interface Offer {
  place: Place;
  feeds: readonly FoundFeed[];
}

/** By the menu's id. */
const offers = new ShortMemory<Offer>(15 * minuteMs);

const offerKey = (id: string) => `${prefix}:${id}`;

/** Subscribes the place to a feed, which is read first if it was not yet. Returns the answer. */
export async function addFeed(
  { ports, signal }: CommandContext,
  found: FoundFeed,
  place: Place,
  person: Locales & { user: { id: string } },
): Promise<InteractionEditReplyOptions> {
  const labels = labelsFor(person);
  const label = labels.feed.add;
  const { url, access } = found;
  const wanted = { ...place, url, ...(access && { access }) };
  const document = found.document ?? (await tryFeed(ports, wanted, signal));
  await subscribe(ports, wanted, person.user.id);
  const { settings, channelId } = place;
  const name = escapeMarkdown(truncate(document.title ?? shownAddress(url), 200));
  return {
    content: [
      label.added({
        name,
        channel: `<#${channelId}>`,
        address: `<${truncate(shownAddress(url), 300)}>`,
      }),
      label.interval({ interval: intervalIn(labels, settings.pollEveryMs) }),
      firstStoriesSentence(settings.firstRun, document.stories.length, labels),
      commentsSentence(place, labels),
      ...(await newestLines(ports, document, place, labels, signal)),
    ].join('\n'),
    components: [],
    allowedMentions: { parse: [] },
  };
}

/** What becomes of its newest story's comments. */
async function newestLines(
  ports: CommandContext['ports'],
  { stories }: FeedDocument,
  { settings: { comments }, takesDiscussions }: Place,
  labels: Labels,
  signal: AbortSignal,
): Promise<string[]> {
  const newest = newestStory(stories);
  if (!newest || !comments.mirror || !takesDiscussions) return [];
  return commentTrialLines(await tryComments(ports, newest, comments, signal), labels);
}

function firstStoriesSentence(firstRun: number, total: number, { feed }: Labels): string {
  const count = Math.min(firstRun, total);
  if (count === 0) return feed.add.firstNone;
  if (total === 1) return feed.add.firstOnly;
  return count === total ? feed.add.firstAll({ count }) : feed.add.firstOf({ count, total });
}

/** A select menu of the feeds that a site offers. */
export function offerFeeds(
  { ports }: CommandContext,
  interaction: Locales & { id: string },
  found: readonly FoundFeed[],
  place: Place,
): InteractionEditReplyOptions {
  const { add } = labelsFor(interaction).feed;
  const id = offerKey(interaction.id);
  const feeds = found.slice(0, mostOffered).map((feed) => ({ ...feed, document: null }));
  offers.save(id, { place, feeds }, ports.clock.now());
  const menu = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(add.placeholders.choose)
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
    content: add.choose({ number: feeds.length, channel: `<#${place.channelId}>` }),
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
    allowedMentions: { parse: [] },
  };
}

export const feedSelectMenu: ComponentHandler = {
  prefix,

  async choose(interaction, context) {
    await interaction.deferUpdate();
    requireManager(interaction);
    const offer = offers.get(interaction.customId, context.ports.clock.now());
    const chosen = offer?.feeds[Number(interaction.values[0])];
    if (!offer || !chosen || offer.place.guildId !== interaction.guildId) {
      throw requestError((labels) => labels.feed.add.choiceExpired);
    }
    await interaction.editReply(await addFeed(context, chosen, offer.place, interaction));
    offers.delete(interaction.customId);
  },
};

function commentsSentence({ settings, takesDiscussions }: Place, labels: Labels): string {
  const { add } = labels.feed;
  const { comments, commentPeriodMs } = settings;
  if (!takesDiscussions) return add.notInThread;
  if (!comments.mirror) return add.notMirrored;
  const closing =
    commentPeriodMs === null
      ? add.neverCloses
      : add.closes({ duration: durationIn(labels, commentPeriodMs) });
  return `${add.mirrored} ${closing}`;
}
