export { enrich } from './merge/enrich.ts';
export { ArticleFacts, readArticle } from './read-article.ts';
export { mergeRevision } from './merge/revision.ts';
export { isAllowed, readRobots, robotsBytes, RobotsRules } from './robots.ts';
