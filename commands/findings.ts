import type { Finding } from '../src/core/health/finding.ts';
import {
  escapeMarkdown,
  findingText,
  type FindingStyle,
  type Labels,
  timestamp,
  truncate,
} from '../src/render/index.ts';

const longestQuote = 200;

const inDiscord: FindingStyle = {
  channel: (channelId) => `<#${channelId}>`,
  time: (at) => timestamp(at, 'f'),
  quoted: (text) => escapeMarkdown(truncate(text, longestQuote)),
};

/** What is wrong in a server and what to do, as a person reads it in Discord. */
export function findingLine(finding: Finding, labels: Labels): string {
  return findingText(finding, labels, inDiscord);
}
