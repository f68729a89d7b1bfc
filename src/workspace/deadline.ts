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

/** The most seconds that may be spent on one file, or on comparing two. An ordinary plan takes a few milliseconds. */
const MOST_SECONDS = 60;

/** The most seconds that may be spent on all files of a run. */
const MOST_SECONDS_A_RUN = 300;

/** What the script below does. */
const work: { now: () => void } = { now: () => {} };
Object.defineProperty(globalThis, Symbol.for('cmplan.work'), { value: work });
const DO_IT = new vm.Script("globalThis[Symbol.for('cmplan.work')].now()");

/**
 * Stops work that takes too long. No known input makes cmplan take so long, but plans come from strangers, who must not
 * be able to keep a machine busy (https://nodejs.org/api/vm.html#scriptruninthiscontextoptions).
 */
export class Deadline {
  private readonly each: number;
  private left: number;

  /**
   * @param each - the most seconds for one piece of work
   * @param all - the most seconds for all pieces of work together
   */
  constructor(each = MOST_SECONDS, all = MOST_SECONDS_A_RUN) {
    this.each = each * 1000;
    this.left = all * 1000;
  }

  /**
   * Does synchronous work and returns its result.
   *
   * @throws {OutOfTime} if the work takes longer than one piece may, or than the time left for all pieces. Whatever the
   * work was changing may then be half changed, so that no more work of the same kind should be done
   */
  do<Result>(task: () => Result): Result {
    const outcome: { result?: { readonly value: Result } } = {};
    work.now = () => {
      outcome.result = { value: task() };
    };
    const start = performance.now();
    try {
      const timeout = Math.ceil(Math.max(1, Math.min(this.left, this.each)));
      DO_IT.runInThisContext({ timeout });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        throw new OutOfTime();
      throw error;
    } finally {
      this.left -= performance.now() - start;
    }
    if (outcome.result === undefined) throw new OutOfTime();
    return outcome.result.value;
  }
}

/**
 * Does the one large piece of synchronous work of a command, and returns its result.
 *
 * @param subject - the subject of the error message, such as `the new plan`
 * @throws {Refusal} if the work takes too long
 */
export function inTime<Result>(subject: string, task: () => Result): Result {
  try {
    return new Deadline().do(task);
  } catch (error) {
    throw error instanceof OutOfTime ? new Refusal(`${subject} ${error.message}`) : error;
  }
}
