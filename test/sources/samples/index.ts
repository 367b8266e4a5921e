import type { SourceSample } from '../replay.ts';
import { blueskySample } from './bluesky.ts';
import { commentFeedSample } from './comment-feed.ts';
import { coralSample } from './coral.ts';
import { discourseSample } from './discourse.ts';
import { disqusSample } from './disqus.ts';
import { ghostSample } from './ghost.ts';
import { giscusSample } from './giscus.ts';
import { githubIssueSample } from './github-issue.ts';
import { guardianSample } from './guardian.ts';
import { hackerNewsSample } from './hacker-news.ts';
import { issoSample } from './isso.ts';
import { lemmySample } from './lemmy.ts';
import { lobstersSample } from './lobsters.ts';
import { mastodonSample } from './mastodon.ts';
import { redditSample } from './reddit.ts';
import { remark42Sample } from './remark42.ts';
import { schemaOrgSample } from './schema-org.ts';
import { pageSelectorsSample } from './web-page.ts';
import { wordpressSample } from './wordpress.ts';

/** One of each comment source, in the order in which they are tried. */
export const sourceSamples: readonly SourceSample[] = [
  hackerNewsSample,
  lobstersSample,
  discourseSample,
  lemmySample,
  mastodonSample,
  blueskySample,
  redditSample,
  guardianSample,
  githubIssueSample,
  giscusSample,
  remark42Sample,
  issoSample,
  ghostSample,
  disqusSample,
  coralSample,
  wordpressSample,
  commentFeedSample,
  schemaOrgSample,
  pageSelectorsSample,
];
