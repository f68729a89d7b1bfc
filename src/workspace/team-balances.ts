import { balancesOf, type ChannelBalance } from '../analysis/channel-balance.ts';
import type { Dates } from '../analysis/spans.ts';
import { Team, type TeamPlan } from '../analysis/team.ts';
import type { TeamChannels } from '../analysis/team-channels.ts';
import type { CheckTerms } from '../check/check-plan.ts';
import { readTeamPlan } from '../check/read-team-plan.ts';
import { whyUncounted } from '../check/uncounted.ts';
import { type Day, dayCount } from '../dates.ts';
import type { Io } from '../io.ts';
import type { MixOver } from '../policy/targets.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { byText, counted, quoted } from '../text/words.ts';
import type { Sentence } from '../yaml/places.ts';
import { MOST_BYTES } from '../yaml/source.ts';
import { termsOf } from './checking-options.ts';
import { type Config, type ConfigChoice, Configs } from './configs.ts';
import { inTime, secondsFor } from './deadline.ts';
import { folderOf, nameFrom, pathFrom, readUpTo, whyNot } from './files.ts';
import type { FoundFile } from './found-files.ts';
import { leadsOf, sayIsSkipped, whyFruitless } from './leads.ts';
import { type AskedTeam, leftOutOf } from './left-out.ts';
import type { Lead } from './named-plans.ts';
import type { Progress } from './plans.ts';
import { Budget } from './run-budget.ts';
import { type OpenTeam, TeamPlans } from './team-plans.ts';

/** The command-line options for counting the plans of teams. */
export interface BalanceTerms {
  /** Which config applies. */
  readonly config?: ConfigChoice;
  /**
   * The span (such as a month) over which plans are counted together; undefined to use the target `mix_over` of each
   * plan.
   */
  readonly over?: MixOver;
  /** If given, only plans that begin on this day or later count. */
  readonly from?: Day;
  /** If given, only plans that end on this day or earlier count. */
  readonly to?: Day;
}

/**
 * The balance of one team: for each channel, how the posts of its plans, counted together, compare with the target mix.
 */
export interface TeamBalance {
  /** The path of the folder with the team's plans, relative to the working directory. */
  readonly folder: string;
  /** The path of the team's config, relative to the working directory; null if the team has none. */
  readonly config: string | null;
  /** The balance of each channel of the team; never empty. */
  readonly channels: readonly ChannelBalance[];
}

/** The balances of all teams that the arguments lead to. */
interface Balancing {
  /** The teams that have a plan to count, in the order of their folders. */
  readonly teams: readonly TeamBalance[];
  /** A sentence for each thing that could not be done. */
  readonly failures: readonly Sentence[];
  /** A sentence for each plan that is left out, and sentences about files that are not plans. */
  readonly notes: readonly Sentence[];
  /** The absolute paths of all files that were considered, and of all configs. */
  readonly inputs: readonly string[];
}

/**
 * Counts the plans of each team that the arguments lead to. Leaves out each plan that cannot be counted, and adds a
 * note that says why.
 *
 * @param paths - files, folders or globs. If there are none, the config of the working directory says which plans to
 * count; without such a config, plans nearby are counted
 * @param startProgress - called before the first file, with the number of files
 * @throws {Refusal} if the counting takes too long
 */
export async function balanceAll(
  paths: readonly string[],
  terms: BalanceTerms,
  io: Io,
  startProgress: (files: number) => Progress,
): Promise<Balancing> {
  const balancer = new Balancer(terms, io);
  await balancer.read(paths, startProgress);
  return inTime('the balance', () => balancer.result(), secondsFor(0));
}

/** A team together with its config. */
interface CountedTeam extends AskedTeam {
  readonly config: Config | null;
}

type Result =
  | 'counted'
  | 'uncounted'
  | 'no plan'
  | 'ignored'
  | 'unnamed'
  | 'unjudged'
  | 'failed'
  | 'beyond budget';

class Balancer {
  private readonly options: BalanceTerms;
  private readonly io: Io;
  private readonly configs: Configs;
  private readonly plans: TeamPlans;
  private readonly terms = new Map<Config | null, CheckTerms>();
  private readonly teams = new Map<OpenTeam, CountedTeam>();
  private readonly results = new Map<string, Result>();
  private readonly budget = new Budget();
  private readonly failures: string[] = [];
  private readonly notes: string[] = [];
  /** The files in folders named `plans` that are not plans. */
  private readonly wronglyGuessed: string[] = [];

  constructor(options: BalanceTerms, io: Io) {
    this.options = options;
    this.io = io;
    this.plans = new TeamPlans(io.cwd, (bytes) => this.budget.spendBytes(bytes));
    this.configs = new Configs(io.cwd, options.config, RULE_NAMES);
  }

  async read(paths: readonly string[], startProgress: (files: number) => Progress): Promise<void> {
    const { configs, io, options, results } = this;
    const search = { config: options.config, command: 'balance' } as const;
    const { leads, failures, notes } = await leadsOf(paths, configs, search, io);
    this.failures.push(...failures, ...leads.flatMap(({ reached }) => reached?.failures ?? []));
    this.notes.push(...notes);
    const all = leads.flatMap(({ reached }) => reached?.files ?? []);
    const named = new Set(all.filter(({ found }) => !found).map(({ absolute }) => absolute));
    const progress = startProgress(all.length);
    const configOf = new Map<string, Config | 'broken' | null>();
    for (const { absolute } of all) configOf.set(absolute, await configs.for(folderOf(absolute)));
    const readFiles = ({ reached, isGuess }: Lead) => {
      for (const file of reached?.files ?? []) {
        progress.step();
        const { absolute } = file;
        if (results.has(absolute)) continue;
        const found = !named.has(absolute);
        results.set(absolute, this.readFile({ ...file, found }, configOf.get(absolute) ?? null, isGuess));
      }
    };
    inTime('the balance', () => leads.forEach(readFiles), secondsFor(all.length));
    for (const lead of leads) {
      const files = lead.reached?.files ?? [];
      const ofLead = files.filter(({ found }) => found).map(({ absolute }) => results.get(absolute));
      const why = lead.isOptional ? null : whyFruitless(lead, new Set(ofLead));
      if (why !== null) this.failures.push(why);
    }
    progress.end();
  }

