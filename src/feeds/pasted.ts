/**
 * The address that a person means by a pasted text: as it is for an address, else by the short forms
 * that people use: "r/rust", "u/ana", "@ana@social.example", "@ana.bsky.social", "<https://…>",
 * "[News](https://…)", or words with one address in them.
 */
export function pastedAddress(text: string): string {
  const bare = unwrapped(text.trim());
  const linked = /\]\(<?(https?:\/\/[^\s<>()]{1,2000})>?\)?$/iu.exec(bare)?.[1];
  if (linked !== undefined) return linked;
  const short = shortForm(bare);
  if (short !== null) return short;
  if (!/\s/u.test(bare)) return bare;
  const addresses = bare.match(/https?:\/\/[^\s<>"]{1,2000}/giu) ?? [];
  const [only = bare] = addresses;
  return addresses.length === 1 ? only.replace(/[.,;:!?)]+$/u, '') : bare;
}

const wrappings = ['<>', '()', '""', "''", '“”', '„“', '«»'];

/** Without brackets and quotation marks around it, at most three. */
function unwrapped(text: string): string {
  let inner = text;
  for (let layer = 0; layer < 3; layer += 1) {
    const isWrapped = inner.length > 2 && wrappings.includes(`${inner[0]}${inner.at(-1)}`);
    if (!isWrapped) break;
    inner = inner.slice(1, -1).trim();
  }
  return inner;
}

function shortForm(text: string): string | null {
  const [, kind = '', name = ''] = /^\/?(r|u|user)\/([\w+-]{1,100})\/?$/iu.exec(text) ?? [];
  if (name !== '') {
    return `https://www.reddit.com/${kind.toLowerCase() === 'r' ? 'r' : 'user'}/${name}/`;
  }
  const host = String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}`;
  const person = new RegExp(`^(?:acct:)?@?([\\w.-]{1,60})@(${host})$`, 'u').exec(text);
  if (person && /^(?:@|acct:)/u.test(text)) return `https://${person[2]}/@${person[1]}`;
  const handle = new RegExp(`^@(${host})$`, 'u').exec(text)?.[1];
  return handle === undefined ? null : `https://bsky.app/profile/${handle}`;
}
