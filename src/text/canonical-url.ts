import { isTracking } from './tracking.ts';

/** Parameters that say how a page is shown, or which campaign it belongs to. */
const displayParameter = /^(?:amp|outputtype|cmp)(?:=|$)/i;

/** Hosts of one site for other devices; only before a name of at least two parts. */
const variantHost = /^(?:www|m|amp)\.(?=[^.]+\.[^.])/;

/**
 * What is the same in all addresses of one story: host and path without scheme, "www.", "m.",
 * "amp.", a last "/amp", fragment and tracking parameters; other parameters count, in any order.
 * `null` for an address that names no single story: a site's first page, or none on the web.
 */
export function storyKey(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  const path = withoutEnd(withoutEnd(url.pathname, '/'), '/amp');
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !isTracking(one) && !displayParameter.test(one))
    .sort();
  if (path === '' && parameters.length === 0) return null;
  const host = url.host.replace(variantHost, '');
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

function withoutEnd(path: string, end: string): string {
  return path.endsWith(end) ? path.slice(0, -end.length) : path;
}
