import { printed, type Sentence } from '../yaml/places.ts';

/** A sentence for each thing that keeps a command from doing its work. */
export class Refusal extends Error {
  readonly sentences: readonly Sentence[];

  constructor(...sentences: readonly Sentence[]) {
    super(sentences.map(printed).join('\n'));
    this.sentences = sentences;
  }
}
