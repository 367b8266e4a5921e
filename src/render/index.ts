export { caseChart } from './charts/case-chart.ts';
export { monthName, renderSummary } from './messages/summary.ts';
export { chartAlternative, renderStatistics } from './messages/statistics.ts';
export { textDisplay as textComponent } from './messages/components.ts';
export { renderAlert } from './messages/alert.ts';
export { auditCells, auditColumns, renderAuditPage } from './messages/audit-line.ts';
export type { TitledLine } from './messages/audit-line.ts';
export { mostReporters, renderCaseCard } from './messages/case-card.ts';
export { renderPing } from './messages/ping.ts';
export type { AuthorRecord, CaseContext } from './messages/case-card.ts';
export { type CaseAct, caseActs, caseControlId } from './messages/case-controls.ts';
export { durationText } from './markdown/duration-text.ts';
export {
  caseStateText,
  caseSummary,
  memberMention,
  plainBeginning,
  countedReasons,
  reasonCounts,
  rulingLines,
  urgencyName,
} from './messages/case-text.ts';
export { commentMarkdown, commentText } from './markdown/comment-body.ts';
export { renderComment } from './messages/comment.ts';
export type { CommentContext } from './messages/comment.ts';
export { personaOf } from './messages/persona.ts';
export { isInDigest, renderDigest } from './messages/digest.ts';
export type { DigestContext } from './messages/digest.ts';
export { escapeMarkdown } from './markdown/escape.ts';
export { commentKeysIn } from './messages/fingerprint.ts';
export { isMessageOf, markFor, markIn, withMark } from './messages/mark.ts';
export {
  type Labels,
  type Locales,
  labelsFor,
  labelsIn,
  languageFor,
  languageNames,
  localizations,
} from './labels/index.ts';
export { durationIn, intervalIn, permissionsIn } from './labels/amounts.ts';
export { requestError } from './request-error.ts';
export {
  commentSize,
  leftOutSize,
  mostInPack,
  packRoom,
  renderPack,
  replySize,
} from './messages/pack.ts';
export type { CommentSize } from './messages/pack.ts';
export type { Answered } from './messages/reply-line.ts';
export { renderSkippedStories } from './messages/skipped-stories.ts';
export { truncate } from './markdown/limits.ts';
export { timestamp } from './markdown/timestamp.ts';
export { messageUrl } from './messages/links.ts';
export {
  outcomeText,
  renderAppealMessage,
  renderOutcomeMessage,
  renderRulingMessage,
  renderRulingUndone,
  writtenText,
} from './messages/private.ts';
export { discordMarkdown, plainText } from './markdown/markdown.ts';
export {
  renderClosingNotice,
  renderClosingSoonNotice,
  renderDecisionNotice,
  renderExtendedNotice,
  renderPolicyNotice,
} from './messages/notices.ts';
export { settingsLines } from './messages/settings.ts';
export { splitMessage } from './markdown/split.ts';
export { bodyTitle, renderStory, threadName } from './messages/story.ts';
export type { StoryContext } from './messages/story.ts';
export { firedRuleText, ruleLines, slowModeRuleText } from './messages/rule-lines.ts';
export { findingText, type FindingStyle } from './messages/finding.ts';
