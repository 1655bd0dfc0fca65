/**
 * The format as JSON Schema (draft-7), for editors: the shapes of `shape/`, and what holds for a file before its day is chosen
 * and its bases are merged. So a value may be given by day, entries may say `since` and `until`, and in a file that extends
 * others, or is made to be extended, keys may be missing and an empty value removes.
 */
import { z } from 'zod';
import { isDocument } from './dates/days.ts';
import { scenarioFile } from './shape/file.ts';

/** What zod writes of our shapes. */
interface Node {
  readonly description?: string;
  readonly type?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | boolean;
  readonly propertyNames?: Node;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}
export type JsonSchema = Readonly<Record<string, unknown>>;

const DAYS = '^\\d{4}-\\d{2}-\\d{2}$';
/** Only maps whose keys are all days; an empty one holds nothing by day. Editors know keys that are numbers (thresholds), to which a pattern alone does not apply. */
const BY_DAY: JsonSchema = { type: 'object', minProperties: 1, propertyNames: { type: 'string', pattern: DAYS } };
const NOTHING: JsonSchema = { type: 'null' };
/** What a scenario has and a file of parts has not. */
const OF_A_SCENARIO = ['id', 'title', 'parties', 'stages', 'outcomes'];

/** The schema, the same on every call. */
export function scenarioSchema(): JsonSchema {
  const shape = z.toJSONSchema(scenarioFile, { target: 'draft-7', io: 'input' }) as Node;
  const writer = new Writer();
  const whole = writer.named('scenario', writer.bare(shape, { path: [], entry: false, parts: false }));
  const parts = writer.named('parts', writer.bare(shape, { path: [], entry: false, parts: true }));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A Winset scenario',
    type: 'object',
    if: { anyOf: [{ required: ['extends'] }, { not: { anyOf: OF_A_SCENARIO.map((key) => ({ required: [key] })) } }] },
    then: parts,
    else: whole,
    definitions: writer.definitions(),
  };
}

interface At {
  /** Where in the file; `*` for any name or place in a list. */
  readonly path: readonly string[];
  /** Whether it is an entry of a list or of a map of names, which may be there for a time only. */
  readonly entry: boolean;
  /** Whether the file may leave to others what is missing. */
  readonly parts: boolean;
}

class Writer {
  /** Schemas by what they say: what is said in many places is written once. */
  readonly #names = new Map<string, string>();
  readonly #written: Record<string, JsonSchema> = {};

  definitions(): JsonSchema {
    return this.#written;
  }

  named(name: string, schema: JsonSchema): JsonSchema {
    const said = JSON.stringify(schema);
    let known = this.#names.get(said);
    if (known === undefined) {
      known = name;
      for (let more = 2; known in this.#written; more++) known = `${name}-${more}`;
      this.#names.set(said, known);
      this.#written[known] = schema;
    }
    return { $ref: `#/definitions/${known}` };
  }

  /** What may stand at a place: the value, or one for each of some days. */
  place(node: Node, at: At): JsonSchema {
    const name = [at.parts ? 'parts' : '', ...at.path].filter((word) => word !== '' && word !== '*').join('.') || 'value';
    const described = node.description === undefined ? {} : { description: node.description };
    const value = this.bare(node, at);
    if (isDocument(at.path)) return { ...described, ...value };
    const undated = isShort(value) ? value : this.named(name, value);
    const byDay = this.named(`${name}.by-day`, { if: this.named('by-day', BY_DAY), then: { additionalProperties: orNothing(undated) }, else: undated });
    return 'description' in described ? { ...described, allOf: [byDay] } : byDay;
  }

  /** The value itself, without its description. */
  bare({ description: _said, ...node }: Node, at: At): JsonSchema {
    if (node.anyOf !== undefined) return { anyOf: node.anyOf.map((way) => this.bare(way, at)) };
    if (node.properties !== undefined) return this.#map(node, node.properties, at);
    if (typeof node.additionalProperties === 'object') {
      // Where any text will do, so does a number: thresholds are written as numbers.
      const names = node.propertyNames?.pattern === undefined ? {} : { propertyNames: withoutWords(node.propertyNames) };
      const value = this.place(node.additionalProperties, { ...at, path: [...at.path, '*'], entry: true });
      return { type: 'object', ...names, additionalProperties: at.parts ? orNothing(value) : value };
    }
    // A list is replaced as a whole: nothing in it is left to others.
    if (node.items !== undefined) return { ...node, items: this.place(node.items, { path: [...at.path, '*'], entry: true, parts: false }) };
    return { ...node };
  }

  #map(node: Omit<Node, 'description'>, keys: Readonly<Record<string, Node>>, at: At): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    for (const [key, value] of Object.entries(keys)) {
      const there = this.place(value, { ...at, path: [...at.path, key], entry: false });
      properties[key] = at.parts && key !== 'extends' ? orNothing(there) : there;
    }
    if (at.entry && !isDocument(at.path)) {
      properties['since'] = { description: 'The first day on which it is there: 2025-02-17.', type: 'string', pattern: DAYS };
      properties['until'] = { description: 'The first day on which it is no longer there.', type: 'string', pattern: DAYS };
    }
    const { required = [] } = node;
    return { type: 'object', properties, ...(at.parts || required.length === 0 ? {} : { required }), additionalProperties: false };
  }
}

/** An empty value removes what the extended file has. */
function orNothing({ description, allOf, ...schema }: JsonSchema): JsonSchema {
  const value: unknown = Array.isArray(allOf) ? allOf[0] : schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [value, NOTHING] };
}

function withoutWords({ description: _said, ...node }: Node): JsonSchema {
  return node;
}

/** Not worth a name of its own. */
function isShort(schema: JsonSchema): boolean {
  return JSON.stringify(schema).length < 60;
}
