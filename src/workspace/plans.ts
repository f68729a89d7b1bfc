import { type CheckTerms, checkFound, checkPlan, type FitIn } from '../check/check-plan.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import type { Io } from '../io.ts';
import { remembered } from '../remembered.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { counted, quoted } from '../text/words.ts';
import type { Sentence } from '../yaml/places.ts';
import { MOST_BYTES } from '../yaml/source.ts';
import { type CheckingOptions, termsOf } from './checking-options.ts';
import { type Config, Configs } from './configs.ts';
import { inTime, OutOfTime, secondsFor, withinSeconds } from './deadline.ts';
import { folderOf, nameFrom, pathFrom, readUpTo, SHEET_NAME, STANDARD_INPUT, whyNot } from './files.ts';
import type { FoundFile } from './found-files.ts';
import { leadsOf, sayIsSkipped, whyFruitless } from './leads.ts';
import type { Lead } from './named-plans.ts';
import { Budget } from './run-budget.ts';
import { TeamPlans } from './team-plans.ts';

/** The result of checking all files that the arguments lead to. */
interface Checking {
  /** The checked files, in the order of the arguments. */
  readonly files: readonly CheckedFile[];
  /** A sentence for each thing that could not be done. */
  readonly failures: readonly Sentence[];
  /** Sentences about files that were left out although the user may expect them to be checked. */
  readonly notes: readonly string[];
  /** The absolute paths of all files that were considered, whether or not they are plans, and of all configs. */
  readonly inputs: readonly string[];
}

/** Shows the user how many of the files have been checked. */
export interface Progress {
  /** Called once for each file. */
  readonly step: () => void;
  /** Called after the last file. */
  readonly end: () => void;
}

type Result = CheckedFile | 'no plan' | 'ignored' | 'unjudged' | 'failed' | 'beyond budget';

/**
 * Checks each file that the arguments lead to with the config that applies to the file. Checks a file only once, even
 * if several arguments lead to the file. The result has a failure for each file that cannot be checked.
 *
 * @param paths - files, folders, globs, or `-` for standard input. If there are none, the config of the working
 * directory says which plans to check; without such a config, plans nearby are checked
 * @param startProgress - called before the first file, with the number of files
 */
export async function checkAll(
  paths: readonly string[],
  options: CheckingOptions,
  io: Io,
  startProgress: (files: number) => Progress,
): Promise<Checking> {
  const checker = new Checker(options, io, startProgress);
  await checker.check(paths);
  return checker.result();
}

/** A check that is ready to be done. */
interface Check {
  /** The name of the file in reports. */
  readonly name: string;
  readonly run: () => Result;
}

class Checker {
  private readonly options: CheckingOptions;
  private readonly io: Io;
  private readonly startProgress: (files: number) => Progress;
  private readonly configs: Configs;
  private readonly terms = new Map<Config | null, CheckTerms>();
  private readonly results = new Map<string, Result>();
  private readonly team: TeamPlans;
  private readonly budget = new Budget();
  private readonly failures: string[] = [];
  private readonly notes: string[] = [];
  /** The absolute paths of plans that the config from the command line does not name. */
  private readonly uncounted: string[] = [];
  /** The files in folders named `plans` that are not plans. */
  private readonly wronglyGuessed: string[] = [];

  constructor(options: CheckingOptions, io: Io, startProgress: (files: number) => Progress) {
    this.options = options;
    this.io = io;
    this.startProgress = startProgress;
    this.team = new TeamPlans(io.cwd);
    this.configs = new Configs(io.cwd, options.config, RULE_NAMES);
  }

  result(): Checking {
    const results = [...this.results.values()];
    const countOf = (wanted: Result) => results.filter((result) => result === wanted).length;
    const unjudged = countOf('unjudged');
    const skipped = countOf('no plan') - this.wronglyGuessed.length;
    const notAll = this.budget.whyNotAll(countOf('beyond budget'));
    const failures = [...this.configs.failures, ...this.failures, ...(notAll === null ? [] : [notAll])];
    if (unjudged > 0)
      failures.push(`${counted(unjudged, 'file was', 'files were')} not checked; fix the config first`);
    return {
      files: results.filter((result) => typeof result === 'object'),
      failures,
      notes: [...this.notes, ...sayIsSkipped(skipped, this.wronglyGuessed), ...this.sayIsUncounted()],
      inputs: [...this.results.keys(), ...this.configs.files].filter((file) => file !== STANDARD_INPUT),
    };
  }

