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
import {
  escapeMarkdown,
  type Labels,
  labelsFor,
  requestError,
  settingsLines,
  truncate,
  personaOf,
} from '../../src/render/index.ts';
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
  const labels = labelsFor(interaction);
  const answer = await answerFor({ edit, changed, saves }, guild, labels, context);
  if (isChange && !saves) {
    const planFor = { planned, wanted, changed };
    plans.save(interaction.id, planFor, ports.clock.now());
    await interaction.editReply({
      ...answer,
      components: [...answer.components, saveOrDiscard(interaction.id, labels)],
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

function saveOrDiscard(id: string, { feed }: Labels) {
  const { save, discard } = feed.edit.buttons;
  const button = (choice: string, label: string, style: ButtonStyle) =>
    new ButtonBuilder().setCustomId(`${prefix}:${id}:${choice}`).setLabel(label).setStyle(style);
  return new ActionRowBuilder<ButtonBuilder>()
    .addComponents(
      button('save', save, ButtonStyle.Success),
      button('discard', discard, ButtonStyle.Secondary),
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
    const labels = labelsFor(interaction);
    const [, id = '', choice] = interaction.customId.split(':');
    const plan = plans.get(id, ports.clock.now());
    if (plan?.planned.before.guildId !== interaction.guildId) {
      throw requestError((labels) => labels.feed.edit.expired);
    }
    plans.delete(id);
    const { planned, wanted, changed } = plan;
    if (choice !== 'save') {
      await interaction.editReply({
        content: labels.feed.edit.discarded,
        embeds: [],
        components: [],
        allowedMentions: { parse: [] },
      });
      return;
    }
    const edit = await editSubscription(ports, planned, wanted, changed, interaction.user.id);
    const shown = { edit, changed, saves: true };
    await interaction.editReply(await answerFor(shown, interaction.guild, labels, context));
  },
};

/** The change and what it makes of the feed's stories. */
async function answerFor(
  { edit, changed, saves }: { edit: Edit; changed: readonly string[]; saves: boolean },
  guild: Guild,
  labels: Labels,
  context: CommandContext,
) {
  const { ports, signal } = context;
  const preview = await previewEdit(ports, edit);
  const comments = changed.includes('comment-selectors')
    ? await newestComments(ports, edit.after, labels, signal)
    : [];
  const result = [
    ...filterLines(preview, labels),
    ...digestLines(edit, preview, labels),
    ...storyLines(preview, labels),
  ].join('\n');
  const settings = [
    heading(edit, saves, changed, labels),
    ...settingLines(edit, labels),
    ...silentRoles(guild, edit, changed, labels),
    ...(await personaLines(edit, changed, labels, context)),
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

function heading(
  { before, after }: Edit,
  saves: boolean,
  changed: readonly string[],
  { feed: { edit: label } }: Labels,
): string {
  const address = `<${truncate(shownAddress(after.url), 200)}>`;
  const channel = `<#${after.channelId}>`;
  const feed = label.place({ address, channel });
  const options = changed.map((name) => `\`${name}\``).join(', ');
  if (before.channelId !== after.channelId) {
    const others = changed.length > 0 ? ` ${label.alsoChanged({ options })}` : '';
    const move = { address, from: `<#${before.channelId}>`, to: channel };
    return `${saves ? label.moved(move) : label.wouldMove(move)}${others}`;
  }
  if (changed.length === 0) return label.nothing({ feed });
  return saves ? label.changed({ feed, options }) : label.wouldChange({ feed, options });
}

/** The settings, those that the change affects in bold. */
function settingLines({ before, after, channel }: Edit, labels: Labels): string[] {
  const earlier = new Set(settingsLines(before.settings, channel, labels));
  return settingsLines(after.settings, channel, labels).map((line) =>
    earlier.has(line) ? `- ${line}` : `- **${line}**`,
  );
}

/** A warning about roles that Discord would mention without notifying their members. */
function silentRoles(
  guild: Guild,
  { after }: Edit,
  changed: readonly string[],
  { feed }: Labels,
): string[] {
  const mayMention = guild.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone);
  if (mayMention || !changed.includes('mention-roles')) return [];
  const silent = after.settings.mentionRoleIds.filter(
    (id) => guild.roles.cache.get(id)?.mentionable === false,
  );
  if (silent.length === 0) return [];
  const roles = silent.map((id) => `<@&${id}>`).join(', ');
  return [`⚠️ ${feed.edit.silentRoles({ roles })}`];
}

/** How comments will appear under other names, and what that needs. */
async function personaLines(
  { after }: Edit,
  changed: readonly string[],
  labels: Labels,
  { ports, signal }: CommandContext,
): Promise<string[]> {
  const { channelId, feedId, settings } = after;
  if (!settings.comments.personas || !changed.includes('personas')) return [];
  const label = labels.feed.edit;
  const feed = await ports.store.feeds.getFeed(feedId);
  const example = { author: 'Ana Ruiz', avatarUrl: null };
  const { username } = personaOf(example, feed?.title ?? shownAddress(after.url), '');
  const shown = label.persona({ name: escapeMarkdown(username) });
  if (await ports.discord.mayUsePersonas(channelId, signal)) return [shown];
  return [shown, `⚠️ ${label.personaLacks({ channel: `<#${channelId}>` })}`];
}

function filterLines({ tried, taken, obstacle }: Preview, { feed, story: own }: Labels): string[] {
  if (tried === 0 || (taken === tried && !obstacle)) return [];
  const passing = passingLine(taken, tried, feed.edit);
  if (!obstacle) return [passing];
  const { story, reason } = obstacle;
  const headline = escapeMarkdown(truncate(story.story.headline ?? own.untitled, 100));
  const why =
    reason.side === 'include'
      ? feed.edit.noInclude
      : feed.edit.matched[reason.part]({ entry: escapeMarkdown(truncate(reason.entry, 60)) });
  return [passing, feed.edit.filteredOut({ headline, reason: why })];
}

function passingLine(taken: number, tried: number, label: Labels['feed']['edit']): string {
  if (tried === 1) return taken === 1 ? label.onlyPasses : label.onlyFails;
  return taken === 0
    ? label.nonePasses({ total: tried })
    : label.passing({ count: taken, total: tried });
}

function digestLines({ after }: Edit, { body }: Preview, { feed }: Labels): string[] {
  return after.settings.digest === null || !body ? [] : [feed.edit.inDigest];
}

/** The text above the story, and in a forum its tags. */
function storyLines({ body, tried, tags }: Preview, { feed: { edit: label } }: Labels): string[] {
  if (!body) return tried === 0 ? [label.noStory] : [];
  const lines = truncate(body.content ?? '', longestContentLine).split('\n');
  return [
    tags === null
      ? ''
      : tags.length === 0
        ? label.postUntagged
        : label.postTagged({ tags: escapeMarkdown(tags.join(', ')) }),
    ...lines
      .filter(Boolean)
      .slice(0, mostContentLines)
      .map((line) => `> ${line}`),
  ];
}
