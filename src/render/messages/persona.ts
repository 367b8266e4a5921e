import type { Persona } from '../../core/delivery/message-body.ts';
import type { Comment } from '../../core/discussion/comment.ts';
import { truncate } from '../markdown/limits.ts';
import { isolateClosed, plainName } from '../markdown/clean-text.ts';

/** Discord's limit for the name of a webhook's message, in UTF-16 units. */
const mostName = 80;
const mostSite = 30;
const mostAddress = 2048;

/** Discord refuses names that contain them. */
const forbidden = /(c)(lyde)|(d)(iscord)/giu;
/** Discord refuses these as a whole name. */
const forbiddenWhole = /^(e)(veryone)$|^(h)(ere)$/iu;
const hairSpace = '\u200A';

/**
 * How a comment appears that is posted through a webhook: "Ana Ruiz · The Harbour Ledger", with the
 * commenter's picture. A word that Discord refuses in a name gets a hair space after its first letter.
 * @see https://docs.discord.com/developers/resources/webhook#create-webhook
 */
export function personaOf(
  { author, avatarUrl }: Pick<Comment, 'author' | 'avatarUrl'>,
  siteName: string,
  nameless: string,
): Persona {
  const site = siteName === '' ? '' : ` · ${allowed(truncate(plainName(siteName), mostSite))}`;
  const name = allowed(plainName(author, nameless));
  const username = allowed(`${isolateClosed(truncate(name, mostName - site.length - 2))}${site}`);
  return { username, avatarUrl: avatarUrl === null ? null : pictureUrl(avatarUrl) };
}

function allowed(name: string): string {
  const broken = (_: string, ...groups: (string | undefined)[]) => {
    const [first = '', rest = ''] = groups.slice(0, 4).filter((group) => group !== undefined);
    return first + hairSpace + rest;
  };
  return name.replace(forbidden, broken).replace(forbiddenWhole, broken);
}

/** Only from the web, and without a user name and a password, which would be shown to Discord. */
function pictureUrl(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  url.username = '';
  url.password = '';
  return url.href.length > mostAddress ? null : url.href;
}
