export { enrich } from './enrich.ts';
export { ArticleFacts, readArticle } from './read-article.ts';
export { mergeRevision } from './revision.ts';
export { isAllowed, readRobots, robotsBytes, RobotsRules } from './robots.ts';
