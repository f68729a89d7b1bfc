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

/** What an editor says of a key, and how far it goes beyond what zod tells of its value. */
export interface Words {
  /** What the key is for, in a sentence or two. */
  readonly description: string;
  /** Values that editors offer. A single one is written at once when the key is chosen, so texts that nobody means have two. */
  readonly examples?: readonly (string | number | boolean | readonly string[])[];
  /** What holds without the key. */
  readonly default?: unknown;
  /** An example in YAML, where editors could not write one. */
  readonly yaml?: string;
  /** What may stand after the key where zod does not tell all of it. */
  readonly schema?: (read: JsonSchema) => JsonSchema;
}

/** Words for every key of a mapping. */
export type WordsFor<Shape> = { readonly [Key in keyof Shape]: Words };

/** The keys of a mapping that the program reads by a zod schema, with words for editors. */
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

/** The words of a key. Editors do not show what holds without it, so they are told in Markdown. */
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

/** What the program says of a value that is nothing of what it should be; undefined where it has no sentence for it. */
function sentenceOf(schema: z.core.$ZodType): string | undefined {
  const predicate = z.safeParse(schema, Symbol(), { error: () => '' }).error?.issues[0]?.message;
  return predicate ? `this ${predicate}` : undefined;
}

/**
 * What zod tells of a value, as editors need it: with the program's own sentences, with anyone's own keys, and with
 * nothing after a key.
 *
 * @param outer - the sentence for the value that this one is in
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

/** A mapping inside a value: of fixed keys, or of names. Any key may have nothing after it there. */
function mappingForEditors(schema: JsonSchema, outer: string | undefined): JsonSchema {
  const { properties, additionalProperties } = schema;
  const inner = (each: JsonSchema) => orNothing(forEditors(each, outer));
  if (typeof additionalProperties === 'object') return mappingOfNames(inner(additionalProperties), outer);
  const fixed = saying({ properties: properties && mapped(properties, inner) });
  return { ...schema, ...fixed, additionalProperties: onlyNothing(outer), patternProperties: OWN_KEYS };
}

/** For keys that may stand in a mapping only with nothing after them. Its type is not stated, lest editors offer `null`. */
export function onlyNothing(errorMessage: string | undefined): JsonSchema {
  return when({ not: { type: 'null' } }, { type: 'null', ...saying({ errorMessage }) });
}

function mapped(
  properties: Readonly<Record<string, JsonSchema>>,
  change: (schema: JsonSchema) => JsonSchema,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, change(schema)]));
}
