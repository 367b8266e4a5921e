import { notWebFault, redirectFault } from './fetch-errors.ts';

export const maxRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const permanentStatuses = new Set([301, 308]);

export const isRedirect = (status: number): boolean => redirectStatuses.has(status);

/** Whether the new address is to be asked from now on (RFC 9110, sections 15.4.2 and 15.4.9). */
export const isPermanentRedirect = (status: number): boolean => permanentStatuses.has(status);

/**
 * Where a redirect leads. Credentials go only to their own origin; a relative `Location` keeps them.
 * @throws FetchError without a new address, or when it is not one of the web
 */
export function redirectTarget(from: URL, status: number, headers: Record<string, string>): URL {
  const location = headers['location'];
  if (!location || !URL.canParse(location, from.href)) {
    throw redirectFault(from, status, 'without a new address');
  }
  const to = new URL(location, from);
  if (to.protocol !== 'http:' && to.protocol !== 'https:') throw notWebFault();
  if (to.origin !== from.origin) {
    to.username = '';
    to.password = '';
  } else if (!to.username && !to.password) {
    to.username = from.username;
    to.password = from.password;
  }
  return to;
}

/** The address without its user, password and fragment. */
export function withoutSecrets(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy.href;
}
