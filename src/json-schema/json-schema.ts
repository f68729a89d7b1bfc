/**
 * A JSON Schema of draft 7, the draft that editors support best. Keywords without a field here are allowed, too. The
 * keywords `errorMessage`, `patternErrorMessage` and `enumDescriptions` are not standard, but editors with the YAML
 * extension understand them.
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly then?: JsonSchema;
  readonly errorMessage?: string;
}

/*
 * If several alternatives have the same title and description, editors treat them all as the one that matches, and show
 * the words of all of them instead of those of the key. Empty words tell alternatives apart and are not shown.
 */
const UNLIKE_OTHERS = { title: '', description: '' };

/** The definitions, by name, that both the schema of plans and the schema of configs need. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  nothing: {
    title: '',
    $comment: 'Nothing after the key.',
    not: { ...UNLIKE_OTHERS, type: ['string', 'number', 'boolean', 'array', 'object'] },
  },
  unstated: {
    ...UNLIKE_OTHERS,
    $comment: 'Nothing after a key that a condition asks for.',
    type: 'null',
  },
  plain: {
    description: '',
    $comment: 'A number, or true or false, taken as it is written.',
    not: { ...UNLIKE_OTHERS, type: ['string', 'null', 'array', 'object'] },
  },
};

/**
 * The schema for nothing after a key. It excludes every other type instead of naming `null`, which editors would then
 * offer as a value. `PLAIN` excludes types for the same reason: editors would offer true and false.
 */
const NOTHING = definition('nothing');

/** The schema for a number or a boolean in place of a text. */
const PLAIN = definition('plain');

/** Returns a schema that refers to the definition `name` in the root schema. */
export function definition(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** Returns a schema that allows everything that `schema` allows, and also a key without a value. */
export function orNothing(schema: JsonSchema): JsonSchema {
  return either(schema, NOTHING);
}

/**
 * Returns a schema for values that match at least one of `schemas`. The most common schema should come first, because
 * editors show its error message for a value that matches none.
 */
export function either(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas.flatMap((schema) => (isChoice(schema) ? schema.anyOf : [schema])) };
}

/**
 * Returns a schema that applies `schema` to values that match `condition`, and `otherwise` to all other values. If
 * `otherwise` is left out, all other values are allowed.
 */
export function when(condition: JsonSchema, schema: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { ...UNLIKE_OTHERS, ...condition }, then: schema, ...saying({ else: otherwise }) };
}

/** Returns a schema that matches any mapping in which `key` has a value. */
export function stating(key: string): JsonSchema {
  return { required: [key], not: { properties: { [key]: definition('unstated') } } };
}

/** Returns a schema for a value that matches `schema`, or for a list of such values. */
export function oneOrMore(schema: JsonSchema): JsonSchema {
  return either(schema, { type: 'array', items: schema });
}

/**
 * Returns a schema that allows text, and a number or a boolean, which counts as text.
 *
 * @param errorMessage - the sentence that editors show for any other value
 */
export function textWith(errorMessage: string | undefined): JsonSchema {
  return either({ type: 'string', ...saying({ errorMessage }) }, PLAIN);
}

/**
 * Returns a schema that allows a name: text that is not blank, or a number or a boolean, which counts as text.
 *
 * @param errorMessage - the sentence that editors show for any other value
 */
export function nameWith(errorMessage: string): JsonSchema {
  return either(withPattern({ type: 'string' }, '\\S', errorMessage), PLAIN);
}

/**
 * Returns a function that returns a stricter version of a schema: each string, alone or in a list, must match
 * `pattern`, and a number or a boolean no longer counts as text.
 *
 * @param pattern - a regular expression
 * @param message - the sentence that editors show for a string that does not match; if left out, that of the schema
 */
export function matching(pattern: string, message?: string) {
  const narrowed = (schema: JsonSchema): JsonSchema => {
    const { anyOf, items, type } = schema;
    if (type === 'string') return withPattern(schema, pattern, message ?? schema.errorMessage);
    if (items !== undefined) return { ...schema, items: narrowed(items) };
    return anyOf === undefined ? schema : either(...anyOf.filter((each) => each !== PLAIN).map(narrowed));
  };
  return narrowed;
}

