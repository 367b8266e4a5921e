import type { UnixMs } from '../../src/core/time/duration.ts';
import type { Newspaper } from '../../src/preview/newspaper/newspaper.ts';
import { closingSentence, commentText, headline } from './marked-text.ts';
import type { Random } from '../support/random.ts';
import type { CommentRecord, StoryRecord, TrialRecord } from './record.ts';
import type { Stage } from './stage.ts';

/** How many stories and comments pass through, over all lives. */
export interface Wanted {
  stories: number;
  comments: number;
}

/** More than a message holds: three to five messages. */
const longMarks = { least: 60, most: 100 };
const shortMarks = { least: 1, most: 3 };

/** What the newspaper and its readers do, written down as it is done. */
export class Publishing {
  private readonly paper: Newspaper;
  private readonly random: Random;
  private readonly clock: Stage['clock'];
  private readonly wanted: Wanted;
  readonly record: TrialRecord = { stories: [], cases: new Set(), rulings: 0 };
  comments = 0;

  constructor(stage: Pick<Stage, 'clock' | 'paper'>, random: Random, wanted: Wanted) {
    this.clock = stage.clock;
    this.paper = stage.paper;
    this.random = random;
    this.wanted = wanted;
  }

  /** Publishes one story or comment that is due in this share of the lives; `false` when none is. */
  publishDue(share: number): boolean {
    const { wanted, random, record } = this;
    const stories = Math.max(0, Math.ceil(wanted.stories * share) - record.stories.length);
    const isDiscussed = this.discussed().length > 0;
    const due = Math.ceil(wanted.comments * share) - this.comments;
    const comments = isDiscussed ? Math.max(0, due) : 0;
    if (stories + comments === 0) return false;
    if (random.chance(stories / (stories + comments))) this.story();
    else this.comment();
    return true;
  }

  story(): void {
    const number = this.record.stories.length + 1;
    const slug = this.paper.publish({ headline: headline({ story: number, version: 0 }) });
    const fresh = { number, slug, version: 0, withdrawn: false, comments: [] };
    const at = this.clock.now();
    this.record.stories.push({ ...fresh, at, discussion: 'open' });
  }

  comment(): void {
    const story = this.random.pick(this.discussed());
    if (!story) return;
    this.comments += 1;
    const number = this.comments;
    const parents = story.comments.filter(({ withdrawn, rulings }) => !withdrawn && !rulings.size);
    const parent = this.random.chance(0.4) ? this.random.pick(parents) : null;
    const marks = this.marks();
    const id = this.paper.addComment(story.slug, {
      author: `Reader ${number}`,
      text: commentText(number, 0, marks),
      ...(parent && { inReplyTo: parent.id }),
    });
    const told = { number, id, version: 0, marks, parent: parent?.number ?? null };
    story.comments.push({ ...told, withdrawn: false, rulings: new Map() });
  }

  editComment(): void {
    const found = this.someComment();
    if (!found) return;
    const { story, comment } = found;
    comment.version += 1;
    comment.marks = this.marks();
    const text = commentText(comment.number, comment.version, comment.marks);
    this.paper.editComment(story.slug, comment.id, text);
  }

  /** One at a time: many at once look like an error of the site. */
  withdrawComment(): void {
    const found = this.someComment();
    if (!found || found.story.comments.length < 4) return;
    found.comment.withdrawn = true;
    this.paper.withdrawComment(found.story.slug, found.comment.id);
  }

  correct(story = this.random.pick(this.present())): void {
    if (!story) return;
    story.version += 1;
    this.paper.correctHeadline(
      story.slug,
      headline({ story: story.number, version: story.version }),
    );
  }

  withdrawStory(): void {
    const all = this.present();
    const story = all.length < 6 ? null : this.random.pick(all);
    if (!story) return;
    story.withdrawn = true;
    this.paper.withdrawStory(story.slug);
  }

  /** Not twice: what is written between two closings of one hour is not looked for. */
  close(): void {
    const story = this.random.pick(
      this.present().filter(
        ({ discussion, comments }) => discussion === 'open' && comments.length > 0,
      ),
    );
    if (!story) return;
    story.discussion = 'closed';
    this.paper.closeDiscussion(story.slug, closingSentence(story.number));
  }

  /** The bot looks for it once an hour. */
  reopen(): void {
    const story = this.random.pick(
      this.present().filter(({ discussion }) => discussion === 'closed'),
    );
    if (!story) return;
    story.discussion = 'reopened';
    this.paper.reopenDiscussion(story.slug);
  }

  /** Those whose comment period ended meanwhile are over. */
  endDiscussions(isOver: (at: UnixMs) => boolean): void {
    for (const story of this.record.stories) {
      if (story.discussion !== 'closed' && isOver(story.at)) story.discussion = 'over';
    }
  }

  private marks(): number {
    const { least, most } = this.random.chance(0.2) ? longMarks : shortMarks;
    return this.random.whole(least, most);
  }

  /** The latest ones: the bot is busy with these. */
  private present(): StoryRecord[] {
    return this.record.stories.filter(({ withdrawn }) => !withdrawn).slice(-12);
  }

  private discussed(): StoryRecord[] {
    return this.present().filter(({ discussion }) => discussion !== 'closed');
  }

  private someComment(): { story: StoryRecord; comment: CommentRecord } | null {
    const story = this.random.pick(this.discussed());
    const comment = this.random.pick(
      (story?.comments ?? []).filter(({ withdrawn, rulings }) => !withdrawn && !rulings.size),
    );
    return story && comment ? { story, comment } : null;
  }
}
