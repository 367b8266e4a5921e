export { decode } from './decode.ts';
export { freshStories, oldestFirst, type FirstRunFacts, type Sorted } from './first-run.ts';
export {
  conditionalHeaders,
  nextPoll,
  retryAfterMs,
  validatorsOf,
  type Headers,
  type PollFacts,
} from './policy.ts';
export { readFeed, type FeedBytes } from './read-feed.ts';
