import type { Io } from '../io.ts';

const PATIENCE = 1000;
const PAUSE = 100;
const CLEAR_LINE = '\r\x1b[K';

/**
 * Shows on a terminal how many items have been worked on, such as `3 of 20 plans …`, once the work has taken a second.
 */
export class Progress {
  private readonly io: Io;
  private readonly total: number;
  private readonly noun: string;
  private done = 0;
  private due: number;
  private isShown = false;

  /**
   * @param total - the number of items to work on
   * @param noun - what the items are, in the plural, such as `plans`
   */
  constructor(io: Io, total: number, noun: string) {
    this.io = io;
    this.total = total;
    this.noun = noun;
    this.due = io.stderr.isTerminal ? io.now() + PATIENCE : Number.POSITIVE_INFINITY;
  }

  /** Counts one more item. Call this before the work on each item. */
  step(): void {
    const { now, stderr } = this.io;
    if (this.due < Number.POSITIVE_INFINITY && now() >= this.due) {
      stderr.write(`${CLEAR_LINE}${this.done} of ${this.total} ${this.noun} …`);
      this.due = now() + PAUSE;
      this.isShown = true;
    }
    this.done++;
  }

  /** Removes the line that shows the progress. Call this when all work is done. */
  end(): void {
    if (this.isShown) this.io.stderr.write(CLEAR_LINE);
  }
}
