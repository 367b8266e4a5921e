import { jsonLd, objectsOf, textIn, typesOf, type LinkedData } from './json-ld.ts';
import { microdata } from './microdata.ts';
import type { Page } from './page.ts';

/** The page's article in its linked data, with a way to resolve `@id` references. */
export interface LinkedArticle {
  article: LinkedData;
  /** The object that a bare `{"@id": …}` refers to, or the object itself. */
  resolved: (node: LinkedData) => LinkedData;
}

const articleType =
  /(?:^|[/:#])(?:(?:Reportage|Analysis|Opinion|Review|Background|AskPublic)?NewsArticle|Article|AdvertiserContentArticle|SatiricalArticle|BlogPosting|LiveBlogPosting|Report|TechArticle|ScholarlyArticle)$/u;

/** An address without what may differ between two writings of it. */
function bare(url: string): string {
  return url.split(/[?#]/u)[0]?.replace(/\/$/u, '') ?? '';
}

function isAbout(node: LinkedData, page: Page): boolean {
  const [entity] = objectsOf(node['mainEntityOfPage']);
  const said = [node['url'], node['@id'], node['mainEntityOfPage'], entity?.['@id']];
  return said.some((value) => {
    const address = page.address(textIn(value) ?? undefined);
    return address !== null && bare(address) === bare(page.url);
  });
}

function articleAmong(nodes: readonly LinkedData[], page: Page): LinkedData | undefined {
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  return articles.find((node) => isAbout(node, page)) ?? articles[0];
}

/** Nodes that say when the page was published where nothing calls itself an article. */
const datedType = /(?:^|[/:#])(?:ClaimReview|WebPage|ItemPage)$/u;

function datedAmong(nodes: readonly LinkedData[]): LinkedData | undefined {
  const dated = nodes.find(
    (node) => node['datePublished'] && typesOf(node).some((type) => datedType.test(type)),
  );
  if (dated === undefined) return undefined;
  const { datePublished, dateModified = null, author = null } = dated;
  return { datePublished, dateModified, author };
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}

/** The page's article in JSON-LD, completed by microdata and RDFa. */
export function linkedArticle(page: Page): LinkedArticle {
  const nodes = jsonLd(page);
  const inJsonLd = articleAmong(nodes, page) ?? datedAmong(nodes) ?? {};
  const marked = articleAmong(microdata(page), page) ?? {};
  const byId = new Map<string, LinkedData>();
  for (const node of nodes) {
    const id = textIn(node['@id']);
    const known = id === null ? undefined : byId.get(id);
    if (id !== null && Object.keys(known ?? {}).length < Object.keys(node).length)
      byId.set(id, node);
  }
  const said = Object.entries(inJsonLd).filter(([, value]) => isSaid(value));
  return {
    article: Object.fromEntries([...Object.entries(marked), ...said]),
    resolved: (node) => byId.get(textIn(node['@id']) ?? '') ?? node,
  };
}
