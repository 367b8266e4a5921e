export { enrich, mergeRevision } from './enrich.ts';
export { readArticle } from './read-article.ts';
