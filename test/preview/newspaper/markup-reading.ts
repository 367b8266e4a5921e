import { DomUtils, parseDocument } from 'htmlparser2';

type Tree = ReturnType<typeof parseDocument> | ReturnType<typeof DomUtils.getElementsByTagName>[0];

/** Elements of that name in XML text or in a part of it that was read before. */
export function elements(xml: string | Tree | undefined, name: string) {
  if (xml === undefined) return [];
  const tree = typeof xml === 'string' ? parseDocument(xml, { xmlMode: true }) : xml;
  return DomUtils.getElementsByTagName(name, tree, true);
}

/** The text of the first of them; empty when there is none. */
export function value(xml: string | Tree | undefined, name: string): string {
  return DomUtils.textContent(elements(xml, name)[0] ?? []);
}
