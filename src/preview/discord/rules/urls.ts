import { badScheme, badUrl } from './error-messages.ts';
import type { Complaint, Path } from './refused.ts';

const web = ['http', 'https'];
const pictures = new Set<unknown>(['image', 'thumbnail', 'video', 'media']);

/**
 * A page may only be linked over http(s), a picture may also be an `attachment://` of the same message, a file
 * component must be one, and a link button may also open a `discord:` place.
 */
export function complaintAboutUrl(url: string, path: Path): Complaint | null {
  const schemes = schemesAt(path);
  const scheme = /^([a-z][a-z0-9+.-]{0,63}):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return badUrl;
  if (!schemes.includes(scheme)) return badScheme(scheme, schemes);
  return URL.canParse(url) ? null : badUrl;
}

function schemesAt(path: Path): readonly string[] {
  const [owner, key] = path.slice(-2);
  if (key === 'icon_url' || pictures.has(owner)) return [...web, 'attachment'];
  if (owner === 'file') return ['attachment'];
  const list = path.at(-3);
  return owner === 'accessory' || list === 'components' ? [...web, 'discord'] : web;
}
