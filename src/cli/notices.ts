import type { Io } from '../io.ts';
import { visible } from '../text/escape.ts';
import { isFolder } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import { printed, type Sentence } from '../yaml/places.ts';
import { columnsOf } from './view.ts';

/**
 * Writes each sentence to standard error, on a line of its own that begins with `cmplan: `. On a terminal, long lines
 * are wrapped.
 */
export async function say(sentences: readonly Sentence[], { stderr, env }: Io): Promise<void> {
  if (sentences.length === 0) return;
  const lines = sentences.map((sentence) => `cmplan: ${visible(printed(sentence))}`);
  if (!stderr.isTerminal) {
    stderr.write(`${lines.join('\n')}\n`);
    return;
  }
  const { notice } = await import('../report/notice.ts');
  const columns = columnsOf(stderr, env);
  for (const line of lines) stderr.write(`${notice(line, columns)}\n`);
}

/**
 * Does work, and returns its exit status. If the work throws a `Refusal`, reports the reasons and returns 2. Any other
 * error is thrown on.
 *
 * @param work - resolves with an exit status
 * @param sayWhy - reports the reasons of a `Refusal`
 */
export async function orRefuse(
  io: Io,
  work: () => Promise<number>,
  sayWhy: (sentences: readonly Sentence[], io: Io) => Promise<void> = say,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sayWhy(error.sentences, io);
    return 2;
  }
}

/**
 * Checks that the working folder still exists.
 *
 * @throws {Refusal} when the working folder has been deleted
 */
export function refuseLostFolder({ cwd }: Io): void {
  if (!isFolder(cwd)) throw new Refusal('the folder that you are in no longer exists; change to another one');
}
