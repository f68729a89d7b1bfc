import { WEEKDAYS } from '../dates.ts';
import { targetsSchema } from '../policy/target-shapes.ts';
import { DEFAULT_BOUNDS, DEFAULT_TARGETS } from '../policy/targets.ts';
import { CATEGORIES, DEFAULT_MIX } from './category-schemas.ts';
import { DAY_PATTERN, HOURS_PATTERN, NO_DAY, SPAN_PATTERN, weekdays } from './day-patterns.ts';
import { fieldsOf, onlyNothing, type WordsFor } from './described-fields.ts';
import {
  definition,
  either,
  type JsonSchema,
  mappingOf,
  mappingOfNames,
  matching,
  nameWith,
  OWN_KEYS,
  offeringInLists,
  oneOrMore,
  onlyMapping,
  orNothing,
  stating,
  when,
} from './json-schema.ts';

const { tolerance, limit, reserve, min_gap: minGap } = DEFAULT_TARGETS;
const BOUNDS = definition('bounds');
const DEFAULT_RANGE = `${DEFAULT_BOUNDS.min}-${DEFAULT_BOUNDS.max}`;

const WORDS: WordsFor<typeof targetsSchema.shape> = {
  mix: {
    description: 'The share of each category in percent: 2 to 12 categories that add up to 100.',
    default: DEFAULT_MIX,
    schema: withCategories,
  },
  tolerance: {
    description: 'How many percentage points a category may be off its share before a warning.',
    default: Number(tolerance),
    examples: [10],
  },
  limit: {
    description: 'How many percentage points a category may be off its share before an error.',
    default: Number(limit),
    examples: [25],
  },
  mix_over: {
    description:
      'Over which span the mix of the weeks is counted together: the month, the quarter or the year of a plan, all plans from a day on, or none.',
    default: 'quarter',
    examples: ['month', 'year', 'none', '2026-10-01'],
    schema: matching(SPAN_PATTERN),
  },
  posts_per_day: {
    description:
      'How many posts a channel has on a day: a range, one number, or either by day. 6-12 is right for media; set your own.',
    default: DEFAULT_RANGE,
    examples: ['1-3', 2],
    yaml: 'posts_per_day: { default: 6-12, sat: 2-4, 2026-11-27: 10-20 }\n',
    schema: withDays,
  },
  reserve: {
    description:
      "Posts a day kept free for unplanned ones: a number, or a share of the day's maximum. A chance idea is always worth more than a planned one.",
    default: reserve !== null && 'percent' in reserve ? `${reserve.percent}%` : undefined,
    examples: [1, '30%'],
  },
  days_off: {
    description: 'Weekdays or dates without a minimum; none if it is left out. Posts there still count.',
    examples: ['sat', '2026-12-25'],
    schema: (read) => offeringInLists(WEEKDAYS, ['sat', 'sun'], matching(DAY_PATTERN)(read)),
  },
  max_streak: {
    description:
      'How many posts of one category may go out in a row on a channel. Without it: as many as the mix needs, at least 3.',
    examples: [3, 4],
  },
  min_gap: {
    description: 'The fewest minutes between two posts of a channel; 0 switches it off.',
    default: minGap,
    examples: [30],
  },
  hours: {
    description: 'The part of the day in which planned posts go out.',
    examples: ['09:00-21:00', '08:00-23:00'],
    schema: matching(HOURS_PATTERN),
  },
};

/**
 * The schema of a mix, for which editors offer the default categories. A mix that merges another one with `<<` need not
 * have two categories of its own.
 */
function withCategories(read: JsonSchema): JsonSchema {
  const { additionalProperties, ...mix } = read;
  const share = additionalProperties as JsonSchema;
  const properties = Object.fromEntries(
    Object.entries(CATEGORIES).map(([name, description]) => [name, { description, ...share }]),
  );
  return {
    ...mix,
    properties,
    additionalProperties: { description: 'The share of a category of your own, in percent.', ...share },
    ...when({ propertyNames: { not: { const: '<<' } } }, { minProperties: 2 }),
  };
}

