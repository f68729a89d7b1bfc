import type { Io } from '../../io.ts';
import { configJsonSchema } from '../../json-schema/config-file.ts';
import { planJsonSchema } from '../../json-schema/plan-file.ts';

const SCHEMAS = { plan: planJsonSchema, config: configJsonSchema };

/** What there is a JSON Schema of. */
export type SchemaName = keyof typeof SCHEMAS;

/** Prints a JSON Schema. */
export function printSchema(name: SchemaName, io: Io): void {
  io.stdout.write(`${JSON.stringify(SCHEMAS[name](), null, 2)}\n`);
}
