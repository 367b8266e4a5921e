import type { CommentWords } from './language.ts';

export const englishComments = {
  counted: [
    ['comment', 'comments', 'reader comment', 'reader comments', 'response'],
    ['responses', 'thoughts', 'replies', 'reply'],
  ],
  shows: [
    ['view', 'view all', 'see', 'see all', 'read', 'read all', 'read the', 'show', 'show all'],
    ['open', 'all'],
  ],
  headings: [
    ['join the discussion', 'join the conversation', 'discussion', 'conversation'],
    ['the conversation', 'have your say', 'what readers say', 'your comments'],
    ['readers’ comments', "readers' comments", 'reader responses', 'all comments'],
    ['latest comments', 'most recent comments'],
  ],
  wrote: ['wrote', 'writes', 'said', 'says', 'commented'],
  postedBy: ['posted by', 'comment by', 'commented by', 'submitted by', 'written by'],
  actions: [
    ['reply', 'reply to this', 'reply to this comment', 'report', 'report abuse'],
    ['report as abuse', 'report this', 'report this comment', 'report comment', 'flag'],
    ['flag as inappropriate', 'flag comment', 'flag this comment', 'like', 'dislike'],
    ['recommend', 'recommended', 'share', 'link', 'permalink', 'permanent link'],
    ['link to this comment', 'quote', 'edit', 'edit comment', 'delete', 'upvote'],
    ['downvote', 'vote up', 'vote down', 'up', 'down', 'respect', 'agree', 'disagree'],
    ['hide replies', 'show replies', 'view replies', 'more', 'follow', 'copy link'],
    ['log in to reply'],
  ],
  ago: ['ago', 'yesterday', 'just now', 'today'],
} satisfies CommentWords;
