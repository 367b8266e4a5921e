import { kind, selects } from './component-kinds.ts';
import type { Placed } from './component-kinds.ts';
import { badLength, required, tooGreat } from './error-messages.ts';
import { isDictionary, isGiven, listAt, numberAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

const linkStyle = 5;
const premiumStyle = 6;
const mostOptions = 25;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** Buttons, selects and groups of options, wherever they stand; and no `custom_id` twice. */
export function checkControls(placed: readonly Placed[], complaints: Complaints): void {
  const customIds = new Set<string>();
  for (const { component, path } of placed) {
    const type = component['type'];
    if (type === kind.button) checkButton(component, path, complaints);
    if (selects.has(type) || type === kind.checkboxGroup)
      checkChoiceCounts(component, path, complaints);
    if (type === kind.stringSelect || type === kind.checkboxGroup || type === kind.radioGroup) {
      checkOptions(component, path, complaints);
    }
    const customId = component['custom_id'];
    if (typeof customId !== 'string') continue;
    if (customIds.has(customId)) {
      complaints.add([...path, 'custom_id'], {
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      });
    }
    customIds.add(customId);
  }
}

function checkButton(button: Dictionary, path: Path, complaints: Complaints): void {
  const style = button['style'];
  const given = (key: string): boolean => isGiven(button[key]);
  if (given('custom_id') && (given('url') || style === linkStyle)) {
    complaints.add([...path, 'custom_id'], {
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  } else if (style === linkStyle) {
    if (textAt(button, 'url') === '') complaints.add([...path, 'url'], required);
  } else if (style === premiumStyle) {
    if (!given('sku_id')) complaints.add([...path, 'sku_id'], required);
    return;
  } else if (!given('custom_id')) {
    complaints.add([...path, 'custom_id'], {
      code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
      message: 'A custom id is required',
    });
  }
  if (textAt(button, 'label').trim() === '' && !given('emoji'))
    complaints.add([...path, 'label'], required);
  checkEmoji(button, path, complaints);
}

function checkEmoji(owner: Dictionary, path: Path, complaints: Complaints): void {
  const given = owner['emoji'];
  if (!isDictionary(given) || isGiven(given['id'])) return;
  if (!emoji.test(textAt(given, 'name'))) {
    complaints.add([...path, 'emoji', 'name'], {
      code: 'BUTTON_COMPONENT_INVALID_EMOJI',
      message: 'Invalid emoji',
    });
  }
}

function checkChoiceCounts(select: Dictionary, path: Path, complaints: Complaints): void {
  const most = numberAt(
    select,
    'max_values',
    select['type'] === kind.checkboxGroup ? mostOptions : 1,
  );
  if (numberAt(select, 'min_values', 0) > most)
    complaints.add([...path, 'min_values'], tooGreat(most));
  const options = listAt(select, 'options');
  if (Array.isArray(select['options']) && isGiven(select['max_values']) && options.length < most) {
    complaints.add([...path, 'options'], badLength(most, mostOptions));
  }
  const chosen = options.filter((option) => isDictionary(option) && option['default'] === true);
  if (chosen.length + listAt(select, 'default_values').length > most) {
    complaints.add(path, {
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      message: 'The specified number of default values exceeds the specified maximum values',
    });
  }
}

function checkOptions(select: Dictionary, path: Path, complaints: Complaints): void {
  const values = new Set<string>();
  for (const [at, option] of listAt(select, 'options').entries()) {
    if (!isDictionary(option)) continue;
    const here = [...path, 'options', at];
    checkEmoji(option, here, complaints);
    const value = option['value'];
    if (typeof value !== 'string') continue;
    if (values.has(value)) {
      complaints.add(here, {
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      });
    }
    values.add(value);
  }
}
