import * as z from 'zod/mini';
import { areFewNames, LONGEST_GLOB, MOST_GLOB_NAMES } from '../text/globs.ts';
import { timezoneSchema } from './timezone.ts';

/*
 * The error messages are predicates, such as "is not a status". Whoever reports one puts the key and value before it.
 */

const GLOB = 'is not a path; write a path such as plans/**/*.yaml, or several as a list';
const LEADS_OUT = 'leads outside the folder that the config is in; write a path below that folder';
const TOO_WILD =
  'has more wildcards than cmplan allows; use at most three * and two { in a path, and no (; if that is not enough, list several paths';
const TOO_LONG = `is longer than ${LONGEST_GLOB.toLocaleString('en')} characters; name a folder instead`;
const MOST_GLOBS = 100;
const TOO_MANY = `has more than ${MOST_GLOBS} paths; name folders instead of single files`;

/**
 * Whether a glob can be matched quickly against any path. A matcher may try every way of dividing a name among stars
 * and alternatives, and a config may come from a stranger.
 */
function isTame(glob: string): boolean {
  const names = glob.split('/').filter((name) => name !== '**');
  const stars = names.join('/').match(/\*+/g) ?? [];
  const alternatives = glob.match(/\{/g) ?? [];
  return stars.length <= 3 && alternatives.length <= 2 && !glob.includes('(');
}

const TOO_MANY_NAMES = `stands for more than ${MOST_GLOB_NAMES.toLocaleString('en')} names of folders and files when each {a,b} is written out; name folders instead of single files`;

/** Whether the globs of a key stand for few enough paths, with each `{a,b}` written out, to be matched quickly. */
function areTogetherFew(value: z.infer<typeof folder> | readonly z.infer<typeof folder>[]): boolean {
  const globs = [value].flat().map(String);
  // Globs that are too long have already been refused.
  return areFewNames(globs.filter((glob) => glob.length <= LONGEST_GLOB));
}

const NOT_BACK =
  'begins with !, which has no effect here; write what to check under "plans", and what to leave out under "ignore"';
const OPEN_BRACE = 'has a { without a }, or the reverse; write both, as in *.{yaml,yml}';
const NO_PATH = 'the list is empty; name at least one path, such as plans/**/*.yaml, or delete the key';

function isClosed(glob: string): boolean {
  return (glob.match(/\{/g) ?? []).length === (glob.match(/\}/g) ?? []).length;
}

const glob = z.string({ error: GLOB }).check(
  z.refine((text) => text.trim() !== '', { error: GLOB, abort: true }),
  z.refine((text) => !/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(text), { error: LEADS_OUT }),
  z.refine((text) => !text.startsWith('!'), { error: NOT_BACK }),
  z.refine((text) => text.length <= LONGEST_GLOB, { error: TOO_LONG }),
  z.refine(isClosed, { error: OPEN_BRACE }),
  z.refine(isTame, { error: TOO_WILD }),
);
/** One path or glob. It may also be a number, because folders are often named after years: `plans: 2026`. */
const folder = z.union([glob, z.number(), z.boolean()], { error: GLOB });
const severalGlobs = z
  .array(folder)
  .check(z.refine((globs) => globs.length <= MOST_GLOBS, { error: TOO_MANY }));
const globs = z
  .union([folder, severalGlobs], { error: GLOB })
  .check(z.refine(areTogetherFew, { error: TOO_MANY_NAMES }));

/**
 * The schema of a config. It accepts any value for `channels`, `targets`, `formats`, `aliases`, `sheets`, `rules` and
 * `locked`. These values are read separately, so that a mistake in one of them hides no mistakes in the others.
 */
export const configSchema = z.strictObject({
  plans: z.optional(
    globs.check(
      z.refine((paths) => !Array.isArray(paths) || paths.length > 0, {
        error: NO_PATH,
        params: { isSentence: true },
      }),
    ),
  ),
  ignore: z.optional(globs),
  timezone: z.optional(timezoneSchema),
  channels: z.optional(z.unknown()),
  targets: z.optional(z.unknown()),
  formats: z.optional(z.unknown()),
  aliases: z.optional(z.unknown()),
  sheets: z.optional(z.unknown()),
  rules: z.optional(z.unknown()),
  locked: z.optional(z.unknown()),
});
