import type { Io, Questions } from '../io.ts';
import { notice } from '../report/notice.ts';
import { visible } from '../text/escape.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Reading } from '../workspace/starter/answers.ts';
import { columnsOf } from './view.ts';

/** What is said when a user stops answering. */
export const NOTHING_WRITTEN = 'nothing was written';

/** Asks the user at the terminal. When nobody can be asked, the defaults apply. */
export class Asking {
  /** Whether somebody can be asked. */
  readonly isPossible: boolean;
  private readonly questions: Questions | null;
  private readonly columns: number;

  /**
   * Asks through `questions`.
   *
   * @param questions - null when nobody can be asked
   */
  constructor(questions: Questions | null, { stderr, env }: Io) {
    this.questions = questions;
    this.isPossible = questions !== null;
    this.columns = columnsOf(stderr, env);
  }

  /**
   * Asks until the answer can be read. After an answer that cannot, it says why and asks again.
   *
   * @param byDefault - the answer that is read when the user enters nothing, or nobody can be asked
   * @throws {Refusal} when the user has ended the input
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
