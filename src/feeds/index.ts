export { decode } from './decode.ts';
export { freshStories, oldestFirst, type FirstRunFacts } from './first-run.ts';
export {
  conditionalHeaders,
  nextPoll,
  retryAfterMs,
  validatorsOf,
  type PollFacts,
} from './policy.ts';
export { readFeed, type FeedHeaders } from './read-feed.ts';
