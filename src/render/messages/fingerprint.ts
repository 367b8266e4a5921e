import { isDiscordUrl } from './links.ts';

export interface Recognisable {
  content?: string | undefined;
  embeds?: readonly { url?: string | undefined }[] | undefined;
  components?: readonly unknown[] | undefined;
}

const deepestComponent = 6;

/**
 * What a message without a mark is known by in a channel's history: those of earlier versions. It is
 * the first of these that exists: the ids of its buttons (for a case without version and
 * action), the address of its first embed, the address of its first link button that is not a
 * thread (threads open later), its text. It is the same for the body sent and for the message that
 * Discord returns.
 */
export function fingerprint(message: Recognisable): string {
  const components = [...placed(message.components ?? [], 0)];
  const customIds = components.map((component) => textAt(component, 'custom_id')).filter(Boolean);
  if (customIds.length > 0) {
    const subjects = customIds.map((id) => id.replace(/^(case:\d+):.*$/u, '$1'));
    return `ids ${[...new Set(subjects)].join(' ')}`;
  }
  const [embed] = message.embeds ?? [];
  if (embed?.url) return `url ${embed.url}`;
  const linked = components
    .map((component) => textAt(component, 'url'))
    .find((url) => url && !isDiscordUrl(url));
  return linked ? `link ${linked}` : `text ${(message.content ?? '').trim()}`;
}

/** The keys of the comments that a message shows, by their report buttons, in order. */
export function commentKeysIn({ components }: Recognisable): string[] {
  return [...placed(components ?? [], 0)].flatMap((component) => {
    const [kind, key, ...more] = textAt(component, 'custom_id').split(':');
    return kind === 'report' && key !== undefined && more.length === 0 ? [key] : [];
  });
}

function* placed(components: unknown, depth: number): Generator<object> {
  if (!Array.isArray(components) || depth > deepestComponent) return;
  for (const component of components as unknown[]) {
    if (typeof component !== 'object' || component === null) continue;
    yield component;
    if ('components' in component) yield* placed(component.components, depth + 1);
    if ('accessory' in component) yield* placed([component.accessory], depth + 1);
  }
}

function textAt(
  component: { custom_id?: unknown; url?: unknown },
  key: 'custom_id' | 'url',
): string {
  const text = component[key];
  return typeof text === 'string' ? text : '';
}
