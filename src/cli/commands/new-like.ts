import { type CheckTerms, checkPlan } from '../../check/check-plan.ts';
import { mondayOf } from '../../dates.ts';
import { type Like, likeOf } from '../../drafting/like.ts';
import { sentenceOf } from '../../findings/finding.ts';
import { postsPerDay } from '../../rules/posts-per-day.ts';
import { reserve } from '../../rules/reserve.ts';
import { quoted } from '../../text/words.ts';
import { nameFrom, pathFrom, readUpTo, whyNotNamed } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import type { OpenTeam } from '../../workspace/team-plans.ts';
import { MOST_BYTES, readSource } from '../../yaml/source.ts';

/** The value of `--like` that stands for the newest plan of the team. */
const LAST = 'last';

/** The options of `cmplan new` of which only some can be given together. */
interface LikeOptions {
  readonly like?: string;
  readonly template?: string;
  readonly perDay?: number;
}

/**
 * Checks that no option contradicts `--like`.
 *
 * @throws {Refusal} if `--template` or `--per-day` is given together with `--like`
 */
export function refuseBesideLike({ like, template, perDay }: LikeOptions): void {
  if (like === undefined) return;
  if (template !== undefined)
    throw new Refusal(
      '--template: a week like an earlier one needs no template; leave out --template or --like',
    );
  if (perDay !== undefined)
    throw new Refusal(
      '--per-day: a week like an earlier one has as many posts as that one; leave out --per-day or --like',
    );
}

/** What a plan for `--like` is looked for with. */
interface LikeSearch {
  /** The team of the new plan; null if it belongs to none. */
  readonly team: OpenTeam | null;
  /** The ISO week of the new plan. */
  readonly week: string;
  readonly terms: CheckTerms;
  /** The working directory, absolute. */
  readonly cwd: string;
}

/**
 * Reads the earlier plan that a new plan should repeat (`--like`), and returns what the new plan repeats.
 *
 * @param argument - the path of the earlier plan, or `last` for the team's newest plan before the new one
 * @throws {Refusal} if there is no such plan, or if it cannot be used
 */
export function readLike(argument: string, search: LikeSearch): Like {
  const { terms, cwd } = search;
  const file = argument === LAST ? lastBefore(search) : pathFrom(cwd, argument);
  const name = nameFrom(cwd, file);
  let bytes: Uint8Array;
  try {
    bytes = readUpTo(file, MOST_BYTES);
  } catch (error) {
    throw new Refusal(`--like: ${quoted(name)} ${whyNotNamed(error, file)}`);
  }
  const like = likeOf({ name, source: readSource(bytes) }, terms);
  if ('problems' in like) throw new Refusal(like.problems);
  return like;
}

function lastBefore({ team, week, cwd }: LikeSearch): string {
  const monday = mondayOf(week);
  const last = team?.team.plans.findLast((plan) => plan.from < monday && plan.channels() !== null);
  if (last === undefined)
    throw new Refusal(
      `--like: there is no plan of the team before ${week}; name a file, as in --like plans/2026-W48.yaml`,
    );
  return pathFrom(cwd, last.name);
}

/**
 * Returns a sentence for each finding of the rules `posts-per-day` and `reserve` in a new plan.
 *
 * @param text - the new plan as YAML
 * @param name - the name of the new plan, for the sentences
 */
export function notesOnDays(text: string, name: string, terms: CheckTerms): readonly string[] {
  const { findings } = checkPlan(new TextEncoder().encode(text), name, terms);
  return findings.filter(({ rule }) => rule === postsPerDay.id || rule === reserve.id).map(sentenceOf);
}
