/**
 * A written address as an absolute http or https one, resolved against `base`; `null` for any other
 * scheme, for what is no address and for one over 2,000 characters.
 */
export function resolvedAddress(written: string, base: string): string | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.length > longest) return null;
  const href = /^www\.[^/]+\.[a-z]{2,}(?:\/|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const address = URL.canParse(href, base) ? new URL(href, base) : null;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return null;
  return address.href.length <= longest ? address.href : null;
}

/** {@link resolvedAddress} without the parameters that only tell a publisher where readers came from. */
export function readerAddress(written: string, base: string): string | null {
  const address = resolvedAddress(written, base);
  if (address === null || !address.includes('?')) return address;
  const url = new URL(address);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => !tracking.test(parameter));
  url.search = kept.join('&');
  return url.href;
}

const longest = 2_000;

const tracking =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid|cmpid|icid|s_cid|ns_campaign|ns_mchannel|ns_source|at_medium|at_campaign|at_custom\d|_ga|_gl)(?:=|$)/i;
