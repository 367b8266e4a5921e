import * as description from 'discord-api-spec/zod';
import type { $ZodCheck, $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core';
import * as leaves from './error-messages.ts';
import { isDictionary } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Path } from './refused.ts';
import { complaintAboutUrl } from './urls.ts';

/** The bodies that Discord's own API description knows. */
export const described = {
  autocompleteCallback: description.ApplicationCommandAutocompleteCallbackRequestSchema,
  command: description.ApplicationCommandUpdateRequestSchema,
  directChannel: description.CreatePrivateChannelRequestSchema,
  forumThread: description.CreateForumThreadRequestSchema,
  messageCallback: description.CreateMessageInteractionCallbackRequestSchema,
  threadFromMessage: description.CreateTextThreadWithMessageRequestSchema,
  thread: description.CreateTextThreadWithoutMessageRequestSchema,
  webhookExecute: description.IncomingWebhookRequestPartialSchema,
  messageCreate: description.MessageCreateRequestSchema,
  messageEdit: description.MessageEditRequestPartialSchema,
  modalCallback: description.ModalInteractionCallbackRequestSchema,
  channelPatch: description.UpdateGuildChannelRequestPartialSchema,
  updateCallback: description.UpdateMessageInteractionCallbackRequestSchema,
  threadPatch: description.UpdateThreadRequestPartialSchema,
} as const;

const isoTime =
  /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/u;
const digits = /^\d{1,20}$/u;
/** Bit fields are described as integers and sent as text. */
const bitFields = new Set<unknown>(['default_member_permissions', 'allow', 'deny', 'permissions']);
/** The numbers that may have a fraction. */
const fractions = new Set<unknown>(['min_value', 'max_value', 'value', 'duration_secs']);

/**
 * Compares a body with Discord's description and adds what differs, in Discord's words.
 * A union of components or options is resolved by `type`, as Discord does, so the walk is linear in the body
 * and never deeper than the description.
 */
export function compare(
  schema: $ZodType,
  value: unknown,
  path: Path,
  complaints: Complaints,
): void {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === 'lazy') return compare(def.getter(), value, path, complaints);
  if (def.type === 'optional')
    return value === undefined ? undefined : compare(def.innerType, value, path, complaints);
  if (def.type === 'nullable')
    return value === null ? undefined : compare(def.innerType, value, path, complaints);
  if (def.type === 'union') return compareUnion(def.options, value, path, complaints);
  if (value === undefined || value === null) return complaints.add(path, leaves.required);
  if (def.type === 'object') {
    if (!isDictionary(value)) return complaints.add(path, leaves.notADictionary);
    for (const [key, inner] of Object.entries(def.shape))
      compare(inner, value[key], [...path, key], complaints);
    return undefined;
  }
  if (def.type === 'record') {
    if (!isDictionary(value)) return complaints.add(path, leaves.notADictionary);
    for (const [key, inner] of Object.entries(value))
      compare(def.valueType, inner, [...path, key], complaints);
    return undefined;
  }
  if (def.type === 'array') {
    if (!Array.isArray(value)) return complaints.add(path, leaves.notAList);
    if (complainedOfLength(value.length, limitsOf(def.checks), path, complaints)) return undefined;
    for (const [at, inner] of value.entries())
      compare(def.element, inner, [...path, at], complaints);
    return undefined;
  }
  if (def.type === 'string') return compareText(value, limitsOf(def.checks), path, complaints);
  if (def.type === 'number') return compareNumber(value, limitsOf(def.checks), path, complaints);
  if (def.type === 'boolean' && typeof value === 'boolean') return undefined;
  if (def.type === 'boolean') return complaints.add(path, leaves.notTrueOrFalse);
  const choices: readonly unknown[] = def.type === 'literal' ? def.values : [];
  return choices.includes(value) ? undefined : complaints.add(path, leaves.notAChoice(choices));
}