/** The schema of `posts_per_day` with different bounds on different days. */
const BY_DAY: JsonSchema = {
  type: 'object',
  properties: {
    default: { description: 'Every day that is not named here.', default: DEFAULT_RANGE, anyOf: [BOUNDS] },
    ...weekdays({ examples: ['2-4', 0], anyOf: [BOUNDS] }, (weekday) => `How many posts a ${weekday} has.`),
  },
  patternProperties: {
    [DAY_PATTERN]: { description: 'How many posts the day has.', anyOf: [BOUNDS] },
    ...OWN_KEYS,
  },
  additionalProperties: onlyNothing(NO_DAY),
};

/** The meanings of the two ends of a range. */
const ENDS: Readonly<Record<string, string>> = {
  min: 'The fewest posts of the day.',
  max: 'The most posts of the day.',
};

/**
 * The schema of `posts_per_day`. A mapping with `min` or `max` counts as a range, even with mistakes in it; the keys of
 * any other mapping are days.
 */
function withDays({ anyOf = [] }: JsonSchema): JsonSchema {
  const plain = anyOf.filter(({ type }) => type !== 'object');
  const sentence = plain[0]?.errorMessage ?? '';
  const ranges = anyOf
    .filter(({ properties }) => properties !== undefined)
    .map((range) => onlyMapping(withEnds(range), sentence));
  const statesAnEnd = { anyOf: Object.keys(ENDS).map(stating) };
  return either(
    ...plain,
    ...ranges.map((range) => ({ type: 'object', ...when(statesAnEnd, range, BY_DAY) })),
  );
}

function withEnds(range: JsonSchema): JsonSchema {
  const ends = Object.entries(range.properties ?? {}).map(
    ([end, schema]) => [end, { description: ENDS[end], ...schema }] as const,
  );
  return { ...range, properties: Object.fromEntries(ends) };
}

const CHANNEL =
  'this is not a name; write names such as [facebook, telegram], or each name with its targets, such as facebook: { reserve: 20% }';

const NO_TARGETS = 'this is not a set of targets; write it as { posts_per_day: 6-12, reserve: 20% }';

/**
 * Returns two JSON Schema definitions by name, to which other schemas refer: `targets` for a set of targets, and
 * `bounds` for the minimum and the maximum number of posts on a day.
 */
export function targets(): Readonly<Record<string, JsonSchema>> {
  const fields = fieldsOf(targetsSchema, WORDS);
  return {
    targets: onlyMapping(mappingOf(fields), NO_TARGETS),
    bounds: either(...(fields.posts_per_day?.anyOf ?? []).map((each) => each.then ?? each)),
  };
}

/**
 * Returns the JSON Schema definition `channel`, by its name, for what a config says about a channel: its targets and
 * its other names.
 */
export function teamChannel(): Readonly<Record<string, JsonSchema>> {
  const aliases = {
    description: 'Other names of the channel in sheets and calendars: one, or a list of them.',
    examples: [['FB', 'Fanpage']],
    ...orNothing(oneOrMore(nameWith('this is not a name; write another name of the channel'))),
  };
  return {
    channel: onlyMapping(mappingOf({ ...fieldsOf(targetsSchema, WORDS), aliases }), NO_TARGETS),
  };
}

/**
 * Returns the JSON Schema for `channels` in a config: one name, a list of names, or a mapping with names as keys.
 * Unlike in a plan, a channel may have other names.
 */
export function teamChannels(): JsonSchema {
  return channels('channel');
}

/**
 * Returns the JSON Schema for `channels`: one name, a list of names, or a mapping with names as keys.
 *
 * @param own - the definition of what may follow a name in the mapping: `targets` in a plan, `channel` in a config
 */
export function channels(own: 'targets' | 'channel' = 'targets'): JsonSchema {
  const name = nameWith(CHANNEL);
  const ofChannel = {
    description:
      'A channel, with its own targets, which beat those for all channels. Nothing after it: no targets of its own.',
    ...orNothing(definition(own)),
  };
  return either(
    name,
    { type: 'array', items: name, minItems: 1, errorMessage: CHANNEL },
    { ...mappingOfNames(ofChannel, CHANNEL), minProperties: 1 },
  );
}
