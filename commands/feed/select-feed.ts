import {
  ActionRowBuilder,
  type InteractionEditReplyOptions,
  StringSelectMenuBuilder,
} from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { Snowflake } from '../../src/core/ids.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import { durationInWords, intervalInWords, minuteMs } from '../../src/core/time/duration.ts';
import type { FoundFeed } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { subscribe, tryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { tryComments } from '../../src/newsroom/discussions/try-comments.ts';
import type { FeedDocument } from '../../src/core/story/story.ts';
import { commentTrialLines, newestStory } from './comment-lines.ts';
import { escapeMarkdown, truncate } from '../../src/render/index.ts';
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
      ...(await newestLines(ports, document, place, signal)),
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
  signal: AbortSignal,
): Promise<string[]> {
  const newest = newestStory(stories);
  if (!newest || !comments.mirror || !takesDiscussions) return [];
  return commentTrialLines(await tryComments(ports, newest, comments, signal));
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
export function offerFeeds(
  { ports }: CommandContext,
  id: string,
  found: readonly FoundFeed[],
  place: Place,
): InteractionEditReplyOptions {
  const feeds = found.slice(0, mostOffered).map((feed) => ({ ...feed, document: null }));
  offers.save(offerKey(id), { place, feeds }, ports.clock.now());
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
    requireManager(interaction);
    const offer = offers.get(interaction.customId, context.ports.clock.now());
    const chosen = offer?.feeds[Number(interaction.values[0])];
    if (!offer || !chosen || offer.place.guildId !== interaction.guildId) {
      throw new RequestError('This choice has expired. Use `/feed add` again.');
    }
    await interaction.editReply(await addFeed(context, chosen, offer.place, interaction.user.id));
    offers.delete(interaction.customId);
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
