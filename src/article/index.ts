export { enrich, mergeRevision } from './enrich.ts';
export { ArticleFacts, readArticle } from './read-article.ts';
export { isAllowed, readRobots, robotsBytes, RobotsRules } from './robots.ts';
