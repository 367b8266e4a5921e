import type { Comment } from '../../src/core/discussion/comment.ts';
import type { Case, Report } from '../../src/core/moderation/case.ts';
import { DiscussionId } from '../../src/core/ids.ts';
import type { Story } from '../../src/core/story/story.ts';
import type { CommentContext, StoryContext } from '../../src/render/index.ts';
import { unknownStory } from '../../src/core/story/story.ts';

export const noon = 1_700_000_000_000;

export function aStory(parts: Partial<Story> = {}): Story {
  return {
    ...unknownStory,
    headline: 'Harbour reopens after storm',
    url: 'https://ledger.example/harbour',
    summary: 'The harbour reopened on Monday. Ferries run again.',
    publishedAt: noon,
    ...parts,
  };
}

export function storyContext(parts: Partial<StoryContext> = {}): StoryContext {
  return {
    threadUrl: null,
    commentCount: null,
    mentionRoleIds: [],
    corrected: null,
    withdrawn: null,
    language: 'en',
    contentTemplate: null,
    inForum: false,
    feedTitle: null,
    ...parts,
  };
}

export function aComment(parts: Partial<Comment> = {}): Comment {
  return {
    id: '7',
    parentId: null,
    author: 'Mara Quill',
    authorUrl: null,
    avatarUrl: null,
    body: { html: '<p>About time.</p>' },
    publishedAt: noon,
    editedAt: null,
    deleted: false,
    url: 'https://ledger.example/harbour#comment-7',
    ...parts,
  };
}

export function commentContext(parts: Partial<CommentContext> = {}): CommentContext {
  return {
    key: 'k7',
    articleUrl: 'https://ledger.example/harbour',
    siteName: 'The Harbour Ledger',
    mirroredAt: noon,
    replyTo: null,
    answered: null,
    persona: null,
    hidden: false,
    quiet: false,
    language: 'en',
    ...parts,
  };
}

type OpenCase = Extract<Case, { state: 'open' }>;

export function aCase(parts: Partial<OpenCase> = {}): OpenCase {
  return {
    guildId: '100000000000000001',
    number: 12,
    subject: {
      kind: 'comment',
      discussionId: DiscussionId.parse('d1'),
      commentKey: 'k7',
      origin: 'o7',
      authorName: 'Mara Quill',
      authorKey: null,
      channelId: '100000000000000002',
      messageId: '100000000000000003',
      url: 'https://ledger.example/harbour#comment-7',
    },
    textRevision: 'r1',
    evidence: 'About time.',
    state: 'open',
    version: 3,
    ruleFrom: 3,
    urgency: 10,
    hidden: false,
    countedFrom: 0,
    approved: false,
    appeal: null,
    openedAt: noon,
    changedAt: noon,
    claim: null,
    escalation: null,
    undone: null,
    publisherReport: null,
    ...parts,
  };
}

export function aReport(parts: Partial<Report> = {}): Report {
  return {
    guildId: '100000000000000001',
    caseNumber: 12,
    reporterId: '100000000000000099',
    kind: 'reader',
    reason: 'abuse',
    details: null,
    law: null,
    rules: [],
    at: noon,
    ...parts,
  };
}