  /**
   * Returns a sentence about plans that are not counted over the weeks, because the chosen config does not name them.
   */
  private sayIsUncounted(): readonly string[] {
    const [first = '', ...others] = this.uncounted;
    if (first === '') return [];
    const name = quoted(nameFrom(this.io.cwd, first));
    const what =
      others.length === 0 ? `${name} is` : `${name} and ${counted(others.length, 'more plan')} are`;
    return [
      `${what} not counted over the weeks: ${this.options.config} does not name ${others.length === 0 ? 'it' : 'them'} under "plans"`,
    ];
  }

  async check(paths: readonly string[]): Promise<void> {
    const { leads, failures, notes } = await leadsOf(paths, this.configs, this.options, this.io);
    this.failures.push(...failures);
    this.notes.push(...notes);
    await this.checkLeads(leads);
  }

  private async checkLeads(all: readonly Lead[]): Promise<void> {
    const leads = await this.withChangedAlone(all);
    for (const failure of leads.flatMap(({ reached }) => reached?.failures ?? []))
      this.failures.push(failure);
    const files = leads.flatMap(({ reached }) => reached?.files ?? []);
    const named = new Set(files.filter(({ found }) => !found).map(({ absolute }) => absolute));
    const progress = this.startProgress(files.length);
    const checks = new Map<string, Check>();
    for (const { reached, isGuess } of leads) {
      if (reached === null && !checks.has(STANDARD_INPUT))
        checks.set(STANDARD_INPUT, await this.checkOfStdin());
      for (const file of reached?.files ?? []) {
        const { absolute } = file;
        if (checks.has(absolute)) progress.step();
        else checks.set(absolute, await this.checkOf({ ...file, found: !named.has(absolute) }, isGuess));
      }
    }
    this.doAll(checks, progress);
    for (const lead of leads) if (lead.reached !== null) this.complainIfFruitless(lead, lead.reached.files);
    progress.end();
  }

  /** Does the checks one by one, until one takes too long. */
  private doAll(checks: ReadonlyMap<string, Check>, progress: Progress): void {
    let current: readonly [file: string, name: string] = ['', ''];
    const doRest = () => {
      for (const [file, { name, run }] of checks) {
        if (this.results.has(file)) continue;
        current = [file, name];
        this.results.set(file, this.resultOf(name, run));
        if (file !== STANDARD_INPUT) progress.step();
      }
    };
    try {
      withinSeconds(secondsFor(checks.size), doRest);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      const [file, name] = current;
      this.results.set(file, 'failed');
      this.failures.push(`${quoted(name)} ${error.message}`);
      this.budget.stop();
      doRest();
    }
  }

  /** Leaves out files that have not changed if `--since` is given; otherwise returns the leads without asking git. */
  private async withChangedAlone(leads: readonly Lead[]): Promise<readonly Lead[]> {
    const { since, config } = this.options;
    if (since === undefined) return leads;
    const { ChangedPlans } = await import('./changed-plans.ts');
    const changed = new ChangedPlans(since, config, this.io);
    const changedOf = ({ reached, ...lead }: Lead): Lead => {
      const files = reached?.files.filter(({ absolute }) => changed.has(absolute)) ?? [];
      return { ...lead, reached: reached && { ...reached, files } };
    };
    const left = inTime('the search for changed plans', () => leads.map(changedOf));
    const isNothingLeft = left.every(({ reached }) => reached?.files.length === 0);
    if (isNothingLeft && this.configs.failures.length === 0 && this.io.stderr.isTerminal)
      this.notes.push(`no plan has changed since ${quoted(since)}`);
    return left;
  }

  private complainIfFruitless(lead: Lead, files: readonly FoundFile[]): void {
    const { since, allowEmpty } = this.options;
    if (since !== undefined || allowEmpty || lead.isOptional) return;
    const found = files.filter((file) => file.found);
    const why = whyFruitless(lead, new Set(found.map(({ absolute }) => this.results.get(absolute))));
    if (why !== null) this.failures.push(why);
  }

