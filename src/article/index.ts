export { enrich, mergeRevision } from './enrich.ts';
export { readArticle, type ArticleFacts } from './read-article.ts';
