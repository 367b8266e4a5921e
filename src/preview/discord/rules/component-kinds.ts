import { isDictionary, listAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Path } from './refused.ts';

/** @see https://discord.com/developers/docs/components/reference#component-object-component-types */
export const kind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  container: 17,
  label: 18,
  radioGroup: 21,
  checkboxGroup: 22,
} as const;

export const selects: ReadonlySet<unknown> = new Set([
  kind.stringSelect,
  kind.userSelect,
  kind.roleSelect,
  kind.mentionableSelect,
  kind.channelSelect,
]);

/** A component and its path in the body. */
export interface Placed {
  component: Dictionary;
  path: Path;
}

/** The deepest nesting is container, row, button; one level more, to find what is too deep. */
const mostLevels = 4;

/** All components under `components`, nested ones included, in the order they are shown. */
export function placedComponents(body: Dictionary, path: Path): Placed[] {
  const placed: Placed[] = [];
  collect(body, path, 1, placed);
  return placed;
}

function collect(parent: Dictionary, path: Path, level: number, placed: Placed[]): void {
  if (level > mostLevels) return;
  const inner: [unknown, Path][] = [...listAt(parent, 'components').entries()].map(
    ([at, component]) => [component, [...path, 'components', at]],
  );
  for (const key of ['accessory', 'component']) inner.push([parent[key], [...path, key]]);
  for (const [component, here] of inner) {
    if (!isDictionary(component)) continue;
    placed.push({ component, path: here });
    collect(component, here, level + 1, placed);
  }
}
