import type { Io, Questions } from '../io.ts';
import { notice } from '../report/notice.ts';
import { visible } from '../text/escape.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Reading } from '../workspace/starter/answers.ts';
import { columnsOf } from './view.ts';

/** The message for a user who ends the input instead of answering, or who answers that no files should be written. */
export const NOTHING_WRITTEN = 'nothing was written';

/**
 * Asks the user questions at the terminal. If no user is at the terminal, the answer to each question is its default.
 */
export class Asking {
  /** Whether there is a user at the terminal to ask. */
  readonly isPossible: boolean;
  private readonly questions: Questions | null;
  private readonly columns: number;

  /** @param questions - asks the user; null if no user is at the terminal */
  constructor(questions: Questions | null, { stderr, env }: Io) {
    this.questions = questions;
    this.isPossible = questions !== null;
    this.columns = columnsOf(stderr, env);
  }

  /**
   * Asks a question until the answer is valid, and returns the value of that answer. After an invalid answer, says what
   * is wrong and asks again.
   *
   * @param byDefault - the answer that is used when the user enters nothing, or when no user is at the terminal; null
   * if the user must answer, which requires that `isPossible` is true
   * @param read - returns the value of an answer, or says what is wrong with the answer
   * @throws {Refusal} if the user ends the input
   */
  async ask<Value>(
    question: string,
    byDefault: string | null,
    read: (answer: string) => Reading<Value>,
  ): Promise<Value> {
    for (let before = ''; ; ) {
      const mark = byDefault === null ? '>' : `[${byDefault}]`;
      const text = `${before}${notice(question, this.columns)}\n${mark} `;
      const answer = await this.questions?.ask(text);
      if (answer === null) throw new Refusal(NOTHING_WRITTEN);
      const reading = read(answer?.trim() || (byDefault ?? ''));
      if ('value' in reading) return reading.value;
      before = `${notice(visible(reading.problem), this.columns)}\n`;
    }
  }
}
