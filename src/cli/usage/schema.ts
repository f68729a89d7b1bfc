import { Command } from 'commander';
import { listed, quoted } from '../../text/words.ts';
import type { SchemaName } from '../commands/schema.ts';
import { oneOf } from './options.ts';
import { examples, type Usage } from './shared.ts';

const SCHEMA_NAMES: readonly SchemaName[] = ['plan', 'config'];

/** Defines the command `cmplan schema`: its argument and its help. */
export const schemaUsage: Usage = (io, finish) =>
  new Command('schema')
    .summary('print the JSON Schema for a plan or a config')
    .description(
      'Prints the JSON Schema that lets editors complete, explain and check a plan or a config while you type.\n' +
        'The files that cmplan new and cmplan init write already point to it.',
    )
    .argument('[kind]', `${listed(SCHEMA_NAMES)} (default: ${SCHEMA_NAMES[0]})`, schemaNamed)
    .addHelpText(
      'after',
      examples(['cmplan schema', 'cmplan schema config', 'cmplan schema plan > plan.schema.json']),
    )
    .action(async (name: SchemaName = 'plan') => {
      const { printSchema } = await import('../commands/schema.ts');
      printSchema(name, io);
      finish(0);
    });

/** Returns the kind of file, `plan` or `config`, that an argument names; throws for any other string. */
function schemaNamed(text: string): SchemaName {
  return oneOf(text, SCHEMA_NAMES, `there is no JSON Schema for ${quoted(text)}`);
}
