import type { Io } from '../../io.ts';
import { configJsonSchema } from '../../json-schema/config-file.ts';
import { planJsonSchema } from '../../json-schema/plan-file.ts';

const SCHEMAS = { plan: planJsonSchema, config: configJsonSchema };

/** The kinds of files that have a JSON Schema. */
export type SchemaName = keyof typeof SCHEMAS;

/** Prints a JSON Schema to standard output. */
export function printSchema(name: SchemaName, io: Io): void {
  io.stdout.write(`${JSON.stringify(SCHEMAS[name](), null, 2)}\n`);
}
