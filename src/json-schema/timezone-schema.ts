import type { Words } from './described-fields.ts';
import { matching } from './json-schema.ts';

/**
 * Returns what editors show and offer for a key whose value is a time zone. Editors offer only a few zones, because the
 * full list would depend on the version of Node with which the schema is made.
 *
 * @param description - what the key is for
 */
export function timezone(description: string): Words {
  return {
    description,
    examples: ['Europe/Kyiv', 'Europe/London', 'America/New_York', 'UTC'],
    schema: matching('^[A-Za-z]'),
  };
}
