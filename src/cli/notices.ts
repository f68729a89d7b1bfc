import type { Io } from '../io.ts';
import { visible } from '../text/escape.ts';
import { isFolder } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import { printed, type Sentence } from '../yaml/places.ts';
import { columnsOf } from './view.ts';

/** Says on standard error what is to be said beside the report: a sentence a line, wrapped where a terminal shows it. */
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
 * Does work that may be refused, and then says why.
 *
 * @param work - comes to an exit status
 * @param sayWhy - how that is said
 * @returns that exit status, or 2 where the work was refused
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

/** @throws {Refusal} where the working folder was deleted meanwhile */
export function refuseLostFolder({ cwd }: Io): void {
  if (!isFolder(cwd)) throw new Refusal('the folder that you are in no longer exists; change to another one');
}
