import * as z from 'zod/mini';
import { timezoneSchema } from '../targets/timezone.ts';

/*
 * The messages: {} stands for the value as written; the reader puts the key before them.
 */

const GLOB = '{} is no path; write paths such as plans/**/*.yaml, several as a list';
const LEADS_OUT = '{} leads out of the folder that the config is in; write a path below that folder';
const glob = z.string({ error: GLOB }).check(
  z.refine((text) => text.trim() !== '', { error: GLOB, abort: true }),
  z.refine((text) => !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(text), { error: LEADS_OUT }),
);
const globs = z.pipe(
  z.union([glob, z.array(glob)], { error: GLOB }),
  z.transform((paths): readonly string[] => (typeof paths === 'string' ? [paths] : paths)),
);

/** A config. Its mappings of names are read one by one, so that a mistake in one of them hides nothing in the others. */
export const configSchema = z.strictObject({
  plans: z.optional(globs),
  ignore: z.optional(globs),
  timezone: z.optional(timezoneSchema),
  channels: z.optional(z.unknown()),
  targets: z.optional(z.unknown()),
  formats: z.optional(z.unknown()),
  aliases: z.optional(z.unknown()),
  rules: z.optional(z.unknown()),
  locked: z.optional(z.unknown()),
});
