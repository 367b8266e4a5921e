import type { Comment } from '../core/discussion/comment.ts';
import type { UnixMs } from '../core/time/duration.ts';
import { bareComment, cappedText, commenter } from './comment-text.ts';

/** A comment as both of GitHub's interfaces give it. */
interface GithubComment {
  id: string;
  /** `null` for a deleted account. */
  login: string | null;
  avatar: string | null | undefined;
  markdown: string;
  publishedAt: UnixMs | null;
  editedAt: UnixMs | null;
  url: string;
}

const longestMarkdown = 500_000;

export function githubComment(written: GithubComment): Comment {
  const { id, login, avatar, markdown, publishedAt, editedAt, url } = written;
  return {
    ...bareComment,
    id,
    author: commenter(login),
    authorUrl: login === null ? null : `https://github.com/${encodeURIComponent(login)}`,
    avatarUrl: addressAt(/(?:^|\.)githubusercontent\.com$/u, avatar),
    body: { markdown: cappedText(withoutHidden(markdown.slice(0, longestMarkdown))) },
    publishedAt,
    editedAt,
    url: addressAt(/^github\.com$/u, url),
  };
}

/** An address at this host; else `null`. */
function addressAt(host: RegExp, href: string | null | undefined): string | null {
  const url = href != null && URL.canParse(href) ? new URL(href) : null;
  return url?.protocol === 'https:' && host.test(url.hostname) ? url.href : null;
}

/** Markdown without its HTML comments, which GitHub does not show. */
function withoutHidden(markdown: string): string {
  let shown = '';
  let at = 0;
  for (;;) {
    const from = markdown.indexOf('<!--', at);
    const to = from < 0 ? -1 : markdown.indexOf('-->', from);
    if (to < 0) return shown + markdown.slice(at);
    shown += markdown.slice(at, from);
    at = to + 3;
  }
}
