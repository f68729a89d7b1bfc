import * as z from 'zod/mini';
import {
  either,
  type JsonSchema,
  mappingOfNames,
  OWN_KEYS,
  orNothing,
  saying,
  textWith,
  when,
  withPattern,
} from './json-schema.ts';

/** What editors show and offer for one key of a mapping. */
export interface Words {
  /** What the key is for, in a sentence or two. */
  readonly description: string;
  /**
   * The values that editors offer. There must be at least two, because an editor inserts a single value without asking.
   */
  readonly examples?: readonly (string | number | boolean | readonly string[])[];
  /** The value that applies when the key is missing. */
  readonly default?: unknown;
  /** An example in YAML to show in the description, for a value that editors cannot insert by themselves. */
  readonly yaml?: string;
  /**
   * Returns a changed version of `read`, the schema made from the zod schema. Needed only if `read` allows too much or
   * offers too little.
   */
  readonly schema?: (read: JsonSchema) => JsonSchema;
}

/** What editors show and offer for each key of `Shape`. */
export type WordsFor<Shape> = { readonly [Key in keyof Shape]: Words };

/**
 * Returns the JSON Schema of each key of a mapping, by key.
 *
 * @param schema - the zod schema with which cmplan reads the mapping
 * @param words - what editors show and offer for each key
 */
export function fieldsOf<Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape, z.core.$strict>,
  words: WordsFor<Shape>,
): Readonly<Record<string, JsonSchema>> {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, saying({ errorMessage: sentenceOf(zodSchema) }));
    },
  }) as JsonSchema;
  return Object.fromEntries(
    Object.keys(schema.shape).map((key) => [key, described(words[key] as Words, properties[key] ?? {})]),
  );
}

function described({ schema, ...words }: Words, read: JsonSchema): JsonSchema {
  const value = forEditors(read);
  return { ...explained(words), ...orNothing(schema === undefined ? value : schema(value)) };
}

/**
 * Returns the JSON Schema keywords with which editors show and offer the words for a key. The default and the YAML
 * example are added to the Markdown description, because editors would not show them otherwise.
 */
export function explained({ description, yaml, ...values }: Omit<Words, 'schema'>): JsonSchema {
  const { default: byDefault } = values;
  const written = typeof byDefault === 'object' ? JSON.stringify(byDefault) : String(byDefault);
  const more = [
    ...(byDefault === undefined ? [] : [`Default: \`${written}\``]),
    ...(yaml === undefined ? [] : [`\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``]),
  ];
  const markdownDescription = more.length === 0 ? undefined : [description, ...more].join('\n\n');
  return { description, ...saying({ markdownDescription, ...values }) };
}

/** The sentence about a value of an entirely wrong kind, from the message of a zod schema; undefined if it has none. */
function sentenceOf(schema: z.core.$ZodType): string | undefined {
  const predicate = z.safeParse(schema, Symbol(), { error: () => '' }).error?.issues[0]?.message;
  return predicate ? `this ${predicate}` : undefined;
}

/**
 * Changes a schema from zod to what editors need: it shows cmplan's own sentences, and allows `x-` keys and keys
 * without a value.
 *
 * @param outer - the sentence of the schema around this one, to use if this one has none
 */
function forEditors(read: JsonSchema, outer?: string): JsonSchema {
  const { anyOf, items, errorMessage = outer, propertyNames: _, ...schema } = read;
  if (anyOf !== undefined) {
    return either(...anyOf.map((each) => forEditors({ ...each, ...saying({ errorMessage }) })));
  }
  if (Array.isArray(schema.type)) return textWith(errorMessage);
  if (schema.type === 'object') return mappingForEditors(schema, errorMessage);
  if (typeof schema.pattern === 'string') return withPattern(schema, schema.pattern, errorMessage);
  const inside = items && forEditors(items, errorMessage);
  return { ...schema, ...saying({ items: inside, errorMessage }) };
}

/**
 * The schema of a mapping inside a value, with fixed keys or with any names as keys. Each key may lack a value.
 */
function mappingForEditors(schema: JsonSchema, outer: string | undefined): JsonSchema {
  const { properties, additionalProperties } = schema;
  const inner = (each: JsonSchema) => orNothing(forEditors(each, outer));
  if (typeof additionalProperties === 'object') return mappingOfNames(inner(additionalProperties), outer);
  const fixed = saying({ properties: properties && mapped(properties, inner) });
  return { ...schema, ...fixed, additionalProperties: onlyNothing(outer), patternProperties: OWN_KEYS };
}

/**
 * Returns a schema for a key that must not have a value.
 *
 * @param errorMessage - the sentence that editors show for a value
 */
export function onlyNothing(errorMessage: string | undefined): JsonSchema {
  // Outside a condition, the type would make editors offer null as a value.
  return when({ not: { type: 'null' } }, { type: 'null', ...saying({ errorMessage }) });
}

function mapped(
  properties: Readonly<Record<string, JsonSchema>>,
  change: (schema: JsonSchema) => JsonSchema,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, change(schema)]));
}
