import { z } from 'zod';
import { checkKeys } from './checkKeys.ts';
import { labShape } from './schema.ts';
import { scriptEntry } from './scriptEntry.ts';
import type { KnownCheck } from './validate/validation.ts';
import { isRecord } from './value.ts';

type Json = Readonly<Record<string, unknown>>;

const template = { type: 'string', pattern: '\\$\\{', description: 'A fact: `${name}` or `${name.part}`.' };

const strip = ({ $schema: _, ...rest }: Json): Json => rest;

const plain = (schema: z.ZodType): Json => strip(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }));

/** A fact may stand for any scalar, whose value is known only when the lab runs. */
function withTemplates(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withTemplates);
  if (!isRecord(schema)) return schema;

  const scalar = ['number', 'integer', 'boolean'].includes(String(schema.type)) || Array.isArray(schema.enum);
  if (scalar) {
    const { description, default: usual, ...own } = schema;
    return {
      ...(description !== undefined && { description }),
      ...(usual !== undefined && { default: usual }),
      anyOf: [own, template],
    };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withTemplates(value)]));
}

const common = (): Json => {
  const { properties } = plain(checkKeys);
  return isRecord(properties) ? properties : {};
};

function ofCheck({ name, about, params }: KnownCheck): Json {
  const own = withTemplates(plain(params));
  const properties = isRecord(own) && isRecord(own.properties) ? own.properties : {};
  const described = { ...(isRecord(own) ? own : {}), properties: { ...properties, ...common() }, description: about };
  return { type: 'object', properties: { [name]: described }, required: [name], additionalProperties: false };
}

/** The format of labs for editors (JSON Schema, draft 7): what yaml-language-server completes and checks by. */
export function labJsonSchema(checks: readonly KnownCheck[]): Json {
  const placeholder = 'one entry of checks';
  const schema = plain(labShape(z.unknown().describe(placeholder)));
  const entry = { anyOf: [...checks.map(ofCheck), plain(scriptEntry)] };
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (!isRecord(value)) return value;
    if (value.description === placeholder) return entry;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replace(each)]));
  };

  const replaced = replace(schema);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A lab of Seatrial',
    ...(isRecord(replaced) ? replaced : {}),
  };
}
