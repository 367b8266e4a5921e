import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Checks answers against the response schemas of Discord's own OpenAPI description. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
  additionalProperties?: Schema | boolean;
}

interface Operation {
  responses: Record<string, { content?: { 'application/json'?: { schema?: Schema } } }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const place = fileURLToPath(
  new URL('../../../../../shared/reference/discord-openapi.json', import.meta.url),
);

/** Why the description cannot be asked, `null` when it can. */
export const descriptionMissing = existsSync(place) ? null : `there is no ${place}`;

let loaded: Description | null = null;
function description(): Description {
  loaded ??= JSON.parse(readFileSync(place, 'utf8')) as Description;
  return loaded;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function hasType(schema: Schema, value: unknown): boolean {
  if (schema.type === undefined) return true;
  const actual = typeOf(value);
  return [schema.type]
    .flat()
    .some((one) => one === actual || (one === 'number' && actual === 'integer'));
}

function scalarMismatches(schema: Schema, value: unknown, at: string): string[] {
  const found: string[] = [];
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at}: not one of the enum`);
  if (schema.const !== undefined && schema.const !== value) found.push(`${at}: not the constant`);
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern).test(value)) found.push(`${at}: pattern`);
    if (value.length < (schema.minLength ?? 0)) found.push(`${at}: too short`);
    if (value.length > (schema.maxLength ?? Infinity)) found.push(`${at}: too long`);
    if (schema.format === 'date-time' && Number.isNaN(Date.parse(value))) {
      found.push(`${at}: no instant`);
    }
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? -Infinity)) found.push(`${at}: too small`);
    if (value > (schema.maximum ?? Infinity)) found.push(`${at}: too great`);
  }
  return found;
}

/** Where a value differs from a schema; of a union, the nearest branch's differences. */
function mismatches(schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref) {
    const target = description().components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? mismatches(target, value, at) : [`${at}: unknown ${schema.$ref}`];
  }
  const union = schema.oneOf ?? schema.anyOf;
  if (union) {
    const tried = union.map((one) => mismatches(one, value, at));
    const best = tried.reduce((a, b) => (b.length < a.length ? b : a), tried[0] ?? []);
    if (best.length > 0) return best;
  }
  if (!hasType(schema, value)) {
    return [`${at}: is ${typeOf(value)}, must be ${[schema.type].flat().join(' or ')}`];
  }
  const found = scalarMismatches(schema, value, at);
  for (const part of schema.allOf ?? []) found.push(...mismatches(part, value, at));
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? Infinity)) found.push(`${at}: too many`);
    if (schema.items) {
      for (const [index, one] of value.entries()) {
        found.push(...mismatches(schema.items, one, `${at}[${index}]`));
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const name of schema.required ?? []) {
      if (!(name in fields)) found.push(`${at}.${name}: is missing`);
    }
    for (const [name, one] of Object.entries(schema.properties ?? {})) {
      if (name in fields) found.push(...mismatches(one, fields[name], `${at}.${name}`));
    }
  }
  return found;
}

function nameless(path: string): string {
  return path.replaceAll(/\{[^}]{1,40}\}|:\w+/g, '*');
}

/** A REST call as it was answered. */
export interface AnsweredCall {
  method: string;
  route: string;
  status: number | null;
  answer: unknown;
}

let operations: Map<string, Operation> | null = null;
function described(): Map<string, Operation> {
  operations ??= new Map(
    Object.entries(description().paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]) => [`${method.toUpperCase()} ${nameless(path)}`, operation]),
    ),
  );
  return operations;
}

/** How a route is called in the description, its parameters being `*`. */
export function operationName(call: { method: string; route: string }): string {
  return `${call.method} ${nameless(call.route)}`;
}

/** Every operation of the description. */
export function operationNames(): string[] {
  return [...described().keys()];
}

/**
 * How a successful answer differs from the description; `null` where the description has no such
 * route, or the call was refused.
 */
export function checkedAnswer(call: AnsweredCall): string[] | null {
  if (call.status === null || call.status >= 300) return null;
  const operation = described().get(operationName(call));
  if (!operation) return null;
  const response = operation.responses[String(call.status)];
  const where = `${call.method} ${call.route} ${call.status}`;
  if (!response) return [`${where}: is no status of this route`];
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return call.answer === undefined ? [] : [`${where}: has a body`];
  const answer: unknown = JSON.parse(JSON.stringify(call.answer ?? null));
  return mismatches(schema, answer, where);
}

/** How an object differs from one of the description's schemas, such as `MessageResponse`. */
export function objectMismatches(schema: string, value: unknown): string[] {
  return mismatches({ $ref: schema }, JSON.parse(JSON.stringify(value)), schema);
}
