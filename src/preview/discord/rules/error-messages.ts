import type { Complaint } from './refused.ts';

/** The leaves of Discord's error tree, in its own codes and words. */

const leaf = (code: string, message: string): Complaint => ({ code, message });

export const required = leaf('BASE_TYPE_REQUIRED', 'This field is required');
export const notText = leaf('STRING_TYPE_CONVERT', 'Could not interpret value as string.');
export const notTrueOrFalse = leaf('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
export const notAList = leaf('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
export const notADictionary = leaf(
  'MODEL_TYPE_CONVERT',
  'Only dictionaries may be used in a ModelType',
);
export const badUrl = leaf('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
export const alreadyContained = leaf(
  'SET_TYPE_ALREADY_CONTAINS_VALUE',
  'The set already contains this value',
);

export const tooLong = (most: number): Complaint =>
  leaf('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
export const tooShort = (least: number): Complaint =>
  leaf('BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
export const badLength = (least: number, most: number): Complaint =>
  leaf('BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
export const tooGreat = (most: number | bigint): Complaint =>
  leaf('NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
export const tooSmall = (least: number | bigint): Complaint =>
  leaf('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
export const notANumber = (value: unknown, kind: 'int' | 'snowflake'): Complaint =>
  leaf('NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not ${kind}.`);
export const notAChoice = (choices: readonly unknown[]): Complaint =>
  leaf('BASE_TYPE_CHOICES', `Value must be one of {${choices.map(String).join(', ')}}.`);
/** A component or an option whose `type` does not belong there. */
export const wrongType = (types: readonly unknown[]): Complaint =>
  leaf('UNION_TYPE_CHOICES', `Value of field "type" must be one of ${tuple(types)}.`);
export const badScheme = (scheme: string, schemes: readonly string[]): Complaint =>
  leaf(
    'URL_TYPE_INVALID_SCHEME',
    `Scheme "${shown(scheme)}" is not supported. Scheme must be one of ${tuple(schemes.map((name) => `'${name}'`))}.`,
  );
export const badTime = (value: unknown): Complaint =>
  leaf('DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`);

function tuple(values: readonly unknown[]): string {
  return values.length === 1 ? `(${String(values[0])},)` : `(${values.map(String).join(', ')})`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 100);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}
