export { renderCaseCard } from './case-card.ts';
export { renderComment } from './comment.ts';
export type { CommentContext } from './comment.ts';
export { renderDigest } from './digest.ts';
export type { DigestContext } from './digest.ts';
export { escapeMarkdown } from './escape.ts';
export { fingerprint } from './fingerprint.ts';
export { labels, languageNames } from './labels/index.ts';
export { renderLeftOut } from './left-out.ts';
export { truncate } from './limits.ts';
export { messageUrl } from './links.ts';
export { discordMarkdown, plainText } from './markdown.ts';
export {
  renderAlert,
  renderClosingNotice,
  renderClosingSoonNotice,
  renderExtendedNotice,
  renderPolicyNotice,
} from './notices.ts';
export { settingsWords } from './settings-words.ts';
export { splitMessage } from './split.ts';
export { bodyTitle, renderStory, threadName } from './story.ts';
export type { StoryContext } from './story.ts';
