/** Finding one's way in a zod schema: which keys a map may have at a path, and what kinds of value a place takes. */
import { z } from 'zod';
import { NAME_PATTERN } from './common.ts';

type Schema = z.core.$ZodType;

/** The shapes that can stand at a path of the file; more than one where the file may choose between kinds. */
export function schemasAt(root: Schema, path: readonly PropertyKey[]): readonly Schema[] {
  let here = variants(root);
  for (const step of path) here = here.flatMap((schema) => inner(schema, step)).flatMap(variants);
  return here;
}

/** The keys of the strict maps that can stand at a path. */
export function keysAt(root: Schema, path: readonly PropertyKey[]): readonly string[] {
  return schemasAt(root, path).flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []));
}

/** The description of what can stand at a path; null if nobody wrote one. */
export function helpFor(root: Schema, path: readonly PropertyKey[]): string | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  for (const schema of schemasAt(root, path.slice(0, -1)).flatMap((parent) => inner(parent, last))) {
    if (schema instanceof z.ZodType && schema.description !== undefined) return schema.description;
  }
  return null;
}

/** What can stand at a path, in words: "a number or a text". */
export function kindsAt(root: Schema, path: readonly PropertyKey[]): string {
  const words = [...new Set(schemasAt(root, path).map(kindOf))];
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}` : words[0] ?? 'something else';
}

function variants(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional) return variants(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(variants);
  return [schema];
}

function inner(schema: Schema, step: PropertyKey): readonly Schema[] {
  if (schema instanceof z.ZodObject) {
    const found: unknown = Object.hasOwn(schema.shape, step) ? schema.shape[String(step)] : undefined;
    return found instanceof z.ZodType ? [found] : [];
  }
  if (schema instanceof z.ZodRecord) return [schema.def.valueType];
  if (schema instanceof z.ZodArray) return [schema.def.element];
  return [];
}

function kindOf(schema: Schema): string {
  switch (schema._zod.def.type) {
    case 'string':
      return schema instanceof z.ZodType && schema.meta()?.['pattern'] === NAME_PATTERN ? 'a name' : 'a text';
    case 'enum':
    case 'literal':
      return 'one of a few words';
    case 'number':
      return schema instanceof z.ZodNumberFormat ? 'a whole number' : 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list, as in [one, two]';
    default:
      return 'a map, as in { name: value }';
  }
}
