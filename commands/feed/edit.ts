import { PermissionFlagsBits } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import {
  type Edit,
  editSubscription,
  planEdit,
  type Preview,
  previewEdit,
} from '../../src/newsroom/subscriptions/edit-subscription.ts';
import { escapeMarkdown, settingsLines, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { requestedChange } from './edit-change.ts';
import { editOptions } from './edit-options.ts';
import { editSuggestions } from './edit-suggestions.ts';
import { newestComments } from './comment-lines.ts';
import type { FeedSubcommand } from './subcommand.ts';

const longestMessage = 2000;
const longestContentLine = 400;
const mostContentLines = 10;

export const edit: FeedSubcommand = {
  name: 'edit',
  body: editOptions,
  run,
  async autocomplete(interaction, context) {
    // Without a valid feed there is nothing to suggest.
    const suggestions = await editSuggestions(interaction, context).catch((error: unknown) => {
      if (error instanceof RequestError) return [];
      throw error;
    });
    await interaction.respond(suggestions);
  },
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const { options, guildId, user } = interaction;
  const { changed, ...wanted } = requestedChange(interaction);
  const planned = await planEdit(ports, guildId, options.getString('feed', true), wanted, signal);
  const isChange = changed.length > 0 || wanted.moveTo !== null;
  const saves = isChange && options.getBoolean('preview') !== true;
  const edit = saves ? await editSubscription(ports, planned, wanted, changed, user.id) : planned;
  const preview = await previewEdit(ports, edit);
  const comments = changed.includes('comment-selectors')
    ? await newestComments(ports, edit.after, signal)
    : [];
  const result = [
    ...filterLines(preview),
    ...digestLines(edit, preview),
    ...storyLines(preview),
  ].join('\n');
  const settings = [
    heading(edit, saves, changed),
    ...settingLines(edit),
    ...silentRoles(interaction, edit, changed),
    ...comments,
  ].join('\n');
  const room = longestMessage - result.length - 1;
  await interaction.editReply({
    content: `${truncate(settings, room)}\n${result}`.trim(),
    embeds: preview.body?.embeds ?? [],
    components: preview.body?.components ?? [],
    allowedMentions: { parse: [] },
  });
}

function heading({ before, after }: Edit, saves: boolean, changed: readonly string[]): string {
  const address = `<${truncate(shownAddress(after.url), 200)}>`;
  const feed = `${address} in <#${after.channelId}>`;
  if (before.channelId !== after.channelId) {
    const others = changed.length > 0 ? ` Also changed: ${namesOf(changed)}.` : '';
    return saves
      ? `${address} is moved from <#${before.channelId}> to <#${after.channelId}>. Its next stories are posted there. Posted stories and their discussions stay where they are.${others}`
      : `${address} would be moved from <#${before.channelId}> to <#${after.channelId}>. Nothing is saved yet.${others}`;
  }
  if (changed.length === 0) return `${feed}: you gave nothing to change. Its settings are:`;
  const names = namesOf(changed);
  return saves
    ? `${feed}: changed ${names}. This applies from the next story on.`
    : `${feed}: this would change ${names}. Nothing is saved yet.`;
}

const namesOf = (changed: readonly string[]) => changed.map((name) => `\`${name}\``).join(', ');

/** The settings, those that the change affects in bold. */
function settingLines({ before, after, channel }: Edit): string[] {
  const earlier = new Set(settingsLines(before.settings, channel));
  return settingsLines(after.settings, channel).map((line) =>
    earlier.has(line) ? `- ${line}` : `- **${line}**`,
  );
}

/** A warning about roles that Discord would mention without notifying their members. */
function silentRoles(
  { guild }: SlashInteraction,
  { after }: Edit,
  changed: readonly string[],
): string[] {
  const mayMention = guild.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone);
  if (mayMention || !changed.includes('mention-roles')) return [];
  const silent = after.settings.mentionRoleIds.filter(
    (id) => guild.roles.cache.get(id)?.mentionable === false,
  );
  if (silent.length === 0) return [];
  return [
    `⚠️ A mention of ${silent.map((id) => `<@&${id}>`).join(' or ')} notifies nobody. Allow anyone to mention the role in its settings, or give Wirethread the permission to mention all roles.`,
  ];
}

const matchedPart = {
  words: 'its headline or summary contains',
  topics: 'its topics include',
  authors: 'its authors include',
} as const;

function filterLines({ tried, taken, obstacle }: Preview): string[] {
  if (tried === 0 || (taken === tried && !obstacle)) return [];
  const share = tried === 1 ? 'Its only story' : `${taken || 'None'} of its last ${tried} stories`;
  const passing = `${share} ${taken > 1 ? 'pass' : taken === 0 && tried === 1 ? 'does not pass' : 'passes'} the filters.`;
  if (!obstacle) return [passing];
  const { story, reason } = obstacle;
  const headline = escapeMarkdown(truncate(story.story.headline ?? 'Untitled story', 100));
  const why =
    reason.side === 'include'
      ? 'it matches none of the `include` filters'
      : `${matchedPart[reason.part]} “${escapeMarkdown(truncate(reason.entry, 60))}”`;
  return [passing, `The newest story, “${headline}”, is filtered out: ${why}.`];
}

function digestLines({ after }: Edit, { body }: Preview): string[] {
  if (after.settings.digest === null || !body) return [];
  return ['In the digest each story is one line. A story as its own message would be:'];
}

/** The text above the story, and in a forum its tags. */
function storyLines({ body, tried, tags }: Preview): string[] {
  if (!body)
    return tried === 0 ? ['This feed has no story yet, so there is nothing to preview.'] : [];
  const lines = truncate(body.content ?? '', longestContentLine).split('\n');
  return [
    ...(tags
      ? [
          `A forum post ${tags.length === 0 ? 'without a tag' : `tagged ${escapeMarkdown(tags.join(', '))}`}:`,
        ]
      : ['']),
    ...lines
      .filter(Boolean)
      .slice(0, mostContentLines)
      .map((line) => `> ${line}`),
  ];
}
