import vm from 'node:vm';
import { Refusal } from './refusal.ts';

/**
 * The error that is thrown if work does not end in time. Its message is a sentence without a subject: `takes too long,
 * …`.
 */
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
 * Does synchronous work and returns its result, or stops the work if it takes too long: plans come from strangers, who
 * must not be able to hold a machine (https://nodejs.org/api/vm.html#scriptruninthiscontextoptions).
 *
 * @throws {OutOfTime} if it takes longer than these seconds. Whatever it was changing may then be half changed, so that
 * nothing of the same kind should be done afterwards
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

/** The seconds that a command may take for its one large piece of work, and how many more for each file that it reads. */
const SECONDS = 60;
const SECONDS_A_FILE = 1;
/** The most seconds that such work may take, however many files it reads. */
export const MOST_SECONDS = 300;

/** The shortest time after which work can be stopped. */
const LEAST_SECONDS = 0.001;

/** Returns how many seconds reading this many files, and all that is done with them, may take. */
export function secondsFor(files: number): number {
  return Math.min(MOST_SECONDS, SECONDS + SECONDS_A_FILE * files);
}

/**
 * Does a large piece of synchronous work of a command, and returns its result.
 *
 * @param subject - the beginning of the sentence that says that it took too long, such as `the new plan`
 * @param seconds - the most seconds that it may take
 * @throws {Refusal} if it takes longer
 */
export function inTime<Result>(subject: string, task: () => Result, seconds = SECONDS): Result {
  try {
    return withinSeconds(seconds, task);
  } catch (error) {
    throw error instanceof OutOfTime ? new Refusal(`${subject} ${error.message}`) : error;
  }
}

/** Does work that consists of several synchronous parts, and stops it if all parts together take too long. */
export class TimeLimit {
  private readonly subject: string;
  private left: number;

  /**
   * @param subject - the beginning of the sentence that says that the work took too long, such as `the report`
   * @param seconds - the most seconds that all parts together may take
   */
  constructor(subject: string, seconds = SECONDS) {
    this.subject = subject;
    this.left = seconds;
  }

  /**
   * Does the next part of the work, and returns its result.
   *
   * @throws {Refusal} if the parts so far take too long
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
