import type { Newspaper } from '../../src/preview/newspaper/newspaper.ts';
import { closingSentence, commentText, headline } from './marked-text.ts';
import type { Random } from '../support/random.ts';
import type { CommentRecord, StoryRecord, TrialRecord } from './record.ts';

/** More than a message holds: three to five messages. */
const longMarks = { least: 60, most: 100 };
const shortMarks = { least: 1, most: 3 };

/** What the newspaper and its readers do, written down as it is done. */
export class Publishing {
  private readonly paper: Newspaper;
  private readonly random: Random;
  readonly record: TrialRecord = { stories: [], cases: new Set(), rulings: 0 };
  comments = 0;

  constructor(paper: Newspaper, random: Random) {
    this.paper = paper;
    this.random = random;
  }

  story(): void {
    const number = this.record.stories.length + 1;
    const slug = this.paper.publish({ headline: headline({ story: number, version: 0 }) });
    const fresh = { number, slug, version: 0, withdrawn: false, comments: [] };
    this.record.stories.push({ ...fresh, discussion: 'open' });
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
