import type { StoredComment } from '../../src/core/discussion/stored-comment.ts';
import { RequestError } from '../../src/core/errors.ts';
import type { RulingAction } from '../../src/core/moderation/case.ts';
import { flaggedComment } from '../../src/newsroom/moderation/flagged-content.ts';
import { muteAuthor, unmuteAuthor } from '../../src/newsroom/moderation/mute-author.ts';
import { report } from '../../src/newsroom/moderation/report.ts';
import { ruleCase } from '../../src/newsroom/moderation/rule-case.ts';
import { type ModelComment, type ModelStory, twinsOf } from './model.ts';
import { named, type Play, type Stage, type Step } from './play.ts';

const { signal } = new AbortController();

/** `null` when the bot refused what a person asked for. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}

/** The comment as the bot has stored it; `null` when it has not, or more than one is like it. */
async function storedComment(
  play: Play,
  { newsroom }: Stage,
  story: ModelStory,
  { writing }: ModelComment,
): Promise<StoredComment | null> {
  const { discussions } = newsroom.bot.ports.store;
  const threadId = play.threadOf(story)?.id;
  const discussion = threadId === undefined ? null : await discussions.getByThread(threadId);
  const stored = discussion ? await discussions.listComments(discussion.id) : [];
  const found = stored.filter(({ comment }) =>
    JSON.stringify(comment.body).includes(`w${writing}p1 `),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function rule({ newsroom }: Stage, number: number, action: RulingAction): Promise<boolean> {
  const { guildId, moderator: by, bot } = newsroom;
  const found = await bot.ports.store.cases.get(guildId, number);
  const request = { guildId, number, action, by, senior: true, reason: 'Looked at.' };
  const versionSeen = found?.version ?? 0;
  const ruled = await unlessRefused(() => ruleCase(bot.ports, { ...request, versionSeen }, signal));
  return ruled !== null;
}

/** A moderator reports a comment and rules on it at once. */
async function ruleOn(play: Play, stage: Stage, action: 'hide' | 'remove'): Promise<string | null> {
  const { newsroom, model } = stage;
  const story = play.story();
  const comment = play.comment(
    story,
    (one) => model.isVisible(one) && twinsOf(story, one).length === 1,
  );
  const stored = comment && (await storedComment(play, stage, story, comment));
  if (!stored) return null;
  const { guildId, moderator: reporterId, bot } = newsroom;
  const receipt = await unlessRefused(async () =>
    report(bot.ports, guildId, await flaggedComment(bot.ports, guildId, stored.key), {
      reporterId,
      kind: 'moderator',
      reason: 'abuse',
      details: null,
    }),
  );
  if (!receipt) return null;
  comment.caseNumber = receipt.caseNumber;
  if (!(await rule(stage, receipt.caseNumber, action))) return null;
  comment.ruling = action === 'hide' ? 'hidden' : 'removed';
  comment.wasOut = true;
  return named(story, comment);
}

async function undo(play: Play, stage: Stage): Promise<string | null> {
  const story = play.story();
  const comment = play.comment(story, ({ ruling }) => ruling !== 'none');
  const number = comment?.caseNumber ?? null;
  if (!comment || number === null || !(await rule(stage, number, 'undo'))) return null;
  comment.ruling = 'none';
  comment.mayBeLate = true;
  return named(story, comment);
}

async function mute(play: Play, stage: Stage): Promise<string | null> {
  const { newsroom, model } = stage;
  const story = play.story();
  const comment = play.comment(story, (one) => model.isVisible(one));
  const stored = comment && (await storedComment(play, stage, story, comment));
  if (!stored) return null;
  const { guildId, moderator: by, bot } = newsroom;
  await muteAuthor(bot.ports, { guildId, commentKey: stored.key, by });
  model.mute(comment.author);
  return comment.author;
}

async function unmute({ newsroom, model, random }: Stage): Promise<string | null> {
  const { guildId, moderator: by, bot } = newsroom;
  const [muted] = await bot.ports.store.mutes.list(guildId, 1);
  if (!muted || random.chance(0.3)) return null;
  await unmuteAuthor(bot.ports, { guildId, author: muted, by });
  model.unmute(muted.name);
  return muted.name;
}

async function switchPersonas(play: Play, { newsroom }: Stage): Promise<string> {
  const { guildId, bot } = newsroom;
  const { feeds } = bot.ports.store;
  play.personas = !play.personas;
  for (const subscription of await feeds.listSubscriptionsIn(guildId)) {
    const { settings } = subscription;
    const comments = { ...settings.comments, personas: play.personas };
    await feeds.saveSubscription({ ...subscription, settings: { ...settings, comments } });
  }
  return play.personas ? 'on' : 'off';
}

/** What moderators and managers decide. */
export const moderatorSteps: readonly Step[] = [
  [2, 'hide', (play, stage) => ruleOn(play, stage, 'hide')],
  [2, 'remove', (play, stage) => ruleOn(play, stage, 'remove')],
  [3, 'undo', undo],
  [0.8, 'mute', mute],
  [1.2, 'unmute', (_, stage) => unmute(stage)],
  [0.5, 'personas', switchPersonas],
];
