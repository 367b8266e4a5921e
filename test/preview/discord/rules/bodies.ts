import type { Refused } from '../../../../src/preview/discord/rules/index.ts';

/** The body as it arrives: through JSON. */
export const sent = (body: unknown): unknown => JSON.parse(JSON.stringify(body)) as unknown;

export const text = (length: number): string => 'n'.repeat(length);

export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** The codes at a dotted place of the error tree; a place holds no `.` of its own. */
export function codesAt(refused: Refused | null, place: string): string[] {
  let branch: unknown = refused?.errors;
  for (const key of place === '' ? [] : place.split('.'))
    branch = (branch as Record<string, unknown> | undefined)?.[key];
  const leaf =
    (branch as { _errors?: { code: string; message: string }[] } | undefined)?._errors ?? [];
  return leaf.map(({ code }) => code);
}

/** Every place of the tree that has a leaf. */
export function places(refused: Refused | null): string[] {
  const found: string[] = [];
  const walk = (branch: unknown, place: string): void => {
    for (const [key, inner] of Object.entries(branch as Record<string, unknown>)) {
      if (key === '_errors') found.push(place);
      else walk(inner, place === '' ? key : `${place}.${key}`);
    }
  };
  if (refused?.errors) walk(refused.errors, '');
  return found;
}

export const embed = (more: object) => ({ embeds: [{ title: 'Harbour', ...more }] });
export const v2 = 1 << 15;
export const linkButton = (url = 'https://harbour-ledger.example/tide') => ({
  type: 2,
  style: 5,
  url,
  label: 'Read',
});
export const button = (custom_id = 'flag', more: object = {}) => ({
  type: 2,
  style: 2,
  custom_id,
  label: 'Flag',
  ...more,
});
export const row = (...components: object[]) => ({ type: 1, components });
export const display = (content = 'The tide tables moved.') => ({ type: 10, content });
export const section = (texts: object[], accessory: unknown = button()) => ({
  type: 9,
  components: texts,
  accessory,
});
export const picture = (description?: string) => ({
  media: { url: 'https://harbour-ledger.example/quay.jpg' },
  ...(description === undefined ? {} : { description }),
});
export const choice = (at: number, more: object = {}) => ({
  label: `Reason ${at}`,
  value: `reason-${at}`,
  ...more,
});
export const select = (options: object[], more: object = {}) => ({
  type: 3,
  custom_id: 'reason',
  options,
  ...more,
});
export const withComponents = (...components: object[]) => ({
  content: 'Harbour reopens',
  components,
});
export const inV2 = (...components: object[]) => ({ flags: v2, components });
export const label = (component: object, more: object = {}) => ({
  type: 18,
  label: 'Why',
  component,
  ...more,
});
export const input = (more: object = {}) => ({ type: 4, custom_id: 'why', style: 2, ...more });
export const modal = (components: object[], more: object = {}) => ({
  type: 9,
  data: { custom_id: 'report', title: 'Report a comment', components, ...more },
});
export const slash = (options: object[] = [], more: object = {}) => ({
  name: 'feed',
  description: 'The feeds of this channel',
  options,
  ...more,
});
export const option = (name: string, more: object = {}) => ({
  type: 3,
  name,
  description: 'A field',
  ...more,
});
