import { markupWords } from '../text/markup-words.ts';
import { breaksLine, type Element } from './nodes.ts';

const numbered = /^(?:li-|div-)?(?:comment|kommentar|commentaire|comentario|reply)[-_]?\d{1,20}$/iu;
const property = /(?:^|\s)comment(?:\s|$)/iu;
/** Class names that say nothing but this. */
const names = new Set(
  'comment,comment item,comment entry,single comment,user comment,reader comment'.split(','),
);

/** True for an element that its markup itself calls a comment: by microdata, a numbered id, a name. */
export function isMarkedComment(element: Element): boolean {
  const { id, itemprop, class: classes } = element.attribs;
  if (!breaksLine(element) || element.name === 'button' || element.name === 'form') return false;
  if (itemprop !== undefined && property.test(itemprop.slice(0, 200))) return true;
  if (element.attribs['data-comment-id'] !== undefined) return true;
  if (id !== undefined && numbered.test(id)) return true;
  if (classes === undefined || !/comment/iu.test(classes)) return false;
  return classes
    .slice(0, 300)
    .split(/\s+/u)
    .some((name) => names.has([...markupWords(name)].join(' ')));
}
