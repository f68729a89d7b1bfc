import type { Io, Questions } from '../io.ts';
import { notice } from '../report/notice.ts';
import { visible } from '../text/escape.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Reading } from '../workspace/starter/answers.ts';
import { columnsOf } from './view.ts';

/** What is said where somebody answers no more. */
export const NOTHING_WRITTEN = 'nothing was written';

/** Asks the person at the terminal; where nobody can be asked the defaults hold. */
export class Asking {
  /** Whether somebody can be asked. */
  readonly isPossible: boolean;
  private readonly questions: Questions | null;
  private readonly columns: number;

  /** @param questions - null where nobody can be asked */
  constructor(questions: Questions | null, { stderr, env }: Io) {
    this.questions = questions;
    this.isPossible = questions !== null;
    this.columns = columnsOf(stderr, env);
  }

  /**
   * Asks until the answer can be read, and says why where it cannot.
   *
   * @param byDefault - what an empty answer stands for
   * @throws {Refusal} where there will be no more answers
   */
  async ask<Value>(
    question: string,
    byDefault: string,
    read: (answer: string) => Reading<Value>,
  ): Promise<Value> {
    for (let before = ''; ; ) {
      const text = `${before}${notice(question, this.columns)}\n[${byDefault}] `;
      const answer = await this.questions?.ask(text);
      if (answer === null) throw new Refusal(NOTHING_WRITTEN);
      const reading = read(answer?.trim() || byDefault);
      if ('value' in reading) return reading.value;
      before = `${notice(visible(reading.problem), this.columns)}\n`;
    }
  }
}
