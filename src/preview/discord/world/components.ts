import type { Component, Fields, Id } from './model.ts';

const selectTypes = new Set([3, 5, 6, 7, 8]);

interface Media {
  url?: string;
}

function storedMedia(media: unknown, nextId: () => Id): Fields {
  const url = (media as Media | null)?.url ?? '';
  return { id: nextId(), url, proxy_url: url };
}

function takenIds(parts: readonly Component[], taken: Set<number>): Set<number> {
  for (const part of parts) {
    if (part.id) taken.add(part.id);
    if (part.components) takenIds(part.components, taken);
    if (part.component) takenIds([part.component], taken);
    if (part.accessory) takenIds([part.accessory], taken);
  }
  return taken;
}

/** The fields that Discord fills in when a component leaves them out. */
function defaults(part: Component & Fields, nextId: () => Id): Fields {
  if (selectTypes.has(part.type)) {
    return { min_values: part.min_values ?? 1, max_values: part.max_values ?? 1 };
  }
  switch (part.type) {
    case 4:
      return {
        label: part.label ?? '',
        min_length: part.min_length ?? 0,
        max_length: part.max_length ?? 4000,
      };
    case 11:
      return {
        media: storedMedia(part['media'], nextId),
        description: part['description'] ?? null,
        spoiler: part['spoiler'] ?? false,
      };
    case 12:
      return {
        items: ((part['items'] ?? []) as Fields[]).map((entry) => ({
          media: storedMedia(entry['media'], nextId),
          description: entry['description'] ?? null,
          spoiler: entry['spoiler'] ?? false,
        })),
      };
    case 14:
      return { divider: part['divider'] ?? true, spacing: part['spacing'] ?? 1 };
    case 17:
      return { accent_color: part['accent_color'] ?? null, spoiler: part['spoiler'] ?? false };
    default:
      return {};
  }
}

/**
 * Components as Discord stores them: each with a numeric `id` (its own, else counted up from 1 in
 * the order shown), with the defaults filled in.
 */
export function storedComponents(parts: readonly Component[], nextId: () => Id): Component[] {
  const taken = takenIds(parts, new Set());
  let last = 0;
  const numbered = (own: number | undefined): number => {
    if (own) return own;
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const stored = (part: Component): Component => {
    const id = numbered(part.id);
    return {
      ...part,
      ...defaults(part as Component & Fields, nextId),
      type: part.type,
      id,
      ...(part.components ? { components: part.components.map(stored) } : {}),
      ...(part.component ? { component: stored(part.component) } : {}),
      ...(part.accessory ? { accessory: stored(part.accessory) } : {}),
    };
  };
  return parts.map(stored);
}

/** Every component in the order shown, containers before what they hold. */
export function flatComponents(parts: readonly Component[]): Component[] {
  return parts.flatMap((part) => [
    part,
    ...flatComponents(part.components ?? []),
    ...flatComponents(part.component ? [part.component] : []),
    ...flatComponents(part.accessory ? [part.accessory] : []),
  ]);
}
