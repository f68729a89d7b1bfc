import { holdSchema, postSchema, STATUSES } from '../plan/plan-shapes.ts';
import { BUILT_IN_FORMATS } from '../plan/post-formats.ts';
import { CATEGORIES } from './category-schemas.ts';
import {
  DAY_PATTERN,
  MOMENT_PATTERN,
  NAMED_WEEKDAYS,
  NO_DAY,
  NO_MOMENT,
  TIME_PATTERN,
  weekdays,
} from './day-patterns.ts';
import { fieldsOf, onlyNothing, type WordsFor } from './described-fields.ts';
import {
  definition,
  either,
  type JsonSchema,
  mappingOf,
  matching,
  offering,
  oneOrMore,
  onlyMapping,
  orNothing,
} from './json-schema.ts';

const FORMATS = Object.fromEntries(
  [...BUILT_IN_FORMATS].map(([format, category]) => [format, `Implies the category ${category}.`]),
);

/** The meaning of each status, from a draft to a published post, and then those that do not go out. */
const STATUS_MEANINGS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  draft: 'Still being written.',
  in_review: 'Waiting for somebody else to read it.',
  approved: 'May go out.',
  scheduled: 'Is in a scheduler.',
  published: 'Has gone out.',
  on_hold: 'Does not go out for now, and counts nowhere.',
  cancelled: 'Does not go out, and counts nowhere.',
};

const POST: WordsFor<typeof postSchema.shape> = {
  time: {
    description: 'When the post goes out, by the 24-hour clock. May be left out.',
    examples: ['09:00', '18:30'],
    schema: matching(TIME_PATTERN),
  },
  channel: {
    description: 'The channel that the post goes out on. May be left out if the plan has one channel.',
    examples: ['facebook', 'telegram'],
  },
  channels: {
    description: 'The channels that the post goes out on, instead of channel. It counts once on each.',
    examples: [['facebook', 'telegram']],
  },
  category: {
    description:
      'One of the categories of the mix. May be left out if the format implies it, and on unplanned posts.',
    schema: (read) => offering(CATEGORIES, read),
  },
  format: {
    description: 'What kind of post it is: any name. Some formats imply a category.',
    schema: (read) => offering(FORMATS, read),
  },
  title: {
    description: 'The working title. A planned post with neither title nor text is an open slot.',
    examples: ['Autumn menu teaser', 'Five soups'],
  },
  text: {
    description: 'The text that goes out.',
    examples: ['Soup is back! Which one do you miss most?', 'Who guesses the spice wins a lunch.'],
  },
  status: {
    description:
      'How far along the post is. What is on hold or cancelled does not go out and counts nowhere.',
    default: STATUSES[0],
    schema: (read) => ({ ...read, enumDescriptions: STATUSES.map((status) => STATUS_MEANINGS[status]) }),
  },
  unplanned: {
    description:
      'true for a spontaneous post. It never counts against the plan: a chance idea is worth more than a planned one.',
    default: false,
    examples: [true],
  },
  date: {
    description: 'The day that the post goes out, a weekday or a date. Only in a list of posts.',
    examples: ['2026-11-24', '2026-11-25'],
    schema: (read) => offering(NAMED_WEEKDAYS, matching(DAY_PATTERN, NO_DAY)(read)),
  },
  id: {
    description:
      'A name of your own, by which the post is found again when the plan is compared with a schedule.',
    examples: ['soup-1', 'quiz-12'],
  },
  link: {
    description: 'An address that the post leads to.',
    examples: ['https://example.com/menu', 'https://example.com/soup'],
  },
  media: {
    description: 'A picture, a video or another file of the post, or a list of them.',
    examples: ['photos/soup.jpg', ['photos/soup.jpg', 'photos/cook.jpg']],
  },
  owner: { description: 'Who looks after the post.', examples: ['Olena', 'Andrii'] },
  tags: { description: 'Words to find the post by.', examples: [['soup', 'autumn'], 'soup'] },
  notes: {
    description: 'Anything that the team should know. It does not go out.',
    examples: ['Ask the cook for a photo', 'Not before the menu is printed'],
  },
};

const NO_POSTS = 'this is not a set of posts; write days such as "mon:", with a list of posts below each';
const NO_POST = 'this is not a post; write it as { title: Five soups }';
const NO_HOLD =
  'this is not a hold; write a day such as thu or 2026-11-26, or { from: 2026-11-26, to: 2026-11-27, reason: a day of mourning }';

/** The sentence that editors show for a date on a post that may not have one. */
const NO_DATE_HERE =
  'a post under a day needs no date of its own, and a post in the backlog cannot have one; delete the date';

/**
 * Returns two JSON Schema definitions by name, to which other schemas refer: `post` for a post without a date (under a
 * day, or in the backlog), and `postWithDate` for a post in a list of posts with dates.
 */
export function posts(): Readonly<Record<string, JsonSchema>> {
  const { date, ...fields } = fieldsOf(postSchema, POST);
  const shared = Object.keys(fields).map((key) => [key, definition(`post/properties/${key}`)] as const);
  const properties = Object.fromEntries(shared);
  return {
    post: onlyMapping(
      mappingOf(fields, { patternProperties: { '^date$': onlyNothing(NO_DATE_HERE) } }),
      NO_POST,
    ),
    postWithDate: onlyMapping(mappingOf({ ...(date === undefined ? {} : { date }), ...properties }), NO_POST),
  };
}

/** Returns the JSON Schema for the `posts` of a plan: a mapping with days as keys, or a list of posts with dates. */
export function postsOfPlan(): JsonSchema {
  const day = orNothing(oneOrMore(definition('post')));
  const postsOf = (name: string) => `The posts of ${name}. Nothing after it: a day without posts.`;
  const days = mappingOf(weekdays(day, postsOf), {
    patternProperties: { [DAY_PATTERN]: { description: postsOf('the day'), ...day } },
  });
  return either(onlyMapping(days, NO_POSTS), { type: 'array', items: definition('postWithDate') });
}

/** Returns the JSON Schema for the `backlog` of a plan: one idea for a post without a date, or a list of such ideas. */
export function backlog(): JsonSchema {
  return oneOrMore(definition('post'));
}

const HOLD: WordsFor<typeof holdSchema.shape> = {
  from: {
    description: 'The first day on which nothing planned goes out, or the time from which nothing does.',
    examples: ['2026-11-26', 'thu 12:00'],
    schema: matching(MOMENT_PATTERN, NO_MOMENT),
  },
  to: {
    description: 'The last day on which nothing planned goes out, or the time at which posts go out again.',
    examples: ['2026-11-26', 'fri 18:00'],
    schema: matching(MOMENT_PATTERN, NO_MOMENT),
  },
  reason: {
    description: 'Why nothing planned goes out.',
    examples: ['a day of mourning', 'the shop is closed'],
  },
};

/**
 * Returns the JSON Schema of a hold, a span of time in which planned posts do not go out: a mapping with `from`, `to`
 * and an optional `reason`.
 */
export function hold(): JsonSchema {
  return onlyMapping(mappingOf(fieldsOf(holdSchema, HOLD), { required: ['from', 'to'] }), NO_HOLD);
}

/** Returns the JSON Schema for the `hold` of a plan: a day, a span, or a list of days and spans. */
export function holdsOfPlan(): JsonSchema {
  const day = { type: 'string', pattern: DAY_PATTERN, errorMessage: NO_HOLD, patternErrorMessage: NO_HOLD };
  return oneOrMore(either(definition('hold'), day));
}
