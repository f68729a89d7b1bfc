import { planSchema } from '../plan/plan-shapes.ts';
import { SCHEMAS } from '../version.ts';
import { DATE_PATTERN, NO_DATE, WEEK_PATTERN } from './day-patterns.ts';
import { fieldsOf, type WordsFor } from './described-fields.ts';
import {
  DEFINITIONS,
  definition,
  type JsonSchema,
  mappingOf,
  matching,
  stating,
  when,
} from './json-schema.ts';
import { backlog, hold, holdsOfPlan, posts, postsOfPlan } from './post-schemas.ts';
import { channels, targets } from './target-schemas.ts';
import { timezone } from './timezone-schema.ts';

const PLAN: WordsFor<typeof planSchema.shape> = {
  week: {
    description: 'The ISO week of the plan. For any other period, write from and to.',
    examples: ['2026-W48', '2026-W49'],
    schema: matching(WEEK_PATTERN, 'this is not a week; write one such as 2026-W48'),
  },
  from: {
    description: 'The first day of the plan, if it is not for a week.',
    examples: ['2026-12-01'],
    schema: matching(DATE_PATTERN, NO_DATE),
  },
  to: {
    description: 'The last day of the plan. A plan has at most 366 days.',
    examples: ['2026-12-31'],
    schema: matching(DATE_PATTERN, NO_DATE),
  },
  timezone: timezone(
    'The time zone of all times in the plan. Without one, the time zone of the config counts, or else local time.',
  ),
  channels: {
    description:
      'The channels of the plan: a list of names, or names as keys, each with targets of its own. Without them, the channels of the config count.',
    examples: [['facebook', 'telegram'], 'instagram'],
    schema: () => channels(),
  },
  targets: {
    description:
      'What the plan is measured against. Anything left out comes from the config, then from the defaults.',
    yaml: 'targets:\n  posts_per_day: 6-12\n  reserve: 20%\n',
    schema: () => definition('targets'),
  },
  hold: {
    description:
      'Days or hours in which nothing planned goes out, say in a crisis. Planned posts there count as on_hold, without being edited.',
    yaml: 'hold:\n  - thu\n  - { from: 2026-11-27, to: 2026-11-28, reason: a day of mourning }\n  - { from: sun 12:00, to: sun 18:00 }\n',
    schema: holdsOfPlan,
  },
  posts: {
    description:
      'The posts below their days, which are weekdays or dates. Or a list in which each post has a date.',
    yaml: 'posts:\n  mon:\n    - { time: "09:00", category: branded, title: Autumn menu teaser }\n',
    schema: postsOfPlan,
  },
  backlog: {
    description: 'Ideas without a date. They are checked, but never counted.',
    yaml: 'backlog:\n  - { category: emotional, title: Office dog interview }\n',
    schema: backlog,
  },
  title: {
    description: 'What the plan is called.',
    examples: ['The week before Advent', 'Black Friday'],
  },
  notes: {
    description: 'Anything that the team should know.',
    examples: ['Olena is away until Wednesday', 'The contest ends on Sunday'],
  },
};

/**
 * Returns the JSON Schema of a plan, with which editors complete, explain and check a plan while it is being written.
 */
export function planJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${SCHEMAS}/plan.schema.json`,
    title: 'content plan',
    description: 'A social-media content plan, as cmplan checks it.',
    ...mappingOf(fieldsOf(planSchema, PLAN)),
    ...when(
      { anyOf: [stating('from'), stating('to')] },
      { required: ['from', 'to', 'posts'] },
      { required: ['week', 'posts'] },
    ),
    definitions: { ...DEFINITIONS, ...posts(), hold: hold(), ...targets() },
  };
}
