import { type PlanSide, readPlanSide } from '../../drift/plan-side.ts';
import { UnreadableSchedule } from '../../exchange/rows.ts';
import type { Io } from '../../io.ts';
import type { Hold } from '../../plan/plan.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { brief, counted, quoted } from '../../text/words.ts';
import { inTime } from '../../workspace/deadline.ts';
import { GitRefusal } from '../../workspace/git.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { rangeOf } from '../../yaml/places.ts';
import { readSource, syntaxSentences } from '../../yaml/source.ts';
import type { Problem } from '../../yaml/structural-problem.ts';
import { say } from '../notices.ts';

/**
 * Returns a `Refusal` with the message of an `UnreadableSchedule` or a `GitRefusal`. Returns any other error unchanged.
 *
 * @param scheduleName - the name of the schedule, with which the message of an `UnreadableSchedule` begins
 */
export function inOneSentence(error: unknown, scheduleName: string): unknown {
  if (error instanceof UnreadableSchedule) return new Refusal(`${quoted(scheduleName)} ${error.message}`);
  return error instanceof GitRefusal ? new Refusal(error.message) : error;
}

/** The contents of a plan for a comparison, and the terms on which the plan is read. */
interface PlanToCompare {
  readonly bytes: Uint8Array;
  /** The name of the plan in messages. */
  readonly name: string;
  readonly terms: PlanTerms;
  /** The holds (pauses of planned posts) that apply instead of the plan's own; if undefined, the plan's own apply. */
  readonly holds?: readonly Hold[];
}

/**
 * Returns the posts of a plan for a comparison. If some were left out because of mistakes, says so on standard error.
 *
 * @throws {Refusal} if the plan is not YAML, if reading the plan takes too long, if its period, time zone or hold has a
 * mistake, or if there are more than 100,000 posts
 */
export async function planIn(plan: PlanToCompare, io: Io): Promise<PlanSide> {
  const { side, mistakes } = inTime('reading the plan', () => sideOf(plan));
  if (mistakes > 0) {
    const sentence = `${brief(plan.name)} has ${counted(mistakes, 'mistake')}, and the parts with mistakes are left out; run cmplan check to see them`;
    await say([sentence], io);
  }
  return side;
}

const MOST_SENTENCES = 5;

/**
 * The keys of a plan that must not have mistakes. Otherwise posts would be compared at wrong times, or without their
 * hold.
 */
const FATAL_KEYS: ReadonlySet<unknown> = new Set(['timezone', 'hold']);

function sideOf({ bytes, name, terms, holds }: PlanToCompare): { side: PlanSide; mistakes: number } {
  const source = readSource(bytes);
  if (source.problems.length > 0) throw new Refusal(syntaxSentences(source, name));
  const problems: Problem[] = [];
  let side: PlanSide | null;
  try {
    side = readPlanSide(source, terms, (problem) => problems.push(problem), holds);
  } catch (error) {
    throw inOneSentence(error, name);
  }
  // A hold that cannot be read would hold nothing back, and everything would seem to be right.
  const fatal = problems.filter(({ place }) => side === null || FATAL_KEYS.has(place.path[0]));
  if (side !== null && fatal.length === 0) return { side, mistakes: problems.length };
  throw new Refusal(
    fatal.slice(0, MOST_SENTENCES).map(({ place, message }) => {
      const { line, column } = source.lines.position(rangeOf(source.root, place));
      return { file: name, line, column, message };
    }),
  );
}
