import type { Component, Guild, Id, User } from './model.ts';

/** `allowed_mentions` of a request; absent means: everything that the text names. */
export interface AllowedMentions {
  parse?: string[];
  users?: Id[];
  roles?: Id[];
  replied_user?: boolean;
}

export interface Mentions {
  mentions: User[];
  mention_roles: Id[];
  mention_everyone: boolean;
}

/** All text that Discord reads for mentions: the content, and every text display. */
export function mentionableText(content: string, components: readonly Component[]): string {
  const texts = [content];
  const walk = (parts: readonly Component[]): void => {
    for (const part of parts) {
      if (typeof part.content === 'string') texts.push(part.content);
      if (part.components) walk(part.components);
      if (part.accessory) walk([part.accessory]);
    }
  };
  walk(components);
  return texts.join('\n');
}

function idsIn(text: string, form: RegExp): Id[] {
  return [...new Set([...text.matchAll(form)].map((match) => match[1] ?? ''))];
}

/**
 * Whom a message pings. Roles and @everyone need `mayMentionAll` (Mention Everyone), but for roles
 * that anybody may mention.
 */
export function mentionsIn(
  text: string,
  where: { guild: Guild | null; users: ReadonlyMap<Id, User>; mayMentionAll: boolean },
  allowed: AllowedMentions | null | undefined,
  repliedTo: User | null,
): Mentions {
  const parse = allowed?.parse ?? [];
  const userAllowed = (id: Id) =>
    !allowed || parse.includes('users') || (allowed.users ?? []).includes(id);
  const roleAllowed = (id: Id) =>
    !allowed || parse.includes('roles') || (allowed.roles ?? []).includes(id);
  const mentioned = new Map<Id, User>();
  for (const id of idsIn(text, /<@!?(\d{15,20})>/g)) {
    const user = where.users.get(id);
    if (user && userAllowed(id)) mentioned.set(id, user);
  }
  if (repliedTo && (!allowed || allowed.replied_user === true)) {
    mentioned.set(repliedTo.id, repliedTo);
  }
  const roles = idsIn(text, /<@&(\d{15,20})>/g).filter((id) => {
    const role = where.guild?.roles.get(id);
    return role && (role.mentionable || where.mayMentionAll) && roleAllowed(id);
  });
  const everyone =
    /@(everyone|here)\b/.test(text) &&
    where.mayMentionAll &&
    (!allowed || parse.includes('everyone'));
  return {
    mentions: [...mentioned.values()],
    mention_roles: roles,
    mention_everyone: everyone,
  };
}
