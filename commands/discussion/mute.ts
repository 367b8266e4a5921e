import type { AutocompleteInteraction } from 'discord.js';
import { foldedName } from '../../src/core/discussion/comment-author.ts';
import type { StoredComment } from '../../src/core/discussion/stored-comment.ts';
import type { MutedAuthor } from '../../src/core/moderation/muted-author.ts';
import {
  authorsNamed,
  authorsOfName,
  commentOfMessage,
} from '../../src/newsroom/moderation/find-author.ts';
import {
  muteAuthor,
  type MuteOutcome,
  unmuteAuthor,
} from '../../src/newsroom/moderation/mute-author.ts';
import {
  escapeMarkdown,
  type Labels,
  labelsFor,
  requestError,
  timestamp,
  truncate,
} from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { linkedMessage } from '../message-link.ts';
import { choices, withinMessage } from '../options.ts';
import { optionRefused } from '../refusals.ts';

const mostListed = 1_000;
const mostChoices = 10;

const shownName = (name: string) => escapeMarkdown(truncate(name, 80));

/** `/discussion mute`: by a link to a comment, or by an author's name. */
export async function mute(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<void> {
  const { guildId, options, user } = interaction;
  const link = options.getString('comment');
  const typed = options.getString('author');
  if ((link === null) === (typed === null)) {
    throw requestError((labels) => labels.mutes.oneOption);
  }
  const commentKey =
    link === null
      ? await commentBy(ports, guildId, (typed ?? '').trim())
      : await commentAt(ports, guildId, link);
  const outcome = await muteAuthor(ports, { guildId, commentKey, by: user.id });
  await interaction.editReply({
    content: muteText(outcome, labelsFor(interaction)),
    allowedMentions: { parse: [] },
  });
}

async function commentAt(
  ports: CommandContext['ports'],
  guildId: string,
  link: string,
): Promise<string> {
  const linked = linkedMessage(link, guildId);
  if (!linked) throw optionRefused('comment', (labels) => labels.mutes.notLink);
  return commentOfMessage(ports, guildId, linked.messageId);
}

/** A comment of the author who was chosen from the list, or typed. @throws RequestError for none or several */
async function commentBy(
  ports: CommandContext['ports'],
  guildId: string,
  typed: string,
): Promise<string> {
  const chosen = await ports.store.discussions.getComment(typed);
  if (chosen) return chosen.key;
  const found = await authorsOfName(ports, guildId, typed);
  const [first, second] = found;
  if (first && !second) return first.key;
  throw optionRefused('author', ({ mutes }) => {
    const name = shownName(typed);
    if (!first) return mutes.noAuthor({ name });
    const lines = found.slice(0, mostChoices).map((one) => `- ${escapeMarkdown(authorLabel(one))}`);
    return [mutes.severalAuthors({ name }), ...lines].join('\n');
  });
}

/** What was done, and how the author is known. */
export function muteText({ outcome, author, hidden }: MuteOutcome, labels: Labels): string {
  const { mutes } = labels;
  const name = shownName(author.name);
  const known =
    author.profileUrl === null
      ? mutes.byName({ site: author.site || mutes.unknownSite })
      : mutes.byProfile({ profile: `<${truncate(author.profileUrl, 300)}>` });
  if (outcome === 'already-muted') {
    return mutes.already({ name, by: author.by, time: timestamp(author.at, 'f'), known });
  }
  return [mutes.muted({ name, known }), mutes.hidden({ count: hidden }), mutes.undo].join(' ');
}

/** `/discussion unmute` */
export async function unmute(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<void> {
  const { guildId, options, user } = interaction;
  const typed = options.getString('author', true).trim();
  const found = await mutedOne(ports, guildId, typed);
  const { author, shown } = await unmuteAuthor(ports, { guildId, author: found, by: user.id });
  const { mutes } = labelsFor(interaction);
  await interaction.editReply({
    content: `${mutes.unmuted({ name: shownName(author.name) })} ${mutes.shown({ count: shown })}`,
    allowedMentions: { parse: [] },
  });
}

async function mutedOne(
  { store }: CommandContext['ports'],
  guildId: string,
  typed: string,
): Promise<MutedAuthor> {
  const muted = await store.mutes.list(guildId, mostListed);
  const found = muted.filter(
    ({ authorKey, name }) => authorKey === typed || foldedName(name) === foldedName(typed),
  );
  const [first, second] = found;
  if (first && !second) return first;
  throw optionRefused('author', ({ mutes }) => {
    const name = shownName(typed);
    if (!first) return mutes.notMuted({ name });
    const lines = found.slice(0, mostChoices).map((one) => `- ${escapeMarkdown(mutedLabel(one))}`);
    return [mutes.severalAuthors({ name }), ...lines].join('\n');
  });
}

/** `/discussion muted` */
export async function listMuted(
  interaction: SlashInteraction,
  { ports }: CommandContext,
): Promise<void> {
  const labels = labelsFor(interaction);
  const { mutes } = labels;
  const muted = await ports.store.mutes.list(interaction.guildId, mostListed);
  const lines = muted.map(({ name, site, by, at }) =>
    mutes.line({
      name: shownName(name),
      site: escapeMarkdown(site || mutes.unknownSite),
      by,
      time: timestamp(at, 'f'),
    }),
  );
  const heading = mutes.heading({ count: muted.length });
  await interaction.editReply({
    content:
      lines.length === 0 ? mutes.none : withinMessage([heading, ...lines], labels, mutes.remedy),
    allowedMentions: { parse: [] },
  });
}

/** The authors that the option `author` suggests. */
export async function authorChoices(
  interaction: AutocompleteInteraction<'cached'>,
  { ports }: CommandContext,
) {
  const { guildId, channelId, options } = interaction;
  const typed = options.getFocused();
  if (options.getSubcommand() === 'unmute') {
    const muted = await ports.store.mutes.list(guildId, mostListed);
    return choices(muted, typed, mutedLabel, ({ authorKey }) => authorKey);
  }
  const here = await ports.store.discussions.getByThread(channelId);
  const place = { guildId, discussionId: foldedName(typed) === '' ? (here?.id ?? null) : null };
  const found = await authorsNamed(ports, place, typed);
  return choices(found, '', authorLabel, ({ key }) => key);
}

/** "Bob (ledger.example/people/bob)" */
function authorLabel({ comment: { author, authorUrl } }: StoredComment): string {
  const profile = authorUrl?.replace(/^https?:\/\//u, '');
  return profile === undefined
    ? truncate(author, 60)
    : `${truncate(author, 45)} (${truncate(profile, 45)})`;
}

const mutedLabel = ({ name, site }: MutedAuthor) => `${truncate(name, 50)} (${truncate(site, 40)})`;
