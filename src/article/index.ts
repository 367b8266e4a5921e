export { enrich } from './enrich.ts';
export { readArticle, type ArticleFacts } from './read-article.ts';
export { mergeRevision } from './revision.ts';
