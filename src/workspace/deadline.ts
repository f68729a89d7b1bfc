import vm from 'node:vm';
import { Refusal } from './refusal.ts';

/** The error for work that took too long and was stopped. Its message lacks the subject: `takes too long, …`. */
export class OutOfTime extends Error {
  constructor() {
    super('takes too long, and was given up; make it shorter or simpler, and please report it');
  }
}

/** The work that the script does. */
const work: { now: () => void } = { now: () => {} };
Object.defineProperty(globalThis, Symbol.for('cmplan.work'), { value: work });
const DO_IT = new vm.Script("globalThis[Symbol.for('cmplan.work')].now()");

/**
 * Calls the synchronous function `task` and returns the result of `task`, but stops `task` after `seconds` seconds.
 * Plans may come from strangers, who must not be able to keep a machine busy
 * (https://nodejs.org/api/vm.html#scriptruninthiscontextoptions).
 *
 * @throws {OutOfTime} if `task` takes longer. Data that `task` was changing may then be half changed, so do not use
 * such data any more
 */
export function withinSeconds<Result>(seconds: number, task: () => Result): Result {
  const outcome: { result?: { readonly value: Result } } = {};
  work.now = () => {
    outcome.result = { value: task() };
  };
  try {
    DO_IT.runInThisContext({ timeout: Math.ceil(seconds * 1000) });
  } catch (error) {
    const isLate = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isLate ? new OutOfTime() : error;
  }
  if (outcome.result === undefined) throw new OutOfTime();
  return outcome.result.value;
}

/** The seconds that a command may take for its one large piece of work, and how many more for each file it reads. */
const SECONDS = 60;
const SECONDS_A_FILE = 1;
/** The most seconds that the work of a command may take, however many files it reads. */
export const MOST_SECONDS = 300;

/** The shortest time after which work can be stopped. */
const LEAST_SECONDS = 0.001;

/**
 * Returns how many seconds a command may take to read and process `files` files: 60, and 1 more for each file, but at
 * most `MOST_SECONDS`.
 */
export function secondsFor(files: number): number {
  return Math.min(MOST_SECONDS, SECONDS + SECONDS_A_FILE * files);
}

/**
 * Calls the synchronous function `task` and returns the result of `task`, but stops `task` if it takes too long.
 *
 * @param subject - what takes too long, as the beginning of the error message, such as `the new plan`
 * @param seconds - the most seconds that `task` may take; if left out, 60
 * @throws {Refusal} if `task` takes longer
 */
export function inTime<Result>(subject: string, task: () => Result, seconds = SECONDS): Result {
  try {
    return withinSeconds(seconds, task);
  } catch (error) {
    throw error instanceof OutOfTime ? new Refusal(`${subject} ${error.message}`) : error;
  }
}

/** A limit on the seconds that several synchronous pieces of work may take together. */
export class TimeLimit {
  private readonly subject: string;
  private left: number;

  /**
   * @param subject - what takes too long, as the beginning of the error message, such as `the report`
   * @param seconds - the most seconds that all pieces together may take; if left out, 60
   */
  constructor(subject: string, seconds = SECONDS) {
    this.subject = subject;
    this.left = seconds;
  }

  /**
   * Calls `task`, the next piece of work, and returns the result of `task`. Only the time inside these calls counts.
   *
   * @throws {Refusal} if all calls so far take longer than the limit
   */
  during<Result>(task: () => Result): Result {
    const start = performance.now();
    try {
      return inTime(this.subject, task, Math.max(LEAST_SECONDS, this.left));
    } finally {
      this.left -= (performance.now() - start) / 1000;
    }
  }
}
