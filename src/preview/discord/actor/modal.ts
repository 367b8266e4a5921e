import type { OpenModal } from '../world/interaction-model.ts';
import type { Component, Fields } from '../world/model.ts';
import { ActorRefused } from './refused.ts';
import type { Pickable, Resolved } from './resolved.ts';

export type ModalValue = string | readonly string[] | boolean | null;
export type ModalValues = Readonly<Record<string, ModalValue>>;

const pickableTypes: Readonly<Record<number, Pickable>> = {
  5: 'user',
  6: 'role',
  7: 'mentionable',
  8: 'channel',
};
const types = { stringSelect: 3, text: 4, upload: 19, radio: 21, checkboxes: 22, checkbox: 23 };

function refuse(field: Component, why: string): never {
  throw new ActorRefused(50035, `Field "${field.custom_id ?? ''}": ${why}`);
}

function textValue(field: Component, given: ModalValue | undefined): string {
  const value = given ?? field.value ?? '';
  if (typeof value !== 'string') return refuse(field, 'takes a text');
  if (value === '') return field.required === false ? '' : refuse(field, 'is required');
  const { min_length = 0, max_length = 4000 } = field;
  if (value.length < min_length) refuse(field, `must be ${min_length} or more in length`);
  if (value.length > max_length) refuse(field, `must be ${max_length} or fewer in length`);
  return value;
}

/** The value of a select or a group of boxes: what was picked, else the preset. */
export function pickedValues(
  field: Component,
  given: ModalValue | undefined,
  resolved: Resolved,
  needed: boolean,
): string[] {
  const preset = [
    ...(field.options ?? []).filter((one) => one.default).map((one) => one.value),
    ...(field.default_values ?? []).map((one) => one.id),
  ];
  const values = given === undefined || given === null ? preset : [given].flat();
  if (!values.every((one): one is string => typeof one === 'string')) {
    return refuse(field, 'takes a list of values');
  }
  if (new Set(values).size !== values.length) refuse(field, 'has one value twice');
  const pickable = pickableTypes[field.type];
  for (const value of values) {
    if (pickable) resolved.pick(pickable, value, field.channel_types);
    else if (!field.options?.some((one) => one.value === value)) {
      refuse(field, `does not offer "${value}"`);
    }
  }
  if (values.length === 0 && !needed) return [];
  const boxes = field.type === types.checkboxes;
  const least = field.min_values ?? 1;
  const most = field.max_values ?? (boxes ? (field.options?.length ?? 10) : 1);
  if (values.length < least) refuse(field, `takes ${least} or more`);
  if (values.length > most) refuse(field, `takes ${most} or fewer`);
  return values;
}

function submitted(field: Component, values: ModalValues, resolved: Resolved): Fields {
  const name = field.custom_id ?? '';
  const given = values[name];
  const shared = { type: field.type, id: field.id, custom_id: name };
  const needed = field.required !== false;
  switch (field.type) {
    case types.text:
      return { ...shared, value: textValue(field, given) };
    case types.radio: {
      const [value] = pickedValues({ ...field, min_values: 1 }, given, resolved, needed);
      return { ...shared, value: value ?? null };
    }
    case types.checkbox: {
      const value = given ?? field.default ?? false;
      if (typeof value !== 'boolean') return refuse(field, 'takes true or false');
      return { ...shared, value };
    }
    case types.upload:
      if (field.required !== false) return refuse(field, 'needs a file, and none can be sent here');
      return { ...shared, values: [] };
    default:
      return { ...shared, values: pickedValues(field, given, resolved, needed) };
  }
}

/** The data of a submitted modal. @throws ActorRefused for a field that does not exist or fit */
export function modalData(modal: OpenModal, values: ModalValues, resolved: Resolved): Fields {
  for (const name of Object.keys(values)) {
    if (!modal.fields.some((field) => field.custom_id === name)) {
      throw new ActorRefused(50035, `The modal has no field "${name}"`);
    }
  }
  const components = modal.components.map((part) => {
    if (part.component) {
      const component = submitted(part.component, values, resolved);
      return { type: part.type, id: part.id, component };
    }
    if (part.components) {
      const inner = part.components.map((field) => submitted(field, values, resolved));
      return { type: part.type, id: part.id, components: inner };
    }
    return { type: part.type, id: part.id };
  });
  return { custom_id: modal.custom_id, components, ...resolved.field() };
}
