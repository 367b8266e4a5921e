/** Parameters that tell a publisher where its readers came from, or how a page is shown. */
const untelling =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid|cmpid|cmp|icid|s_cid|ns_campaign|ns_mchannel|ns_source|at_medium|at_campaign|at_custom\d|_ga|_gl|amp|outputtype)(?:=|$)/i;

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
    .filter((parameter) => parameter !== '' && !untelling.test(parameter))
    .sort();
  if (path === '' && parameters.length === 0) return null;
  const host = url.host.replace(variantHost, '');
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

function withoutEnd(path: string, end: string): string {
  return path.endsWith(end) ? path.slice(0, -end.length) : path;
}
