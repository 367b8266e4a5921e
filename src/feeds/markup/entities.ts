import { decodeHTMLStrict } from 'entities';

/** The entities that a document declares (`<!ENTITY name "text">`), by name. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/**
 * XML text with its references decoded: numeric ones, those of HTML, and those that the document
 * declares. One of an unknown name stays as written. The result is not decoded again: "&amp;lt;"
 * becomes "&lt;", and a declared entity cannot grow by using others.
 */
export function decodeXml(text: string, declared: DeclaredEntities): string {
  if (declared.size === 0 || !text.includes('&')) return decodeHTMLStrict(text);
  return text.replaceAll(reference, (written) => {
    return declared.get(written.slice(1, -1)) ?? decodeHTMLStrict(written);
  });
}

const reference = /&#?[\w.-]{1,40};/g;
