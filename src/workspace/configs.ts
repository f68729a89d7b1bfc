import type { Policy, RuleNames } from '../policy/policy.ts';
import { firstOf, quoted } from '../text/words.ts';
import { type PlacedSentence, rangeOf, type Sentence } from '../yaml/places.ts';
import { readSource, type Source, syntaxSentences } from '../yaml/source.ts';
import { TimeLimit } from './deadline.ts';
import { ConfigSearch, folderOf, matcherOf, nameFrom, pathFrom, readUpTo, whyNot } from './files.ts';

/** A config that has been read and has no mistakes. */
export interface Config extends Policy {
  /** The path of the config relative to the working directory, with `/` between folders. */
  readonly name: string;
  /** The absolute path of the folder that the config is in. */
  readonly folder: string;
  readonly source: Source;
  /** Whether the config excludes a file from checks (`ignore`). The file is given by its absolute path. */
  readonly isIgnored: (file: string) => boolean;
}

/** The most bytes that a config may have. */
const MOST_BYTES = 1024 ** 2;

/**
 * Which config the user wants: a path for the config at that path, `false` for no config, `undefined` for the config
 * that is nearest to each plan.
 */
export type ConfigChoice = string | false | undefined;

/** Finds and reads the configs that apply to folders. Each config is read only once. */
export class Configs {
  /** Sentences that say why configs cannot be used: one for each mistake, for the first 100 mistakes of each config. */
  readonly failures: Sentence[] = [];
  private readonly cwd: string;
  private readonly choice: ConfigChoice;
  private readonly rules: RuleNames;
  private readonly search = new ConfigSearch();
  private readonly limit = new TimeLimit('reading the config');
  private readonly read = new Map<string, Promise<Config | 'broken'>>();
  /** The configs without mistakes by their text: links may lead to the same one from many folders. */
  private readonly parsed = new Map<string, ParsedConfig>();

  constructor(cwd: string, choice: ConfigChoice, rules: RuleNames) {
    this.cwd = cwd;
    this.choice = choice;
    this.rules = rules;
  }

  /** The absolute paths of all configs that were read so far, even of those with mistakes. */
  get files(): readonly string[] {
    return [...this.read.keys()];
  }

  /**
   * Returns the config that applies to the files of a folder.
   *
   * @returns the config; null if there is none; `broken` if it cannot be used, in which case the reasons are added to
   * `failures`
   * @throws {Refusal} if reading all configs takes more than 60 seconds in total
   */
  async for(folder: string): Promise<Config | 'broken' | null> {
    if (this.choice === false) return null;
    const file = this.choice === undefined ? this.search.from(folder) : pathFrom(this.cwd, this.choice);
    if (file === null) return null;
    const reading = this.read.get(file) ?? this.load(file);
    this.read.set(file, reading);
    return reading;
  }

  private async load(file: string): Promise<Config | 'broken'> {
    const name = nameFrom(this.cwd, file);
    let bytes: Uint8Array;
    try {
      bytes = readUpTo(file, MOST_BYTES, this.choice !== undefined);
    } catch (error) {
      return this.broken([`the config ${quoted(name)} ${whyNot(error, file)}`]);
    }
    if (bytes.length > MOST_BYTES) {
      return this.broken([
        `the config ${quoted(name)} is larger than 1 MB; a config needs only a few lines, so delete the rest`,
      ]);
    }
    const text = Buffer.from(bytes).toString('latin1');
    const reading = this.parsed.get(text) ?? (await parseConfig(bytes, name, this.rules, this.limit));
    if ('problems' in reading) {
      const tellLeft = (left: number) => `${quoted(name)} has ${left} more problems; fix these first`;
      return this.broken(firstOf(reading.problems, MOST_TOLD, tellLeft));
    }
    this.parsed.set(text, reading);
    const { policy, source } = reading;
    const folder = folderOf(file);
    const isIgnored = policy.ignore.length === 0 ? () => false : matcherOf(policy.ignore, folder);
    return { ...policy, name, folder, source, isIgnored };
  }

  private broken(sentences: readonly Sentence[]): 'broken' {
    for (const sentence of sentences) this.failures.push(sentence);
    return 'broken';
  }
}

/** The most problems of one config that are listed. */
const MOST_TOLD = 100;

/** A config that has been read or, if it has mistakes, sentences about them. */
type ParsedConfig =
  | { readonly policy: Policy; readonly source: Source }
  | { readonly problems: readonly PlacedSentence[] };

/**
 * Reads the contents of a config.
 *
 * @param name - the name of the config in the sentences about mistakes
 * @param rules - the names of the rules that the config may set
 * @param limit - the time limit for reading
 * @returns the policy of the config; only `problems` if it has mistakes: a sentence for each, in the order of their
 * places, but at most five if the text is not YAML
 */
export async function parseConfig(
  bytes: Uint8Array,
  name: string,
  rules: RuleNames,
  limit = new TimeLimit('reading the config'),
): Promise<ParsedConfig> {
  const { readConfig } = await import('../policy/read-config.ts');
  return limit.during(() => {
    const source = readSource(bytes);
    if (source.problems.length > 0) return { problems: syntaxSentences(source, name) };
    const problems: PlacedSentence[] = [];
    const policy = readConfig(source.root, rules, ({ place, message }) => {
      const { line, column } = source.lines.position(rangeOf(source.root, place));
      problems.push({ file: name, line, column, message });
    });
    if (problems.length === 0) return { policy, source };
    problems.sort((one, other) => one.line - other.line || one.column - other.column);
    return { problems };
  });
}
