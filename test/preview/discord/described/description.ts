import { readFileSync } from 'node:fs';
import * as described from 'discord-api-spec/zod';
import { z } from 'zod';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';

/**
 * Checks answers against Discord's own OpenAPI description. The package `discord-api-spec` publishes
 * it as types, which say what each operation answers, and as a schema for each type.
 */
const types = new URL(
  '../../../../node_modules/discord-api-spec/build/discord-api-spec.ts',
  import.meta.url,
);

/** The type of each status of each operation: "GET /channels/*" → 200 → "MessageResponse[] | null". */
function responseTypes(text: string): Map<string, Map<number, string>> {
  const found = new Map<string, Map<number, string>>();
  let path = '';
  let statuses = new Map<number, string>();
  const paths = text.slice(text.indexOf('export interface Paths {'));
  const lines =
    /^ {2}"(?<path>\/[^"]*)": \{$|^ {4}(?<method>[a-z]+): \{$|^ {8}"(?<status>\d{3})":(?<type>[^;]+);$|^\}$/gmu;
  for (const { groups = {}, 0: line } of paths.matchAll(lines)) {
    if (line === '}') break;
    path = groups['path'] ?? path;
    if (groups['method']) {
      statuses = new Map();
      const operation = { method: groups['method'].toUpperCase(), route: path };
      found.set(operationName(operation), statuses);
    }
    if (groups['status']) statuses.set(Number(groups['status']), (groups['type'] ?? '').trim());
  }
  return found;
}

let operations: Map<string, Map<number, string>> | null = null;
function responsesOf(operation: string): Map<number, string> | null {
  operations ??= responseTypes(readFileSync(types, 'utf8'));
  return operations.get(operation) ?? null;
}

/**
 * "MessageResponse[] | null" or "(One | Other)[] | null" as a schema; `null` for "unknown", an answer
 * without a body.
 */
function schemaOf(type: string): $ZodType | null {
  if (type === 'unknown') return null;
  const list = /^\|?\s*\(([^()]{1,400})\)\[\]\s*(?:\|\s*null)?$/u.exec(type);
  if (list) return z.array(schemaOf(list[1]?.trim() ?? '') ?? z.never()).nullable();
  const names = type.split(/\s*\|\s*/u).filter((name) => name !== '');
  return z.union(
    names.map((name) => {
      if (name === 'null') return z.null();
      const schema = (described as Record<string, $ZodType>)[`${name.replace('[]', '')}Schema`];
      if (!schema) throw new Error(`discord-api-spec has no schema of ${name}`);
      return name.endsWith('[]') ? z.array(schema) : schema;
    }),
  );
}

/** Discord writes UTC as "+00:00"; the package's schemas take "Z" alone. */
function asSchemasTakeIt(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'string' ? one.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+00:00$/, '$1Z') : one,
  );
}

/** Where a value differs; of a union, the differences from its nearest branch. */
function differences(issues: readonly $ZodIssue[], at: string): string[] {
  return issues.flatMap((issue) => {
    const place = [at, ...issue.path.map(String)].join('.');
    if (issue.code !== 'invalid_union') return [`${place}: ${issue.message}`];
    const branches = issue.errors.map((branch) => differences(branch, place));
    const nearest = branches.sort((a, b) => a.length - b.length)[0];
    return nearest ?? [`${place}: ${issue.message}`];
  });
}

function mismatches(schema: $ZodType, value: unknown, at: string): string[] {
  const { error } = z.safeParse(schema, asSchemasTakeIt(value));
  return error ? differences(error.issues, at) : [];
}

/** A REST call as it was answered. */
export interface AnsweredCall {
  method: string;
  route: string;
  status: number | null;
  answer: unknown;
}

/** How a route is called in the description, its parameters being `*`. */
export function operationName(call: { method: string; route: string }): string {
  return `${call.method} ${call.route.replaceAll(/\{[^}]{1,40}\}|:\w+/g, '*')}`;
}

/** Whether Discord describes a route. */
export function isDescribed(call: { method: string; route: string }): boolean {
  return responsesOf(operationName(call)) !== null;
}

/** How a successful answer differs from the description; `null` for a call that was refused. */
export function checkedAnswer(call: AnsweredCall): string[] | null {
  if (call.status === null || call.status >= 300) return null;
  const where = `${call.method} ${call.route} ${call.status}`;
  const type = responsesOf(operationName(call))?.get(call.status);
  if (type === undefined) return [`${where}: is not described`];
  const schema = schemaOf(type);
  if (schema) return mismatches(schema, call.answer, where);
  return call.answer === undefined ? [] : [`${where}: has a body`];
}

/** How an object differs from one of the description's types, such as `MessageResponse`. */
export function objectMismatches(type: string, value: unknown): string[] {
  const schema = schemaOf(type);
  return schema ? mismatches(schema, value, type) : [];
}
