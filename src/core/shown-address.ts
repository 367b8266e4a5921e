const secretName = /(?:token|key|secret|pass|auth|sig|session|code|hash)/i;
const longestPlain = 20;

/**
 * A web address as people and logs may see it: without user name and password, and with the values
 * of its query masked that are secrets by their name, or look like one (long, letters and digits).
 * Text that is no address is shown as it is.
 */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!url.username && !url.password && !url.search) return address;
  url.username = '';
  url.password = '';
  const parts = url.search.slice(1).split('&');
  url.search = parts.map(shownPart).join('&');
  return url.href;
}

function shownPart(part: string): string {
  const [name = '', ...rest] = part.split('=');
  const value = rest.join('=');
  const isSecret = value !== '' && (secretName.test(name) || looksSecret(value));
  return isSecret ? `${name}=***` : part;
}

function looksSecret(value: string): boolean {
  return (
    value.length > longestPlain &&
    /^[\w.~%+/=-]+$/.test(value) &&
    /\d/.test(value) &&
    /[a-z]/i.test(value) &&
    !value.includes('%20') &&
    !value.includes('+')
  );
}
