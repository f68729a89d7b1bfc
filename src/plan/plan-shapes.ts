import * as z from 'zod/mini';
import { timeMeant, timeOf } from '../dates.ts';
import { timezoneSchema } from '../policy/timezone.ts';
import { didYouMean, listed } from '../text/words.ts';
import { LONGEST_NAME, writtenText } from '../yaml/fields.ts';

/*
 * The error messages are predicates, such as "is not a status". Whoever reports one puts the key and value before it.
 */

/** The possible values of the `status` of a post. The first five are stages, from draft to published. */
export const STATUSES = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'on_hold',
  'cancelled',
] as const;

/**
 * Returns the schema of a single text; its error message gives the example. Numbers and booleans are accepted too,
 * because that is how YAML reads an unquoted 2026 or true.
 *
 * @param what - what the text should be, after "is not"
 */
const textSuchAs = (example: string, what = 'text') => {
  const error = `is not ${what}; write ${example}`;
  return z.union([z.string(), z.number(), z.boolean()], { error });
};
const text = textSuchAs(
  'the text on one line, in quotes if it has a colon in it or begins with a special sign',
);
const TOO_LONG = `is too long for a name; write at most ${LONGEST_NAME} characters`;
const isName = z.refine((value) => String(value).length <= LONGEST_NAME, { error: TOO_LONG });
const channel = textSuchAs('a name such as facebook', 'the name of a channel').check(isName);
const channels = z.union([channel, z.array(channel)], {
  error: 'is not a list of channels; write names such as [facebook, telegram]',
});
const date = textSuchAs('one day, such as 2026-11-24', 'a day');
const file = textSuchAs('a name such as soup.jpg', 'the name of a file');
const media = z.union([file, z.array(file)], {
  error: 'is not a list of files; write names such as [soup.jpg, bread.jpg]',
});
const tag = textSuchAs('a word such as soup', 'a tag');
const tags = z.union([tag, z.array(tag)], {
  error: 'is not a list of tags; write words such as [soup, autumn]',
});

const time = z
  .string({ error: ({ input }) => wrongTime(input) })
  .check(z.refine((value) => timeOf(value) !== null, { error: ({ input }) => wrongTime(input) }));

function wrongTime(input: unknown): string {
  // YAML reads 14.30 as a number.
  const text = typeof input === 'number' && !Number.isInteger(input) ? input.toFixed(2) : writtenText(input);
  const meant = timeMeant(text);
  const advice =
    meant === null
      ? 'write hours and minutes from 00:00 to 23:59, such as "09:30"'
      : `did you mean "${meant}"?`;
  return `is not a time of day; ${advice}`;
}

const status = z.enum(STATUSES, {
  error: ({ input }) =>
    `is not a status${didYouMean(writtenText(input), STATUSES) || `; write ${listed(STATUSES)}`}`,
});

const unplanned = z.boolean({
  error: 'is neither true nor false; write true for a spontaneous post, or delete this key',
});

/** The schema of a post. It accepts a `date` in any post, although only a post in a list of posts may have one. */
export const postSchema = z.strictObject({
  time: z.optional(time),
  channel: z.optional(
    textSuchAs(
      'one name here, or several under channels: [facebook, telegram]',
      'the name of a channel',
    ).check(isName),
  ),
  channels: z.optional(channels),
  category: z.optional(textSuchAs('one category, such as branded', 'a category').check(isName)),
  format: z.optional(textSuchAs('one format, such as how-to', 'a format').check(isName)),
  title: z.optional(text),
  text: z.optional(text),
  status: z.optional(status),
  unplanned: z.optional(unplanned),
  date: z.optional(date),
  id: z.optional(text.check(isName)),
  link: z.optional(text),
  media: z.optional(media),
  owner: z.optional(text),
  tags: z.optional(tags),
  notes: z.optional(text),
});

/**
 * The keys of a post for which `postSchema` accepts every scalar of at most `LONGEST_NAME` characters. Such scalars
 * need not be checked with the schema, which saves a third of the time of reading a post.
 */
export const POST_TEXTS: ReadonlySet<string> = new Set(
  Object.keys(postSchema.shape).filter((key) => !['time', 'status', 'unplanned'].includes(key)),
);

/** The schema of a hold written as `{ from, to, reason }`: a span of time during which planned posts do not go out. */
export const holdSchema = z.strictObject({
  from: z.optional(date),
  to: z.optional(date),
  reason: z.optional(text),
});

/**
 * The schema of a plan. It accepts any value for `channels`, `targets`, `hold`, `posts` and `backlog`. These values are
 * read separately, so that a mistake in one of them hides no mistakes in the others.
 */
export const planSchema = z.strictObject({
  week: z.optional(textSuchAs('one week, such as 2026-W48', 'a week')),
  from: z.optional(date),
  to: z.optional(date),
  timezone: z.optional(timezoneSchema),
  channels: z.optional(z.unknown()),
  targets: z.optional(z.unknown()),
  hold: z.optional(z.unknown()),
  posts: z.optional(z.unknown()),
  backlog: z.optional(z.unknown()),
  title: z.optional(text),
  notes: z.optional(text),
});
