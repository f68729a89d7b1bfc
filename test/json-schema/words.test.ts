import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../src/json-schema/config-file.ts';
import type { JsonSchema } from '../../src/json-schema/json-schema.ts';
import { planJsonSchema } from '../../src/json-schema/plan-file.ts';
import { SCHEMAS } from '../../src/version.ts';

const COMMITTED = path.resolve(import.meta.dirname, '../../schemas');
const ROOTS = { plan: planJsonSchema(), config: configJsonSchema() };

/** Every key that a JSON Schema names, wherever it is, with what may stand after it. */
function keysIn(schema: unknown, place = ''): readonly (readonly [place: string, key: JsonSchema])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as JsonSchema;
  const own = Object.entries(properties).map(([name, key]) => [`${place}/${name}`, key] as const);
  return [...own, ...Object.entries(schema).flatMap(([name, inner]) => keysIn(inner, `${place}/${name}`))];
}

describe.each(Object.entries(ROOTS))('the JSON Schema of a %s', (name, root) => {
  const { definitions } = root as { definitions: Record<string, JsonSchema> };
  const keys = keysIn(root).filter(([, { $ref }]) => $ref === undefined);

  test('explains every key', () => {
    expect(keys.length).toBeGreaterThan(30);
    for (const [place, { description }] of keys) {
      expect({ place, description }).toEqual({
        place,
        description: expect.stringMatching(/^[A-Zt].{3,}\.$/),
      });
    }
  });

  test('offers a value, or shows one, for every key that a person fills in', () => {
    const fields = Object.entries({
      ...root.properties,
      ...definitions.targets?.properties,
      ...definitions.post?.properties,
      ...definitions.hold?.properties,
    });
    for (const [key, { anyOf = [], examples, default: byDefault, markdownDescription }] of fields) {
      const values = examples ?? byDefault ?? markdownDescription ?? anyOf.find((each) => each.enum);
      expect({ key, values }).not.toEqual({ key, values: undefined });
    }
  });

  test('allows something at every key, and not everything', () => {
    for (const [place, key] of keys) {
      const alternatives = key.anyOf ?? [];
      expect({ place, alternatives: alternatives.length }).not.toEqual({ place, alternatives: 0 });
      expect({ place, free: alternatives.some((each) => Object.keys(each).length === 0) }).toEqual({
        place,
        free: false,
      });
    }
  });

  test('names itself', () => {
    expect(root).toMatchObject({
      $id: `${SCHEMAS}/${name}.schema.json`,
      title: expect.any(String),
      description: expect.any(String),
    });
  });

  /** `npm run docs` writes it anew. */
  test('is committed as the command prints it', async () => {
    await expect(`${JSON.stringify(root, null, 2)}\n`).toMatchFileSnapshot(
      path.join(COMMITTED, `${name}.schema.json`),
    );
  });
});
