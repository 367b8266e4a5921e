import { kind, placedComponents } from './component-kinds.ts';
import { checkControls } from './controls.ts';
import { badLength, required, tooGreat } from './error-messages.ts';
import { widthExceeded } from './message-components.ts';
import { isDictionary, isGiven, listAt, numberAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

const mostTopLevel = 5;
const mostText = 4000;

/** What Discord asks of a modal beyond its description. `path` is the modal's place in the request. */
export function checkModal(modal: Dictionary, path: Path, complaints: Complaints): void {
  const components = listAt(modal, 'components');
  if (
    Array.isArray(modal['components']) &&
    (components.length < 1 || components.length > mostTopLevel)
  ) {
    complaints.add([...path, 'components'], badLength(1, mostTopLevel));
  }
  for (const [at, component] of components.entries()) {
    if (isDictionary(component) && component['type'] === kind.row) {
      checkClassicRow(component, [...path, 'components', at], complaints);
    }
  }
  const placed = placedComponents(modal, path);
  for (const { component, path: place } of placed) {
    if (component['type'] === kind.textInput) checkTextInput(component, place, complaints);
  }
  checkControls(placed, complaints);
}

/** The way before labels: one text input in a row, with a label of its own. */
function checkClassicRow(row: Dictionary, path: Path, complaints: Complaints): void {
  for (const [at, input] of listAt(row, 'components').entries()) {
    const here = [...path, 'components', at];
    if (at > 0) complaints.add(here, widthExceeded);
    if (isDictionary(input) && input['type'] === kind.textInput && !isGiven(input['label'])) {
      complaints.add([...here, 'label'], required);
    }
  }
}

function checkTextInput(input: Dictionary, path: Path, complaints: Complaints): void {
  const most = numberAt(input, 'max_length', mostText);
  if (most > mostText) return;
  if (numberAt(input, 'min_length', 0) > most)
    complaints.add([...path, 'min_length'], tooGreat(most));
  const value = textAt(input, 'value');
  const least = numberAt(input, 'min_length', 0);
  if (value !== '' && (value.length > most || value.length < least)) {
    complaints.add([...path, 'value'], badLength(least, most));
  }
}
