import type { Words } from './described-fields.ts';
import { matching } from './json-schema.ts';

/**
 * The words of a time zone. Editors offer only a few zones: the full list depends on the version of Node that writes
 * the schema.
 */
export function timezone(description: string): Words {
  return {
    description,
    examples: ['Europe/Kyiv', 'Europe/London', 'America/New_York', 'UTC'],
    schema: matching('^[A-Za-z]'),
  };
}
