import * as z from 'zod/mini';
import { timeOf } from '../dates.ts';
import { didYouMean, listed } from '../words.ts';

/*
 * The messages: {} stands for the value as written; the reader puts the key before them.
 */

/** What a post's `status` may be, in the order of a post's life. */
export const STATUSES = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'on_hold',
  'cancelled',
] as const;

const TEXT =
  '{} is no text; write the words on one line, in quotes where they hold a colon or begin with a special sign';
const text = z.union([z.string(), z.number(), z.boolean()], { error: TEXT });
const texts = z.union([text, z.array(text)], { error: TEXT });

const TIME = '{} is no time of day; write hours and minutes from 00:00 to 23:59, such as "09:30"';
const time = z.string({ error: TIME }).check(z.refine((value) => timeOf(value) !== null, { error: TIME }));

const status = z.enum(STATUSES, {
  error: ({ input }) =>
    `{} is no status${didYouMean(String(input), STATUSES) || `; write ${listed(STATUSES)}`}`,
});

const unplanned = z.boolean({
  error: '{} is neither true nor false; write true for a spontaneous post, else leave it out',
});

/** A post; only one in a list has a date. */
export const postSchema = z.strictObject({
  time: z.optional(time),
  channel: z.optional(text),
  channels: z.optional(texts),
  category: z.optional(text),
  format: z.optional(text),
  title: z.optional(text),
  text: z.optional(text),
  status: z.optional(status),
  unplanned: z.optional(unplanned),
  date: z.optional(text),
  id: z.optional(text),
  link: z.optional(text),
  media: z.optional(texts),
  owner: z.optional(text),
  tags: z.optional(texts),
  notes: z.optional(text),
});

/** A span of days on which nothing planned should go out. */
export const holdSchema = z.strictObject({
  from: z.optional(text),
  to: z.optional(text),
  reason: z.optional(text),
});

/** A plan. Its collections are read one by one, so that a mistake in one of them hides nothing in the others. */
export const planSchema = z.strictObject({
  week: z.optional(text),
  from: z.optional(text),
  to: z.optional(text),
  timezone: z.optional(text),
  channels: z.optional(z.unknown()),
  targets: z.optional(z.unknown()),
  hold: z.optional(z.unknown()),
  posts: z.optional(z.unknown()),
  backlog: z.optional(z.unknown()),
  title: z.optional(text),
  notes: z.optional(text),
});
