import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Guild,
  PermissionFlagsBits,
} from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import {
  type Edit,
  editSubscription,
  planEdit,
  type Preview,
  previewEdit,
  type WantedEdit,
} from '../../src/newsroom/subscriptions/edit-subscription.ts';
import { escapeMarkdown, settingsLines, truncate } from '../../src/render/index.ts';
import { hourMs } from '../../src/core/time/duration.ts';
import type { CommandContext, ComponentHandler, SlashInteraction } from '../command.ts';
import { requireManager } from '../permissions.ts';
import { ShortMemory } from '../short-memory.ts';
import { chosenFeed } from './chosen-feed.ts';
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

async function run(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  const { ports, signal } = context;
  const { options, guildId, guild, user } = interaction;
  const { id } = await chosenFeed(interaction, context);
  const { changed, ...wanted } = requestedChange(interaction);
  const planned = await planEdit(ports, guildId, id, wanted, signal);
  const isChange = changed.length > 0 || wanted.moveTo !== null;
  const saves = isChange && options.getBoolean('preview') !== true;
  const edit = saves ? await editSubscription(ports, planned, wanted, changed, user.id) : planned;
  const answer = await answerFor({ edit, changed, saves }, guild, context);
  if (isChange && !saves) {
    const planFor = { planned, wanted, changed };
    plans.save(interaction.id, planFor, ports.clock.now());
    await interaction.editReply({
      ...answer,
      components: [...answer.components, saveOrDiscard(interaction.id)],
    });
  } else await interaction.editReply(answer);
}

/** A change that a person looks at before it is saved. */
interface Plan {
  planned: Edit;
  wanted: WantedEdit;
  changed: readonly string[];
}

const prefix = 'feed-preview';
const plans = new ShortMemory<Plan>(hourMs);

function saveOrDiscard(id: string) {
  const button = (choice: string, label: string, style: ButtonStyle) =>
    new ButtonBuilder().setCustomId(`${prefix}:${id}:${choice}`).setLabel(label).setStyle(style);
  return new ActionRowBuilder<ButtonBuilder>()
    .addComponents(
      button('save', 'Save', ButtonStyle.Success),
      button('discard', 'Discard', ButtonStyle.Secondary),
    )
    .toJSON();
}

/** The buttons `feed-preview:<interaction>:<save or discard>`. */
export const previewButtons: ComponentHandler = {
  prefix,

  async click(interaction, context) {
    requireManager(interaction);
    await interaction.deferUpdate();
    const { ports } = context;
    const [, id = '', choice] = interaction.customId.split(':');
    const plan = plans.get(id, ports.clock.now());
    if (plan?.planned.before.guildId !== interaction.guildId) {
      throw new RequestError('This preview has expired. Use `/feed edit` again.');
    }
    plans.delete(id);
    const { planned, wanted, changed } = plan;
    if (choice !== 'save') {
      await interaction.editReply({
        content: 'Discarded. Nothing is changed.',
        embeds: [],
        components: [],
        allowedMentions: { parse: [] },
      });
      return;
    }
    const edit = await editSubscription(ports, planned, wanted, changed, interaction.user.id);
    const shown = { edit, changed, saves: true };
    await interaction.editReply(await answerFor(shown, interaction.guild, context));
  },
};

/** The change and what it makes of the feed's stories. */
async function answerFor(
  { edit, changed, saves }: { edit: Edit; changed: readonly string[]; saves: boolean },
  guild: Guild,
  { ports, signal }: CommandContext,
) {
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
    ...silentRoles(guild, edit, changed),
    ...comments,
  ].join('\n');
  const room = longestMessage - result.length - 1;
  return {
    content: `${truncate(settings, room)}\n${result}`.trim(),
    embeds: preview.body?.embeds ?? [],
    components: preview.body?.components ?? [],
    allowedMentions: { parse: [] },
  };
}

function heading({ before, after }: Edit, saves: boolean, changed: readonly string[]): string {
  const address = `<${truncate(shownAddress(after.url), 200)}>`;
  const feed = `${address} in <#${after.channelId}>`;
  if (before.channelId !== after.channelId) {
    const others = changed.length > 0 ? ` Also changed: ${namesOf(changed)}.` : '';
    return saves
      ? `${address} is moved from <#${before.channelId}> to <#${after.channelId}>. Its next stories are posted there. Posted stories and their discussions stay where they are.${others}`
      : `${address} would be moved from <#${before.channelId}> to <#${after.channelId}>. Nothing is saved before you press Save.${others}`;
  }
  if (changed.length === 0) return `${feed}: you gave nothing to change. Its settings are:`;
  const names = namesOf(changed);
  return saves
    ? `${feed}: changed ${names}. This applies from the next story on.`
    : `${feed}: this would change ${names}. Nothing is saved before you press Save.`;
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
function silentRoles(guild: Guild, { after }: Edit, changed: readonly string[]): string[] {
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
