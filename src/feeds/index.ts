export { decode } from './decode.ts';
export {
  conditionalHeaders,
  nextPoll,
  retryAfterMs,
  validatorsOf,
  type PollFacts,
} from './policy.ts';
export { readFeed, type FeedBytes } from './read-feed.ts';
export { oldestFirst } from './story-order.ts';