/**
 * Returns the schema of a string with one more condition: the string must match `pattern`.
 *
 * @param pattern - a regular expression
 * @param errorMessage - the sentence that editors show for a value that does not match
 */
export function withPattern(
  schema: JsonSchema,
  pattern: string,
  errorMessage: string | undefined,
): JsonSchema {
  return { ...schema, pattern, ...saying({ errorMessage, patternErrorMessage: errorMessage }) };
}

/**
 * Returns a schema that allows what `schema` allows, and with which editors offer `values`.
 *
 * @param values - the values to offer, each with its description
 */
export function offering(values: Readonly<Record<string, string>>, schema: JsonSchema): JsonSchema {
  const offered = { enum: Object.keys(values), enumDescriptions: Object.values(values) };
  return either(schema, { ...UNLIKE_OTHERS, ...offered });
}

/**
 * Returns a version of `schema` with which editors offer `values` as items of its lists. It allows the same values as
 * `schema`.
 *
 * @param values - the values to offer as items
 * @param list - the list to offer as a whole
 * @param schema - a schema of alternatives, some of them lists
 */
export function offeringInLists(values: readonly string[], list: readonly string[], schema: JsonSchema) {
  // As another alternative, the values would make editors begin the items with a dash, even in brackets.
  const offered = (each: JsonSchema): JsonSchema =>
    each.items === undefined
      ? each
      : { ...each, examples: [list], items: { ...each.items, examples: values } };
  return either(...(schema.anyOf ?? []).map(offered));
}

/** The `patternProperties` for keys of the users' own, which begin with `x-` and may have any value. */
export const OWN_KEYS: Readonly<Record<string, JsonSchema>> = {
  '^x-': { description: 'A key of your own: cmplan does not look at it.' },
};

/**
 * Returns a schema for mappings that may have the keys of `properties` and keys that begin with `x-`, but no other
 * keys.
 *
 * @param more - further keywords for the schema
 */
export function mappingOf(
  properties: Readonly<Record<string, JsonSchema>>,
  more: JsonSchema = {},
): JsonSchema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...more,
    patternProperties: { ...OWN_KEYS, ...(more.patternProperties as object | undefined) },
  };
}

/**
 * Returns a schema that allows only mappings that match `mapping`. Editors show `errorMessage` for any value that is
 * not a mapping.
 *
 * The type is separate from the keys, because editors would otherwise show `errorMessage` for an unknown key. The type
 * is a list, because editors would otherwise show a sentence of their own where a list is also allowed. Required keys
 * are separate as well, because editors would otherwise offer to write all of them at once, and break a mapping in
 * braces.
 */
export function onlyMapping(mapping: JsonSchema, errorMessage: string): JsonSchema {
  const { type: _, required, ...keys } = mapping;
  const stated = { ...UNLIKE_OTHERS, ...saying({ required }) };
  return { ...keys, ...when({ type: 'object' }, stated, { type: ['object'], errorMessage }) };
}

/**
 * Returns a schema for mappings that may have any keys. All values must match `schema`, except those of keys that begin
 * with `x-`.
 *
 * @param errorMessage - the sentence that editors show for a value that is not a mapping
 * @param properties - the keys that editors offer, each with the schema of its value
 */
export function mappingOfNames(
  schema: JsonSchema,
  errorMessage: string | undefined,
  properties?: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return {
    type: 'object',
    ...saying({ errorMessage, properties }),
    additionalProperties: schema,
    patternProperties: OWN_KEYS,
  };
}

/** Returns `keywords` without the keywords whose value is undefined. */
export function saying<Keywords extends object>(keywords: Keywords): object {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

/** Whether a schema consists only of alternatives. */
function isChoice(schema: JsonSchema): schema is { readonly anyOf: readonly JsonSchema[] } {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1;
}
