/**
 * A JSON Schema of draft 7, which editors understand best, as far as this room looks into one. `errorMessage`,
 * `patternErrorMessage` and `enumDescriptions` are what the YAML extension of editors reads beside the standard.
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
 * Where several alternatives look alike by their title and description, editors take them all for the one that is met,
 * and show the words of all in place of those of the key. Empty words tell them apart and are not shown.
 */
const UNLIKE_OTHERS = { title: '', description: '' };

/** What the definitions of every root hold. */
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
 * Nothing after a key. It says what may not be there, because editors would offer `null` to those who write if it were
 * asked for by its type; so they would true and false for `PLAIN`.
 */
const NOTHING = definition('nothing');

/** What may stand in place of a text. */
const PLAIN = definition('plain');

/** Where a root has a definition. */
export function definition(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** What may stand after a key: that, or nothing. */
export function orNothing(schema: JsonSchema): JsonSchema {
  return either(schema, NOTHING);
}

/** One of several; the one that most people mean comes first, for its sentence is shown when none fits. */
export function either(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas.flatMap((schema) => (isChoice(schema) ? schema.anyOf : [schema])) };
}

/** What may stand where a condition holds, and where it does not. */
export function when(condition: JsonSchema, schema: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { ...UNLIKE_OTHERS, ...condition }, then: schema, ...saying({ else: otherwise }) };
}

/** A mapping in which something stands after that key. */
export function stating(key: string): JsonSchema {
  return { required: [key], not: { properties: { [key]: definition('unstated') } } };
}

/** One, or a list of them. */
export function oneOrMore(schema: JsonSchema): JsonSchema {
  return either(schema, { type: 'array', items: schema });
}

/** One text, which may be written as a number, or true or false. */
export function textWith(errorMessage: string | undefined): JsonSchema {
  return either({ type: 'string', ...saying({ errorMessage }) }, PLAIN);
}

/** A name: one text that is not empty. */
export function nameWith(errorMessage: string): JsonSchema {
  return either(withPattern({ type: 'string' }, '\\S', errorMessage), PLAIN);
}

/**
 * Narrows every text of a schema, be it alone or in a list, to those with a pattern; a number, or true or false, has none.
 *
 * @param message - the sentence for a text without it, where that of the schema would not fit
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

/** A text with a pattern, and the sentence for every other value. */
export function withPattern(
  schema: JsonSchema,
  pattern: string,
  errorMessage: string | undefined,
): JsonSchema {
  return { ...schema, pattern, ...saying({ errorMessage, patternErrorMessage: errorMessage }) };
}

/** Lets editors offer some values, each with a description, beside all others that the schema allows. */
export function offering(values: Readonly<Record<string, string>>, schema: JsonSchema): JsonSchema {
  const offered = { enum: Object.keys(values), enumDescriptions: Object.values(values) };
  return either(schema, { ...UNLIKE_OTHERS, ...offered });
}

/**
 * Lets editors offer some values in the lists that a schema allows. They are no choice beside the others, where editors
 * would offer to begin an item with a dash, even in brackets.
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

/** The keys that are anyone's own. */
export const OWN_KEYS: Readonly<Record<string, JsonSchema>> = {
  '^x-': { description: 'A key of your own: cmplan does not look at it.' },
};

/** A mapping with those keys, and anyone's own. */
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
 * A mapping with a sentence for what is none. It stands apart from the keys, or else editors would say it of an unknown
 * key; its type is a list, or else they would put their own words in its place where a list may stand too. Keys that
 * must be there stand apart as well: editors would offer to write them all at once, and break a mapping in braces.
 */
export function onlyMapping(mapping: JsonSchema, errorMessage: string): JsonSchema {
  const { type: _, required, ...keys } = mapping;
  const stated = { ...UNLIKE_OTHERS, ...saying({ required }) };
  return { ...keys, ...when({ type: 'object' }, stated, { type: ['object'], errorMessage }) };
}

/**
 * A mapping of names, each with that.
 *
 * @param errorMessage - the sentence for what is no mapping
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

/** The keywords that have a value. */
export function saying<Keywords extends object>(keywords: Keywords): object {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

/** Whether a schema is nothing but a choice. */
function isChoice(schema: JsonSchema): schema is { readonly anyOf: readonly JsonSchema[] } {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1;
}