  result(): Balancing {
    const { configs, results } = this;
    const countOf = (wanted: Result) => [...results.values()].filter((each) => each === wanted).length;
    const [unjudged, unnamed] = [countOf('unjudged'), countOf('unnamed')];
    const notAll = this.budget.whyNotAll(countOf('beyond budget'));
    const balanced = [...this.teams.values()].map((team) => this.balanced(team));
    const found = balanced.filter(({ team }) => team.channels.length > 0).map(({ team }) => team);
    return {
      teams: found.sort((a, b) => byText(a.folder, b.folder)),
      failures: [
        ...configs.failures,
        ...this.failures,
        ...(notAll === null ? [] : [notAll]),
        ...(unjudged > 0 ? [`${counted(unjudged, 'file')} not counted; fix the config first`] : []),
      ],
      notes: [
        ...this.notes,
        ...sayIsSkipped(countOf('no plan') - this.wronglyGuessed.length, this.wronglyGuessed),
        ...(unnamed > 0 ? [sayIsUnnamed(unnamed)] : []),
        ...balanced.flatMap(({ leftOut }) => leftOut),
      ],
      inputs: [...results.keys(), ...[...this.teams.keys()].flatMap(filesOf), ...configs.files],
    };
  }

  private readFile(file: FoundFile, config: Config | 'broken' | null, isGuess: boolean): Result {
    if (this.budget.isSpent) return 'beyond budget';
    this.budget.spendFile();
    const { absolute, name, found } = file;
    if (config === 'broken') return 'unjudged';
    const isIgnored = config?.isIgnored(absolute) === true;
    if (isIgnored || !this.plans.isNamed(absolute, config)) {
      const why = isIgnored ? 'ignores it' : 'does not name it under "plans"';
      if (!found) this.notes.push(`${quoted(name)} is not counted: ${config?.name} ${why}`);
      return isIgnored || !found ? 'ignored' : 'unnamed';
    }
    const team = this.teamOf(absolute, config);
    team.asked.add(absolute);
    const plan = team.open.members.get(absolute);
    const channels = plan?.channels() ?? null;
    if (plan === undefined || channels === null) return this.readAlone(file, isGuess, team);
    this.spend(plan, channels);
    return 'counted';
  }

  /** Reads a file that its team could not read, or did not find. */
  private readAlone(
    { absolute, name, found, isNamed }: FoundFile,
    isGuess: boolean,
    team: AskedTeam,
  ): Result {
    let bytes: Uint8Array;
    try {
      bytes = readUpTo(absolute, MOST_BYTES, isNamed);
    } catch (error) {
      this.failures.push(`${quoted(name)} ${whyNot(error, absolute)}`);
      return 'failed';
    }
    this.budget.spendBytes(bytes.length);
    const read = bytes.length > MOST_BYTES ? null : readTeamPlan(bytes, team.terms);
    if (read !== null) {
      team.open.put(absolute, read);
      this.spend(read.dates, read.channels);
      return 'counted';
    }
    const uncounted = whyUncounted(bytes, team.terms, isGuess);
    if (uncounted !== null) {
      team.uncounted.set(absolute, uncounted);
      return 'uncounted';
    }
    if (isGuess) this.wronglyGuessed.push(name);
    if (found) return 'no plan';
    this.failures.push(`${quoted(name)} is not a plan: it has no week, from, to or posts`);
    return 'failed';
  }

  private spend({ from, to }: Dates, channels: TeamChannels): void {
    this.budget.spendDays(dayCount(from, to), channels.size);
  }

  private teamOf(file: string, config: Config | null): CountedTeam {
    const terms = this.terms.get(config) ?? termsOf(config, {});
    this.terms.set(config, terms);
    const open = this.plans.teamAround(file, config, terms);
    const known = this.teams.get(open);
    if (known !== undefined) return known;
    const team = { open, config, terms, asked: new Set<string>(), uncounted: new Map() };
    this.teams.set(open, team);
    return team;
  }

  /** Counts the plans of a team, and returns the balance with a sentence for each plan that is left out. */
  private balanced(asked: CountedTeam): { team: TeamBalance; leftOut: readonly Sentence[] } {
    const { from, to, over } = this.options;
    const { cwd } = this.io;
    const { open, config } = asked;
    const isWithin = (plan: TeamPlan) => (!from || plan.from >= from) && (!to || plan.to <= to);
    const team = new Team([...open.members.values()].filter(isWithin), open.mayOverlap);
    const plans = [...asked.asked].flatMap((file) => open.members.get(file) ?? []);
    const channels = balancesOf(team, new Set(plans), over);
    const folder = nameFrom(cwd, pathFrom(open.folder.base, open.folder.names.join('/')));
    return {
      team: { folder, config: config?.name ?? null, channels },
      leftOut: leftOutOf(asked, team, channels, cwd),
    };
  }
}

function filesOf({ members, others }: OpenTeam): readonly string[] {
  return [...members.keys(), ...others];
}

function sayIsUnnamed(files: number): string {
  const [are, their] = files === 1 ? ['is', 'its'] : ['are', 'their'];
  return `${counted(files, 'file')} ${are} not counted: ${their} config does not name ${files === 1 ? 'it' : 'them'} under "plans"`;
}
