import { printed, type Sentence } from '../yaml/places.ts';

/** The error of a command that cannot do its work. `sentences` has a sentence for each reason. */
export class Refusal extends Error {
  readonly sentences: readonly Sentence[];

  constructor(reasons: Sentence | readonly Sentence[]) {
    const sentences = [reasons].flat() as readonly Sentence[];
    super(sentences.map(printed).join('\n'));
    this.sentences = sentences;
  }
}
