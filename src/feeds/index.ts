export {
  conditionalHeaders,
  isSameDocument,
  nextPoll,
  refreshedValidators,
  validatorsOf,
  type NextPoll,
  type PollFacts,
} from './http-caching.ts';
export { hubLink } from './hub-link.ts';
export { readFeed, type FeedHeaders } from './read-feed.ts';
export { EntryCache } from './cache/entry-cache.ts';
export { oldestFirst } from './story/order.ts';
export {
  feedsOfPage,
  isWebPage,
  lookedUpFeeds,
  pageFeeds,
  usualFeeds,
  type FeedLink,
  type PageFeeds,
} from './discover.ts';
export { readOpml, writeOpml, type ListedFeed } from './opml.ts';
export { knownSite, whyNoComments, type KnownSite, type NoComments } from './known-sites.ts';
export { pastedAddress } from './pasted.ts';
