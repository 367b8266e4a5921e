import type { AutocompleteInteraction, Guild } from 'discord.js';
import type { Discussion } from '../../src/core/discussion/discussion.ts';
import { DiscussionId } from '../../src/core/ids.ts';
import {
  discussionsByWords,
  hasWords,
  type NamedDiscussion,
} from '../../src/newsroom/discussions/find-by-words.ts';
import { findDiscussion } from '../../src/newsroom/discussions/moderator-override.ts';
import { escapeMarkdown, type Labels, labelsFor, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { channelLabel, choices } from '../options.ts';
import { isModerator, requireModerator } from '../permissions.ts';
import { optionRefused } from '../refusals.ts';

const mostListed = 10;

/**
 * The discussion of the option `story`: chosen from its list, or by words of its headline; without the
 * option, that of this thread.
 * @throws RequestError where there is none or several, and to members who are not moderators of it
 */
export async function chosenDiscussion(
  interaction: SlashInteraction,
  context: CommandContext,
): Promise<Discussion> {
  const { ports } = context;
  const story = interaction.options.getString('story')?.trim();
  if (!story) {
    const { guildId, channelId } = interaction;
    const here = await findDiscussion(ports, guildId, { threadId: channelId });
    await requireModerator(interaction, here.channelId, context);
    return here;
  }
  const listed = await ports.store.discussions.get(DiscussionId.parse(story));
  if (listed?.guildId === interaction.guildId) {
    await requireModerator(interaction, listed.channelId, context);
    return listed;
  }
  const named = await discussionsByWords(ports, interaction.guildId, story);
  const found = await moderated(interaction, named, context);
  const [first, second] = found;
  if (first && !second) return first.discussion;
  const words = escapeMarkdown(truncate(story, 80));
  throw optionRefused('story', (labels) =>
    first
      ? severalText(found, interaction.guild, labels)
      : labels.discussions.choice.noStory({ words }),
  );
}

function severalText(found: readonly NamedDiscussion[], guild: Guild, labels: Labels): string {
  const { severalStories, line, more } = labels.discussions.choice;
  const lines = found.slice(0, mostListed).map(
    ({ headline, discussion: { channelId } }) =>
      `- ${line({
        headline: escapeMarkdown(truncate(headline?.trim() || labels.story.untitled, 100)),
        channel: escapeMarkdown(channelLabel(guild, channelId)),
      })}`,
  );
  const left = found.length - lines.length;
  return [severalStories, ...lines, ...(left > 0 ? [more({ count: left })] : [])].join('\n');
}

/** At most 25 discussions whose headline or channel has the words that are being typed. */
export async function storyChoices(
  interaction: AutocompleteInteraction<'cached'>,
  listed: readonly NamedDiscussion[],
  context: CommandContext,
) {
  const labels = labelsFor(interaction);
  const nameOf = ({ headline, discussion: { channelId } }: NamedDiscussion) =>
    labels.discussions.choice.line({
      headline: truncate(headline?.trim() || labels.story.untitled, 60),
      channel: channelLabel(interaction.guild, channelId),
    });
  const typed = interaction.options.getFocused();
  const fitting = listed.filter((one) =>
    hasWords(
      `${one.headline ?? ''} ${channelLabel(interaction.guild, one.discussion.channelId)}`,
      typed,
    ),
  );
  return choices(
    await moderated(interaction, fitting, context),
    '',
    nameOf,
    ({ discussion: { id } }) => id,
  );
}

/** The discussions in channels where the member is a moderator. */
async function moderated<Listed extends { discussion: Discussion }>(
  interaction: Pick<SlashInteraction, 'guild' | 'guildId' | 'member'>,
  listed: readonly Listed[],
  context: CommandContext,
): Promise<Listed[]> {
  const channelIds = [...new Set(listed.map(({ discussion }) => discussion.channelId))];
  const allowed = new Set<string>();
  for (const channelId of channelIds) {
    if (await isModerator(interaction, channelId, context)) allowed.add(channelId);
  }
  return listed.filter(({ discussion }) => allowed.has(discussion.channelId));
}
