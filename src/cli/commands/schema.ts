import type { Io } from '../../io.ts';
import { configJsonSchema } from '../../json-schema/config-file.ts';
import { planJsonSchema } from '../../json-schema/plan-file.ts';

const SCHEMAS = { plan: planJsonSchema, config: configJsonSchema };

/** A kind of file that has a JSON Schema: `plan` or `config`. */
export type SchemaName = keyof typeof SCHEMAS;

/** Prints the JSON Schema of a kind of file to standard output. */
export function printSchema(name: SchemaName, io: Io): void {
  io.stdout.write(`${JSON.stringify(SCHEMAS[name](), null, 2)}\n`);
}
