import { linkedParagraphs } from '../markup/linked-paragraphs.ts';

/** What a page of links says of a post in its text: who sent it in, and what was said to it. */
export interface Submission {
  author: string | null;
  commentCount: number | null;
  commentsPage: string | null;
}

const nothing: Submission = { author: null, commentCount: null, commentsPage: null };
/** Both stand at a text's beginning or at its end. */
const longestFrame = 1_500;
const words = /submitted by|comments?\]?<\/a>|# comments:|comments url:/i;
const mostLines = 40;

const submitter = /^submitted by (\S{1,100})(?: to \S{1,100})?$/iu;
const counts = /^(?:\d{1,9} (?:points?|votes?)\W{1,5})?(\d{1,9}) comments?$/iu;
const labelled = /^# comments: ?(\d{1,9})$/iu;
const pageLabel = /^comments url: /iu;
const pageLink = /^\[?comments\]?$/iu;

/**
 * Reads "submitted by /u/name", "12 points | 4 comments", "# Comments: 4", and the links "[comments]"
 * and "4 comments". Addresses are as written.
 */
export function submissionOf(texts: readonly string[]): Submission {
  let found = nothing;
  for (const html of texts) {
    // A search for a mark is much faster than one for words.
    if (!html.includes('<a') && !html.includes('# ')) continue;
    const head = html.slice(0, longestFrame);
    const tail = html.length > longestFrame ? html.slice(-longestFrame) : '';
    for (const part of [head, tail]) {
      if (words.test(part)) found = joined(found, submissionIn(part));
    }
  }
  return found;
}

function submissionIn(html: string): Submission {
  let found = nothing;
  for (const { text, links } of linkedParagraphs(html, mostLines)) {
    const count = counts.exec(text)?.[1] ?? labelled.exec(text)?.[1];
    const link = links.find(({ text: label }) => pageLink.test(label) || counts.test(label));
    const page = link ?? (pageLabel.test(text) ? links[0] : undefined);
    found = joined(found, {
      author: withoutHost(submitter.exec(text)?.[1]),
      commentCount: count === undefined ? null : Number(count),
      commentsPage: page?.href ?? null,
    });
  }
  return found;
}

/** "name@host.example" is "name": the name of another server's member. */
function withoutHost(name: string | undefined): string | null {
  return name?.replace(/(?<=[^@/]{1,100})@.*$/u, '') ?? null;
}

function joined(before: Submission, after: Submission): Submission {
  return {
    author: before.author ?? after.author,
    commentCount: before.commentCount ?? after.commentCount,
    commentsPage: before.commentsPage ?? after.commentsPage,
  };
}
