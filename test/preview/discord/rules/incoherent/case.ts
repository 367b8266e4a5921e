import {
  refusedCommands,
  refusedInteractionCallback,
  refusedMessageCreate,
} from '../../../../../src/preview/discord/rules/index.ts';
import type { Refused } from '../../../../../src/preview/discord/rules/index.ts';
import * as make from '../bodies.ts';
import { sent } from '../bodies.ts';

/** What contradicts itself, the answer to it, where and which. */
export type Case = [what: string, refused: Refused | null, place: string, code: string];
export const create = (body: unknown) => refusedMessageCreate(sent(body));
export const answer = (body: unknown) => refusedInteractionCallback(sent(body));
/** A list of one command; places are given within that command. */
export const command = (body: unknown): Refused | null => {
  const refused = refusedCommands(sent([body]));
  const { 0: errors } = (refused?.errors ?? {}) as Record<string, object>;
  return refused && errors ? { ...refused, errors } : refused;
};
export const inRow = (...components: object[]) =>
  create(make.withComponents(make.row(...components)));
/** The place of the first component that `inRow` is given. */
export const at = 'components.0.components.0';
export const required = 'BASE_TYPE_REQUIRED';
export const wrongType = 'UNION_TYPE_CHOICES';
export const legacy = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
export const duplicated = 'COMPONENT_CUSTOM_ID_DUPLICATED';
export const scheme = 'URL_TYPE_INVALID_SCHEME';
export const badUrl = 'URL_TYPE_INVALID_URL';
export const twice = 'SET_TYPE_ALREADY_CONTAINS_VALUE';
