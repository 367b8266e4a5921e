const secretName = /(?:token|key|secret|pass|auth|sig|session|code|hash)|^(?:pwd?|sid|access)$/i;
const longestPlain = 20;
/** Of text that is no address, as with a port that there is not: bounded, so linear. */
const userAndPassword =
  /^([a-z][a-z\d+.-]{0,20}:\/\/)?[^\s/?#@:]{0,300}:(?!\/\/)[^\s/?#@]{1,300}@/i;

/**
 * A web address as people and logs may see it: without user name, password and fragment, with the
 * values of its query masked that are secrets by their name, or look like one (long, letters and
 * digits), and the parts of its path that can be nothing but a key. Text that is no address is shown as it is, but for a password.
 */
export function shownAddress(address: string): string {
  if (!/^[a-z]+:\/\//i.test(address) || !URL.canParse(address)) return withoutPassword(address);
  const url = new URL(address);
  const path = shownPath(url.pathname);
  const isPlain = !url.username && !url.password && !url.search && !url.hash;
  if (isPlain && path === url.pathname) return address;
  url.pathname = path;
  url.username = '';
  url.password = '';
  url.hash = '';
  url.search = url.search.slice(1).replaceAll(/[^&;]+/g, shownPart);
  return url.href;
}

/** The path of an address, its keys masked: letters and figures in one, longer than any word or id. */
export function shownPath(path: string): string {
  return path.replaceAll(/(?<=\/)(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{24,}(?=\/|\.|$)/gi, '***');
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
