const secretName = /(?:token|key|secret|pass|auth|sig|session|code|hash)|^(?:pwd?|sid|access)$/i;
const longestPlain = 20;
/** Of text that is no address, as with a port that there is not: bounded, so linear. */
const userAndPassword =
  /^([a-z][a-z\d+.-]{0,20}:\/\/)?[^\s/?#@:]{0,300}:(?!\/\/)[^\s/?#@]{1,300}@/i;

/**
 * A web address as people and logs may see it: without user name, password and fragment, and with
 * the values of its query masked that are secrets by their name, or look like one (long, letters
 * and digits). Text that is no address is shown as it is, but for a password.
 */
export function shownAddress(address: string): string {
  if (!/^[a-z]+:\/\//i.test(address) || !URL.canParse(address)) return withoutPassword(address);
  const url = new URL(address);
  if (!url.username && !url.password && !url.search && !url.hash) return address;
  url.username = '';
  url.password = '';
  url.hash = '';
  url.search = url.search.slice(1).replaceAll(/[^&;]+/g, shownPart);
  return url.href;
}

function withoutPassword(text: string): string {
  return text.startsWith('mailto:') ? text : text.replace(userAndPassword, '$1');
}

function shownPart(part: string): string {
  const [name = '', ...rest] = part.split('=');
  const value = rest.join('=');
  const isSecret = value !== '' && (secretName.test(decoded(name)) || looksSecret(value));
  return isSecret ? `${name}=***` : part;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
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
