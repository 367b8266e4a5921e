/**
 * A written address as an absolute http or https one, resolved against `base`; `null` for any other
 * scheme, for what is no address and for one over 2,000 characters.
 */
export function resolvedAddress(written: string, base: string): string | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.length > longest) return null;
  if (resolved.test(trimmed) && !trimmed.includes('/.')) return trimmed;
  const href = /^www\.[^/]+\.[a-z]{2,}(?:\/|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const address = URL.canParse(href, base) ? new URL(href, base) : null;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return null;
  return address.href.length <= longest ? address.href : null;
}

/**
 * Addresses that the URL standard's parser gives back as they are, "/." aside: lower-case host with
 * a last label of letters, no port, no user, and no character that it would encode or drop.
 */
const resolved =
  /^https?:\/\/(?:(?!xn--)[a-z\d][a-z\d-]{0,62}\.){1,8}[a-z]{2,20}\/[\w\-.~!$&()*+,;=:@/]*(?:\?[\w\-.~!$&()*+,;=:@/?%]*)?(?:#[\w\-.~!$&()*+,;=:@/?%]*)?$/;

/** {@link resolvedAddress} without the parameters that only tell a publisher where readers came from. */
export function readerAddress(written: string, base: string): string | null {
  const address = resolvedAddress(written, base);
  const question = address === null ? -1 : address.indexOf('?');
  if (address === null || question < 0) return address;
  const hash = address.indexOf('#');
  if (hash >= 0 && hash < question) return address;
  const fragment = hash < 0 ? '' : address.slice(hash);
  const query = address.slice(question + 1, hash < 0 ? undefined : hash);
  const parameters = query.split('&').filter((parameter) => !tracking.test(parameter));
  const kept = parameters.join('&');
  return address.slice(0, question) + (kept === '' ? '' : `?${kept}`) + fragment;
}

const longest = 2_000;

const tracking =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid|cmpid|icid|s_cid|ns_campaign|ns_mchannel|ns_source|at_medium|at_campaign|at_custom\d|_ga|_gl)(?:=|$)/i;
