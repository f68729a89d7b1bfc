import { visible } from '../escape.ts';
import { isFolder } from '../files.ts';
import type { Io } from '../io.ts';

/** A sentence for each thing that keeps a command from doing its work. */
export class Refusal extends Error {
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

/** Says on standard error what is to be said beside the report: a sentence a line. */
export function say(sentences: readonly string[], { stderr }: Io): void {
  for (const sentence of sentences) stderr.write(`cmplan: ${visible(sentence)}\n`);
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
  sayWhy: (sentences: readonly string[], io: Io) => void | Promise<void> = say,
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
  if (!isFolder(cwd)) throw new Refusal('the folder that you are in is gone; change into another one');
}
