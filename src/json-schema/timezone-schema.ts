import type { Words } from './described-fields.ts';
import { matching } from './json-schema.ts';

/**
 * The words about a time zone. Editors offer only a few zones, because the full list depends on the version of Node
 * that writes the schema.
 */
export function timezone(description: string): Words {
  return {
    description,
    examples: ['Europe/Kyiv', 'Europe/London', 'America/New_York', 'UTC'],
    schema: matching('^[A-Za-z]'),
  };
}
