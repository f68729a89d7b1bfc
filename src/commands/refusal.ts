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

/**
 * Does work that may be refused, and then says why.
 *
 * @param work - comes to an exit status
 * @returns that exit status, or 2 where the work was refused
 */
export async function orRefuse(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const sentence of error.sentences) io.stderr.write(`cmplan: ${visible(sentence)}\n`);
    return 2;
  }
}

/** @throws {Refusal} where the working folder was deleted meanwhile */
export function refuseLostFolder({ cwd }: Io): void {
  if (!isFolder(cwd)) throw new Refusal('the folder that you are in is gone; change into another one');
}
