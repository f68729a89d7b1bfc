import { type CheckTerms, checkFound, checkPlan } from '../check.ts';
import { type Config, type ConfigChoice, Configs } from '../config/find.ts';
import { DEFAULT_PLANS } from '../config/policy.ts';
import {
  type FoundFile,
  findFiles,
  folderOf,
  pathFrom,
  type Reached,
  readUpTo,
  repositoryRoot,
  whyNot,
} from '../files.ts';
import type { CheckedFile } from '../findings/result.ts';
import type { Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { STANDARD_INPUT } from '../report/formatter.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { MOST_BYTES } from '../source/read.ts';
import { NO_POLICY } from '../targets/policy.ts';
import { counted, listed, quoted } from '../words.ts';
import { Budget } from './budget.ts';

/** What plans are read and judged by, as a command line says it. */
export interface CheckingOptions {
  readonly config?: ConfigChoice;
  /** Whether what a plan sets for itself counts; true unless `--no-inline`. */
  readonly inline?: boolean;
  /** Whether the plans are to be ready to go out. */
  readonly ready?: boolean;
  /** What standard input is called. */
  readonly stdinFilename?: string;
  /** The revision since which a plan, or its config, must have changed to be checked. */
  readonly since?: string;
  /** Whether a folder or a glob may lead to nothing. */
  readonly allowEmpty?: boolean;
}

/** What came of all the files that the arguments lead to. */
export interface Checking {
  /** In the order of the arguments. */
  readonly files: readonly CheckedFile[];
  /** A sentence for each thing that could not be done. */
  readonly failures: readonly string[];
  /** A sentence for each thing that was left out, and that somebody may wonder about. */
  readonly notes: readonly string[];
  /** Every plan and config that was read, absolute. */
  readonly inputs: readonly string[];
}

type Result = CheckedFile | 'no plan' | 'ignored' | 'unjudged' | 'failed' | 'beyond budget';

/**
 * Checks all that the arguments lead to, each file once, by the config that holds for it.
 *
 * @param paths - files, folders, globs, `-` for standard input; none: what the config calls plans
 */
export async function checkAll(
  paths: readonly string[],
  options: CheckingOptions,
  io: Io,
): Promise<Checking> {
  const checker = new Checker(options, io);
  if (paths.length === 0) await checker.checkPlansOfConfig();
  else await checker.checkPaths(paths);
  return checker.result();
}

class Checker {
  private readonly options: CheckingOptions;
  private readonly io: Io;
  private readonly configs: Configs;
  private readonly terms = new Map<Config | null, CheckTerms>();
  private readonly results = new Map<string, Result>();
  private readonly budget = new Budget();
  private readonly failures: string[] = [];
  private readonly notes: string[] = [];

  constructor(options: CheckingOptions, io: Io) {
    this.options = options;
    this.io = io;
    this.configs = new Configs(io.cwd, options.config, RULE_NAMES);
  }

  result(): Checking {
    const results = [...this.results.values()];
    const countOf = (wanted: Result) => results.filter((result) => result === wanted).length;
    const [skipped, unjudged] = [countOf('no plan'), countOf('unjudged')];
    const notAll = this.budget.whyNotAll(countOf('beyond budget'));
    const failures = [...this.configs.failures, ...this.failures, ...(notAll === null ? [] : [notAll])];
    if (unjudged > 0) failures.push(`${counted(unjudged, 'file')} not checked; mend the config first`);
    const note = `skipped ${counted(skipped, 'file')} without week, from, to and posts: no plan`;
    return {
      files: results.filter((result) => typeof result === 'object'),
      failures,
      notes: skipped > 0 ? [...this.notes, note] : this.notes,
      inputs: [...this.results.keys(), ...this.configs.files].filter((file) => file !== STANDARD_INPUT),
    };
  }

  async checkPlansOfConfig(): Promise<void> {
    const { cwd } = this.io;
    const config = await this.configs.for(cwd);
    if (config === 'broken') return;
    const globs = config?.plans ?? [DEFAULT_PLANS];
    const reached = await this.plansFrom(config?.folder ?? cwd, globs, config === null);
    if (this.options.allowEmpty || !reached.every(({ isEmpty }) => isEmpty)) {
      await this.checkReached(globs, reached.map(withoutBeingEmpty));
      return;
    }
    const places = listed(globs.map(quoted), 'and');
    this.failures.push(
      config === null
        ? `no file matches ${places}; start a week with cmplan new, or name the plan to check`
        : `no file matches ${places}, where ${config.name} says that plans are; name one, or change "plans"`,
    );
  }

  /** @param isSearched - whether, where nothing is there, the folder above is looked at, as far as the root of the repository */
  private async plansFrom(
    folder: string,
    globs: readonly string[],
    isSearched: boolean,
  ): Promise<readonly Reached[]> {
    const reached = await Promise.all(globs.map((glob) => findFiles(glob, this.io.cwd, folder)));
    const root = isSearched ? repositoryRoot(folder) : null;
    const isThere = root === null || root === folder || !reached.every(({ isEmpty }) => isEmpty);
    return isThere ? reached : this.plansFrom(folderOf(folder), globs, isSearched);
  }

  async checkPaths(paths: readonly string[]): Promise<void> {
    const { allowEmpty } = this.options;
    const reached = await Promise.all(
      paths.map(async (path) => {
        if (path === STANDARD_INPUT) return null;
        const found = await findFiles(path, this.io.cwd);
        return allowEmpty ? withoutBeingEmpty(found) : found;
      }),
    );
    await this.checkReached(paths, reached);
  }

  /** @param all - where each argument leads; null is standard input */
  private async checkReached(paths: readonly string[], all: readonly (Reached | null)[]): Promise<void> {
    const reached = await this.withChangedAlone(all);
    for (const failure of reached.flatMap((each) => each?.failures ?? [])) this.failures.push(failure);
    const files = reached.flatMap((each) => each?.files ?? []);
    const named = new Set(files.filter(({ found }) => !found).map(({ absolute }) => absolute));
    const progress = new Progress(this.io, files.length, 'plans');
    for (const [index, each] of reached.entries()) {
      if (each === null) {
        if (!this.results.has(STANDARD_INPUT)) this.results.set(STANDARD_INPUT, await this.checkStdin());
        continue;
      }
      for (const file of each.files) {
        progress.step();
        if (this.results.has(file.absolute)) continue;
        const result = await this.checkFile({ ...file, found: !named.has(file.absolute) });
        this.results.set(file.absolute, result);
      }
      this.complainIfFruitless(paths[index] ?? '', each.files);
    }
    progress.end();
  }

  /** Leaves out what has not changed, where only changes are asked for; git is not asked otherwise. */
  private async withChangedAlone(reached: readonly (Reached | null)[]): Promise<readonly (Reached | null)[]> {
    const { since, config } = this.options;
    if (since === undefined) return reached;
    const { ChangedPlans } = await import('./changed.ts');
    const changed = new ChangedPlans(since, config, this.io);
    const left = reached.map(
      (each) => each && { ...each, files: each.files.filter(({ absolute }) => changed.has(absolute)) },
    );
    const isNothingLeft = left.every((each) => each?.files.length === 0);
    if (isNothingLeft && this.io.stderr.isTerminal)
      this.notes.push(`no plan has changed since ${quoted(since)}`);
    return left;
  }

  private complainIfFruitless(path: string, files: readonly FoundFile[]): void {
    const { since, allowEmpty } = this.options;
    if (since !== undefined || allowEmpty) return;
    const results = new Set(
      files.filter(({ found }) => found).map(({ absolute }) => this.results.get(absolute)),
    );
    const isFruitless =
      results.size > 0 && [...results].every((each) => each === 'no plan' || each === 'ignored');
    if (!isFruitless) return;
    const ignored = results.has('ignored') ? 'are ignored by the config, or ' : '';
    this.failures.push(
      `${quoted(path)} leads to no plan: its files ${ignored}have neither a period nor posts`,
    );
  }

  private async checkFile({ absolute, name, found, isNamed }: FoundFile): Promise<Result> {
    if (this.budget.isSpent) return 'beyond budget';
    const terms = await this.termsFor(absolute, name, !found);
    if (typeof terms === 'string') return terms;
    let bytes: Uint8Array;
    try {
      bytes = readUpTo(absolute, MOST_BYTES, isNamed);
    } catch (error) {
      this.failures.push(`${quoted(name)} ${whyNot(error, absolute)}`);
      return 'failed';
    }
    return this.guarded(name, () => {
      return (found ? checkFound(bytes, name, terms) : checkPlan(bytes, name, terms)) ?? 'no plan';
    });
  }

  /** A mistake of our own in one plan must not cost the reports of the others. */
  private guarded(name: string, check: () => Result): Result {
    try {
      const result = check();
      return typeof result === 'object' ? this.budget.spendOn(result) : result;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failures.push(`${quoted(name)}: this is a mistake of cmplan, please report it: ${reason}`);
      return 'failed';
    }
  }

  private async checkStdin(): Promise<Result> {
    if (this.budget.isSpent) return 'beyond budget';
    const name = this.options.stdinFilename || STANDARD_INPUT;
    const terms = await this.termsFor(pathFrom(this.io.cwd, name), name, true);
    if (typeof terms === 'string') return terms;
    let bytes: Uint8Array;
    try {
      bytes = await this.io.readStdin(MOST_BYTES);
    } catch (error) {
      this.failures.push(`standard input ${whyNot(error)}`);
      return 'failed';
    }
    return this.guarded(name, () => checkPlan(bytes, name, terms));
  }

  private async termsFor(
    file: string,
    name: string,
    isNamed: boolean,
  ): Promise<CheckTerms | 'ignored' | 'unjudged'> {
    const config = await this.configs.for(folderOf(file));
    if (config === 'broken') return 'unjudged';
    if (config?.isIgnored(file)) {
      if (isNamed) this.notes.push(`${quoted(name)} is not checked: ${config.name} ignores it`);
      return 'ignored';
    }
    const terms = this.terms.get(config) ?? termsOf(config, this.options);
    this.terms.set(config, terms);
    return terms;
  }
}

/** For where it is no failure that nothing is there. */
function withoutBeingEmpty(reached: Reached): Reached {
  return reached.isEmpty ? { ...reached, failures: [] } : reached;
}

/** What a plan is checked by under a config and a command line. */
export function termsOf(
  config: Config | null,
  { inline = true, ready = false }: CheckingOptions,
): CheckTerms {
  return { policy: config ?? NO_POLICY, inline, rules: config?.rules ?? new Map(), ready };
}
