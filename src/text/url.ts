import { withoutTracking } from './tracking.ts';

/**
 * A written address as an absolute http or https one, resolved against `base`; `null` for any other
 * scheme, for what is no address and for one over 2,000 characters. Where it is still escaped, its
 * ampersands are decoded.
 */
export function absoluteUrl(written: string, base: string): string | null {
  const plain = written.trim();
  if (plain === '' || plain.length > longest) return null;
  const trimmed = plain.includes('&') ? plain.replaceAll(escapedAmpersand, '&') : plain;
  if (resolved.test(trimmed) && !trimmed.includes('/.')) return trimmed;
  const href = /^www\.[^/]+\.[a-z]{2,}(?:\/|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const address = URL.canParse(href, base) ? new URL(href, base) : null;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return null;
  return address.href.length <= longest ? address.href : null;
}

/** "&amp;" and "&#038;" of addresses that were escaped once too often, or several times. */
const escapedAmpersand = /&(?:(?:amp|#0{0,3}38);)+/gi;

/**
 * Addresses that the URL standard's parser gives back as they are, "/." aside: lower-case host with
 * a last label of letters, no port, no user, and no character that it would encode or drop.
 */
const resolved =
  /^https?:\/\/(?:(?!xn--)[a-z\d][a-z\d-]{0,62}\.){1,8}[a-z]{2,20}\/[\w\-.~!$&()*+,;=:@/]*(?:\?[\w\-.~!$&()*+,;=:@/?%]*)?(?:#[\w\-.~!$&()*+,;=:@/?%]*)?$/;

/** {@link absoluteUrl} without tracking parameters. */
export function untrackedUrl(written: string, base: string): string | null {
  const address = absoluteUrl(written, base);
  return address === null ? null : withoutTracking(address);
}

const longest = 2_000;