function compareUnion(
  options: readonly $ZodType[],
  value: unknown,
  path: Path,
  complaints: Complaints,
): void {
  const kinds = options.map(resolved);
  const byType = new Map(
    kinds.flatMap((kind) => typesOf(kind).map((type) => [type, kind] as const)),
  );
  if (byType.size > 0) {
    if (value === undefined || value === null) return complaints.add(path, leaves.required);
    if (!isDictionary(value)) return complaints.add(path, leaves.notADictionary);
    const kind = byType.get(value['type']);
    if (!kind)
      return complaints.add(
        path,
        leaves.wrongType([...byType.keys()].sort((a, b) => Number(a) - Number(b))),
      );
    return compare(kind, value, path, complaints);
  }
  const attempts = kinds.map((kind) => {
    const attempt = new Complaints();
    if (!isNothing(kind, value)) compare(kind, value, path, attempt);
    return attempt;
  });
  if (attempts.every((attempt) => attempt.hasAny())) {
    const nearest = attempts.find((attempt) => !attempt.hasAt(path)) ?? attempts.at(-1);
    if (nearest) complaints.addWhereSilent(nearest);
  }
}

function isNothing(schema: $ZodType, value: unknown): boolean {
  const { type } = (schema as $ZodTypes)._zod.def;
  return (type === 'undefined' && value === undefined) || (type === 'null' && value === null);
}

function resolved(schema: $ZodType): $ZodType {
  const { def } = (schema as $ZodTypes)._zod;
  return def.type === 'lazy' ? resolved(def.getter()) : schema;
}

function typesOf(schema: $ZodType): readonly unknown[] {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type !== 'object') return [];
  const type = def.shape['type'];
  if (!type) return [];
  const inner = (type as $ZodTypes)._zod.def;
  return inner.type === 'literal' ? inner.values : [];
}

interface Limits {
  least?: number | bigint;
  most?: number | bigint;
  formats: Set<string>;
}

function limitsOf(checks: readonly $ZodCheck[] | undefined): Limits {
  const limits: Limits = { formats: new Set() };
  for (const check of checks ?? []) {
    const { def } = (check as unknown as $ZodChecks)._zod;
    if (def.check === 'max_length') limits.most = def.maximum;
    else if (def.check === 'min_length') limits.least = def.minimum;
    else if (def.check === 'less_than') limits.most = Number(def.value);
    else if (def.check === 'greater_than') limits.least = Number(def.value);
    else if (def.check === 'string_format') limits.formats.add(def.format);
  }
  return limits;
}

function complainedOfLength(
  length: number,
  { least = 0, most }: Limits,
  path: Path,
  complaints: Complaints,
): boolean {
  if (length >= least && (most === undefined || length <= most)) return false;
  if (most === undefined) complaints.add(path, leaves.tooShort(Number(least)));
  else
    complaints.add(
      path,
      least > 0 ? leaves.badLength(Number(least), Number(most)) : leaves.tooLong(Number(most)),
    );
  return true;
}

function compareText(value: unknown, limits: Limits, path: Path, complaints: Complaints): void {
  // The only pattern in the description is the snowflake's.
  if (limits.formats.has('regex')) {
    const snowflake =
      typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : isSnowflake(value);
    return snowflake ? undefined : complaints.add(path, leaves.notANumber(value, 'snowflake'));
  }
  if (typeof value !== 'string') return complaints.add(path, leaves.notText);
  if (complainedOfLength(value.length, limits, path, complaints)) return undefined;
  if (limits.formats.has('datetime') && !isoTime.test(value))
    return complaints.add(path, leaves.badTime(value));
  if (!limits.formats.has('url') || (value === '' && path.includes('embeds'))) return undefined;
  const complaint = complaintAboutUrl(value, path);
  return complaint ? complaints.add(path, complaint) : undefined;
}

/** Whether the text is an id as Discord writes them. */
export function isSnowflake(value: unknown): boolean {
  return (
    typeof value === 'string' && digits.test(value) && (value === '0' || !value.startsWith('0'))
  );
}

function compareNumber(value: unknown, limits: Limits, path: Path, complaints: Complaints): void {
  const key = path.at(-1);
  const number =
    bitFields.has(key) && typeof value === 'string' && digits.test(value) ? BigInt(value) : value;
  if (typeof number !== 'bigint' && (typeof number !== 'number' || !Number.isFinite(number))) {
    return complaints.add(path, leaves.notANumber(value, 'int'));
  }
  if (typeof number === 'number' && !Number.isInteger(number) && !fractions.has(key)) {
    return complaints.add(path, leaves.notANumber(value, 'int'));
  }
  if (limits.least !== undefined && number < limits.least)
    return complaints.add(path, leaves.tooSmall(limits.least));
  if (limits.most !== undefined && number > limits.most)
    return complaints.add(path, leaves.tooGreat(limits.most));
  return undefined;
}