  private async checkOf(file: FoundFile, isGuess: boolean): Promise<Check> {
    const { absolute, name, found, isNamed } = file;
    const config = await this.configs.for(folderOf(absolute));
    const checkSheet = SHEET_NAME.test(name) ? await this.sheetCheck(name, { absolute, isNamed }) : null;
    if (checkSheet === null && config !== 'broken') this.team.willCheck(absolute, config);
    const run = (): Result => {
      const terms = this.termsFor(absolute, name, config, !found);
      if (typeof terms === 'string') return terms;
      let bytes: Uint8Array;
      try {
        bytes = readUpTo(absolute, MOST_BYTES, isNamed);
      } catch (error) {
        this.failures.push(`${quoted(name)} ${whyNot(error, absolute)}`);
        return 'failed';
      }
      this.budget.spendBytes(bytes.length);
      if (checkSheet !== null) return checkSheet(bytes, terms);
      const fitIn = this.fitInFor(absolute, config, terms);
      if (!found) return checkPlan(bytes, name, terms, fitIn);
      const checked = checkFound(bytes, name, terms, isGuess, fitIn);
      if (checked === null && isGuess) this.wronglyGuessed.push(name);
      return checked ?? 'no plan';
    };
    return { name, run };
  }

  /** Checks a plan. An error because of a bug in cmplan becomes a failure, so that other plans are still reported. */
  private resultOf(name: string, check: () => Result): Result {
    if (this.budget.isSpent) return 'beyond budget';
    this.budget.spendFile();
    try {
      const result = check();
      return typeof result === 'object' ? this.budget.spendOn(result) : result;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failures.push(`${quoted(name)}: this is a mistake in cmplan; please report it: ${reason}`);
      return 'failed';
    }
  }

  private async checkOfStdin(): Promise<Check> {
    const { stdinFilename } = this.options;
    const name = stdinFilename || STANDARD_INPUT;
    const file = pathFrom(this.io.cwd, name);
    const config = await this.configs.for(folderOf(file));
    const terms = this.termsFor(file, name, config, true);
    const always = (result: Result) => ({ name, run: () => result });
    if (typeof terms === 'string') return always(terms);
    let bytes: Uint8Array;
    try {
      bytes = await this.io.readStdin(MOST_BYTES);
    } catch (error) {
      this.failures.push(`standard input ${whyNot(error)}`);
      return always('failed');
    }
    if (stdinFilename && SHEET_NAME.test(name)) {
      const checkSheet = await this.sheetCheck(name, bytes);
      return { name, run: () => checkSheet(bytes, terms) };
    }
    if (stdinFilename && config !== 'broken') this.team.willCheck(file, config);
    const fitIn = stdinFilename ? this.fitInFor(file, config, terms) : undefined;
    return { name, run: () => checkPlan(bytes, name, terms, fitIn) };
  }

  /** Returns the function that checks a sheet, and records what is to be said about it. */
  private async sheetCheck(
    name: string,
    from: Uint8Array | Pick<FoundFile, 'absolute' | 'isNamed'>,
  ): Promise<(bytes: Uint8Array, terms: CheckTerms) => Result> {
    const { sheetCheckFor } = await import('./sheets.ts');
    const check = await sheetCheckFor(name, from, this.options, this.io.now());
    return (bytes, terms) => {
      const { checked, notes } = check(bytes, terms);
      this.notes.push(...notes);
      if (typeof checked !== 'string') return checked;
      this.failures.push(`${quoted(name)} ${checked}`);
      return 'failed';
    };
  }

  /** How the plan in a file fits in with its team; undefined if there is no team, because configs do not count. */
  private fitInFor(file: string, config: Config | 'broken' | null, terms: CheckTerms): FitIn | undefined {
    if (this.options.config === false || config === 'broken') return undefined;
    if (this.options.config !== undefined && !this.team.isNamed(file, config)) this.uncounted.push(file);
    return this.team.fitInFor(file, config, terms);
  }

  private termsFor(
    file: string,
    name: string,
    config: Config | 'broken' | null,
    isNamed: boolean,
  ): CheckTerms | 'ignored' | 'unjudged' {
    if (config === 'broken') return 'unjudged';
    if (config?.isIgnored(file)) {
      if (isNamed) this.notes.push(`${quoted(name)} is not checked: ${config.name} ignores it`);
      return 'ignored';
    }
    return remembered(this.terms, config, () => termsOf(config, this.options));
  }
}
