import { kind, placedComponents, selects } from './component-kinds.ts';
import type { Placed } from './component-kinds.ts';
import { checkControls } from './controls.ts';
import { tooLong, wrongType } from './error-messages.ts';
import { isDictionary, isGiven, listAt, numberAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

/** MessageFlags.IsComponentsV2 */
export const componentsV2 = 1 << 15;

const mostRows = 5;
const mostComponents = 40;
const mostText = 4000;

export function usesComponentsV2(body: Dictionary): boolean {
  return (numberAt(body, 'flags', 0) & componentsV2) !== 0;
}

/** The components of a message; which may stand there depends on the Components V2 flag of the same body. */
export function checkMessageComponents(body: Dictionary, path: Path, complaints: Complaints): void {
  const placed = placedComponents(body, path);
  const here = [...path, 'components'];
  if (usesComponentsV2(body)) {
    checkLegacyFields(body, path, complaints);
    checkTotals(placed, here, complaints);
  } else {
    if (listAt(body, 'components').length > mostRows) complaints.add(here, tooLong(mostRows));
    for (const [at, component] of listAt(body, 'components').entries()) {
      if (isDictionary(component) && component['type'] !== kind.row) {
        complaints.add([...here, at], wrongType([kind.row]));
      }
    }
  }
  for (const { component, path: place } of placed) {
    if (component['type'] === kind.row) checkWidth(component, place, complaints);
  }
  checkControls(placed, complaints);
}

function checkLegacyFields(body: Dictionary, path: Path, complaints: Complaints): void {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value = body[field];
    if (!isGiven(value) || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    complaints.add([...path, field], legacyField(field));
  }
}

export function legacyField(field: string): { code: string; message: string } {
  return {
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  };
}

function checkTotals(placed: readonly Placed[], path: Path, complaints: Complaints): void {
  if (placed.length > mostComponents) {
    complaints.add(path, {
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `Total number of components exceeds maximum of ${mostComponents}`,
    });
  }
  let characters = 0;
  for (const { component } of placed) {
    if (component['type'] === kind.textDisplay) characters += textAt(component, 'content').length;
  }
  if (characters > mostText) {
    complaints.add(path, {
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Components displayable text size exceeds maximum size of ${mostText}`,
    });
  }
}

/** A select is as wide as five buttons. */
function checkWidth(row: Dictionary, path: Path, complaints: Complaints): void {
  const inner = listAt(row, 'components');
  if (!inner.some((component) => isDictionary(component) && selects.has(component['type']))) return;
  for (const at of inner.keys()) {
    if (at > 0) complaints.add([...path, 'components', at], widthExceeded);
  }
}

export const widthExceeded = {
  code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  message: 'The specified component exceeds the maximum width',
};
