/** Query parameters that only tell a publisher where its readers came from. */
const trackingParameter =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid|cmpid|icid|s_cid|ns_campaign|ns_mchannel|ns_source|at_medium|at_campaign|at_custom\d|_ga|_gl)(?:=|$)/i;

/** True for a query's part ("utm_source=rss") that only serves to track readers. */
export function isTracking(parameter: string): boolean {
  return trackingParameter.test(parameter);
}

/** An address without its tracking parameters; the rest stays as it is written. */
export function withoutTracking(address: string): string {
  const question = address.indexOf('?');
  if (question < 0) return address;
  const hash = address.indexOf('#');
  if (hash >= 0 && hash < question) return address;
  const fragment = hash < 0 ? '' : address.slice(hash);
  const query = address.slice(question + 1, hash < 0 ? undefined : hash);
  const parameters = query.split('&').filter((parameter) => !isTracking(parameter));
  const joined = parameters.join('&');
  return address.slice(0, question) + (joined === '' ? '' : `?${joined}`) + fragment;
}

/** A text with the tracking parameters of its addresses left out. */
export function textWithoutTracking(text: string): string {
  if (!text.includes('://')) return text;
  return text.replace(/https?:\/\/[^\s]{1,2000}/g, withoutTracking);
}
