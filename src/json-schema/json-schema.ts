/**
 * A JSON Schema of draft 7, which editors support best, with types for the keywords used in this folder. Three of them
 * are not standard, but belong to the YAML extension of editors: `errorMessage`, `patternErrorMessage` and
 * `enumDescriptions`.
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

/** The definitions that every root schema has. */
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
 * The schema for nothing after a key. It excludes every other type, because editors would offer `null` if it named that
 * type. For the same reason `PLAIN` excludes types: editors would offer true and false.
 */
const NOTHING = definition('nothing');

/** The schema for a number or a boolean in place of a text. */
const PLAIN = definition('plain');

/** A reference to a definition in the root schema. */
export function definition(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** A schema for the value of a key that also allows no value. */
export function orNothing(schema: JsonSchema): JsonSchema {
  return either(schema, NOTHING);
}

/**
 * A schema for several alternatives. The first should be the most common, because editors show its sentence if none
 * fits.
 */
export function either(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas.flatMap((schema) => (isChoice(schema) ? schema.anyOf : [schema])) };
}

/** A schema that applies if a condition is met, and optionally another schema that applies otherwise. */
export function when(condition: JsonSchema, schema: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { ...UNLIKE_OTHERS, ...condition }, then: schema, ...saying({ else: otherwise }) };
}

/** A schema for mappings in which a key has a value. */
export function stating(key: string): JsonSchema {
  return { required: [key], not: { properties: { [key]: definition('unstated') } } };
}

/** A schema for a value or a list of such values. */
export function oneOrMore(schema: JsonSchema): JsonSchema {
  return either(schema, { type: 'array', items: schema });
}

/** A schema for a text, which may also be written as a number or a boolean. */
export function textWith(errorMessage: string | undefined): JsonSchema {
  return either({ type: 'string', ...saying({ errorMessage }) }, PLAIN);
}

/** A schema for a name: a text that is not blank, or a number or a boolean in its place. */
export function nameWith(errorMessage: string): JsonSchema {
  return either(withPattern({ type: 'string' }, '\\S', errorMessage), PLAIN);
}

/**
 * Returns a function that changes a schema so that every text, alone or in a list, must match a pattern. Numbers and
 * booleans, which cannot match, are no longer allowed.
 *
 * @param message - the sentence for a text that does not match; without it, the sentence of the schema
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

/** A schema for texts that match a pattern. The sentence is for every other value. */
export function withPattern(
  schema: JsonSchema,
  pattern: string,
  errorMessage: string | undefined,
): JsonSchema {
  return { ...schema, pattern, ...saying({ errorMessage, patternErrorMessage: errorMessage }) };
}

/**
 * A schema with which editors offer some values, each with a description. It allows the same values as the given
 * schema.
 */
export function offering(values: Readonly<Record<string, string>>, schema: JsonSchema): JsonSchema {
  const offered = { enum: Object.keys(values), enumDescriptions: Object.values(values) };
  return either(schema, { ...UNLIKE_OTHERS, ...offered });
}

/**
 * A schema with which editors offer some values in lists. The values are examples and not an alternative, because
 * editors would offer to begin an item with a dash, even in brackets.
 *
 * @param list - the list that is offered as a whole
 */
export function offeringInLists(values: readonly string[], list: readonly string[], schema: JsonSchema) {
  const offered = (each: JsonSchema): JsonSchema =>
    each.items === undefined
      ? each
      : { ...each, examples: [list], items: { ...each.items, examples: values } };
  return either(...(schema.anyOf ?? []).map(offered));
}

/** The keys that begin with `x-`, which anyone may add. */
export const OWN_KEYS: Readonly<Record<string, JsonSchema>> = {
  '^x-': { description: 'A key of your own: cmplan does not look at it.' },
};

/** A schema for mappings that have only the given keys and `x-` keys. */
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
 * The schema of a mapping, with a sentence for other values. The type is separate from the keys, because editors would
 * otherwise show the sentence for an unknown key. The type is a list, because editors would otherwise show their own
 * sentence where a list is also allowed. Required keys are separate as well: editors would offer to write all of them
 * at once, and break a mapping in braces.
 */
export function onlyMapping(mapping: JsonSchema, errorMessage: string): JsonSchema {
  const { type: _, required, ...keys } = mapping;
  const stated = { ...UNLIKE_OTHERS, ...saying({ required }) };
  return { ...keys, ...when({ type: 'object' }, stated, { type: ['object'], errorMessage }) };
}

/**
 * A schema for mappings from names to values of one kind.
 *
 * @param errorMessage - the sentence for a value that is not a mapping
 * @param properties - the names that editors offer
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

/** The given keywords of a schema, without those that are undefined. */
export function saying<Keywords extends object>(keywords: Keywords): object {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

/** Whether a schema consists only of alternatives. */
function isChoice(schema: JsonSchema): schema is { readonly anyOf: readonly JsonSchema[] } {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1;
}
