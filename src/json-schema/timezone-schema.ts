import type { Words } from './described-fields.ts';
import { matching } from './json-schema.ts';

/** What an editor says of a time zone. It offers a few: the whole list depends on the Node that writes the schema. */
export function timezone(description: string): Words {
  return {
    description,
    examples: ['Europe/Kyiv', 'Europe/London', 'America/New_York', 'UTC'],
    schema: matching('^[A-Za-z]'),
  };
}
