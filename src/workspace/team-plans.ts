import type { Dates } from '../analysis/spans.ts';
import { Team, type TeamPlan } from '../analysis/team.ts';
import type { TeamChannels } from '../analysis/team-channels.ts';
import type { CheckTerms, FitIn } from '../check/check-plan.ts';
import { type ReadTeamPlan, readTeamPlan } from '../check/read-team-plan.ts';
import { remembered } from '../remembered.ts';
import { overlap } from '../rules/overlap.ts';
import { weightOf } from '../rules/weigh.ts';
import { globMatcher } from '../text/globs.ts';
import { MOST_BYTES } from '../yaml/source.ts';
import type { Config } from './configs.ts';
import { folderOf, nameFrom, readUpTo, YAML_NAME } from './files.ts';
import { datesInHead, HEAD_BYTES } from './plan-head.ts';
import { filesOfTeam, type TeamFolder, teamFolderOf } from './team-folder.ts';

/** The most levels of folders between a config and the plans of a team. */
const DEEPEST_FOLDER = 100;

interface KnownTeam {
  readonly folder: TeamFolder;
  /** A name for the team, which no other team has. */
  readonly key: string;
}

/**
 * Finds the teams that plans belong to, and reads the plans of each team. The plans of a team are counted together over
 * the weeks. Each file is read only once.
 */
export class TeamPlans {
  private readonly cwd: string;
  private readonly onRead: (bytes: number) => void;
  private readonly teams = new Map<string, OpenTeam>();
  /** What is known of the team of each folder with plans; several folders may belong to one team. */
  private readonly known = new Map<string, KnownTeam>();
  private readonly named = new Map<Config, (file: string) => boolean>();
  /** The absolute paths of the files that this run checks. */
  private readonly checked = new Set<string>();
  /** The same paths by the keys of their teams. */
  private readonly checkedOf = new Map<string, string[]>();

  /**
   * @param cwd - the absolute path of the working directory
   * @param onRead - called for each file that has been read whole, with the number of its bytes
   */
  constructor(cwd: string, onRead: (bytes: number) => void = () => {}) {
    this.cwd = cwd;
    this.onRead = onRead;
  }

  /**
   * Records that this run checks a file. Must be called before the first file is checked.
   *
   * @param file - the absolute path of the file
   * @param config - the config that applies to the file; null if there is none
   */
  willCheck(file: string, config: Config | null): void {
    this.checked.add(file);
    remembered(this.checkedOf, this.knownOf(file, config).key, () => []).push(file);
  }

  /**
   * Returns a function that compares the plan in `file` with the other plans of its team: their overlaps and their
   * common mix. The function returns null if `config` does not name the file as a plan, or ignores the file.
   *
   * @param file - the absolute path of the file
   * @param config - the config that applies to the file; null if there is none
   */
  fitInFor(file: string, config: Config | null, terms: CheckTerms): FitIn {
    return (dates, channels, targets) => {
      const team = this.teamOf(file, config, terms);
      if (team === null) return null;
      const plan = team.put(file, { dates, channels });
      return team.team.at(plan, targets, team.among(this.checked));
    };
  }

  /**
   * Returns the team that the plan in a file belongs to. Null if `config` does not name the file as a plan, or ignores
   * the file. The file need not exist.
   *
   * @param file - the absolute path of the file
   * @param config - the config that applies to the file; null if there is none
   */
  teamOf(file: string, config: Config | null, terms: CheckTerms): OpenTeam | null {
    const team = this.teamAround(file, config, terms);
    return team.members.has(file) || this.isNamed(file, config) ? team : null;
  }

  /**
   * Returns the team whose plans are in the folder of a file, even if the file is no plan of the team.
   *
   * @param file - the absolute path of the file
   * @param config - the config that applies to the file; null if there is none
   */
  teamAround(file: string, config: Config | null, terms: CheckTerms): OpenTeam {
    const { folder, key } = this.knownOf(file, config);
    return remembered(this.teams, key, () => {
      // A config may name files that are not looked for, such as `plan.txt`.
      const files = new Set([...filesOfTeam(folder, DEEPEST_FOLDER), ...(this.checkedOf.get(key) ?? [])]);
      const wanted = [...files].filter((each) => this.isNamed(each, config));
      return new OpenTeam(folder, this.cwd, terms, wanted, this.onRead);
    });
  }

  private knownOf(file: string, config: Config | null): KnownTeam {
    return remembered(this.known, JSON.stringify([config?.name, folderOf(file)]), () => {
      const folder = teamFolderOf(file, config?.folder ?? null);
      return { folder, key: JSON.stringify([config?.name, folder.base, folder.names]) };
    });
  }

  /** Whether `config` names `file`, an absolute path, as a plan and does not ignore the file. True without a config. */
  isNamed(file: string, config: Config | null): boolean {
    if (config === null) return true;
    const isNamed = remembered(this.named, config, () => matcherFor(config));
    return isNamed(file) && !config.isIgnored(file);
  }
}

/** Returns a function that says whether the `plans` of a config lead to a file. */
function matcherFor({ plans, folder }: Config): (file: string) => boolean {
  const globs = plans.map((glob) => (glob.endsWith('/') ? glob.slice(0, -1) : glob));
  const matches = globMatcher(globs, { dot: false });
  const isBelow = globMatcher(
    globs.map((glob) => `${glob}/**`),
    { dot: false },
  );
  return (file) => {
    const name = nameFrom(folder, file);
    return !name.startsWith('../') && (matches(name) || (YAML_NAME.test(name) && isBelow(name)));
  };
}

/** The plans of one team, as far as they have been read. */
export class OpenTeam {
  private readonly cwd: string;
  /** Where the plans of the team are. */
  readonly folder: TeamFolder;
  private readonly terms: CheckTerms;
  private readonly onRead: (bytes: number) => void;
  private readonly plans = new Map<string, OpenPlan>();
  /** The absolute paths of the team's files that are not plans, or cannot be read as plans. */
  readonly others: string[] = [];
  /** Whether the team has switched the rule `overlap` off, so that plans with posts on the same day count too. */
  readonly mayOverlap: boolean;
  private open: Team | null = null;
  private ofRun: readonly TeamPlan[] | null = null;

  /**
   * @param folder - where the plans of the team are
   * @param cwd - the absolute path of the working directory
   * @param files - the absolute paths of the files that may be plans of the team
   * @param onRead - called for each file that has been read whole, with the number of its bytes
   */
  constructor(
    folder: TeamFolder,
    cwd: string,
    terms: CheckTerms,
    files: Iterable<string>,
    onRead: (bytes: number) => void,
  ) {
    this.cwd = cwd;
    this.folder = folder;
    this.terms = terms;
    this.onRead = onRead;
    this.mayOverlap = weightOf(overlap, terms) === 'off';
    for (const file of files) {
      const plan = this.planIn(file);
      if (plan === null) this.others.push(file);
      else this.plans.set(file, plan);
    }
  }

  /** The plans of the team by the absolute paths of their files. */
  get members(): ReadonlyMap<string, TeamPlan> {
    return this.plans;
  }

  /** The plans of the team, ready to be counted together. After `put`, this may be another object. */
  get team(): Team {
    this.open ??= new Team([...this.plans.values()], this.mayOverlap);
    return this.open;
  }

  /**
   * Returns the plans of the team whose files are among `files`. Pass the same files each time: the first result is
   * kept until `put` adds a plan.
   *
   * @param files - absolute paths
   */
  among(files: ReadonlySet<string>): readonly TeamPlan[] {
    this.ofRun ??= [...this.plans].flatMap(([file, plan]) => (files.has(file) ? [plan] : []));
    return this.ofRun;
  }

  /**
   * Adds to the team a plan that has already been read, in place of what the team knew of its file. Returns the plan as
   * the team has it.
   *
   * @param file - the absolute path of the file
   */
  put(file: string, { dates: { from, to }, channels }: ReadTeamPlan): TeamPlan {
    const read = { dates: { from, to }, channels };
    const known = this.plans.get(file);
    if (known?.isOn(read.dates)) {
      known.note(read);
      return known;
    }
    const written = known?.read()?.dates;
    if (written !== undefined && !known?.isOn(written)) this.readAll();
    const plan = new OpenPlan(this.namesOf(file), read.dates, () => read);
    this.plans.set(file, plan);
    this.open = null;
    this.ofRun = null;
    return plan;
  }

  /**
   * Reads each plan whole, and gives it the dates that it turns out to have. Where one head has misled, others may: if
   * each was found out by itself, the team would be built anew for each.
   */
  private readAll(): void {
    for (const [file, plan] of this.plans) {
      const read = plan.read();
      if (read !== null && !plan.isOn(read.dates))
        this.plans.set(file, new OpenPlan(this.namesOf(file), read.dates, () => read));
    }
  }

  /** The path of a file from the team's folder, which tells the plans of the team apart. */
  pathOf(file: string): string {
    return nameFrom(this.folder.base, file);
  }

  /** The plan in a file, of which only the head is read if that is enough; null if it is no plan. */
  private planIn(file: string): OpenPlan | null {
    const head = bytesOf(file, HEAD_BYTES);
    if (head === null) return null;
    const whole = () => {
      const bytes = head.length <= HEAD_BYTES ? head : bytesOf(file, MOST_BYTES);
      this.onRead(bytes?.length ?? 0);
      return bytes === null || bytes.length > MOST_BYTES ? null : readTeamPlan(bytes, this.terms);
    };
    const dates = datesInHead(head.subarray(0, HEAD_BYTES));
    if (dates !== null) return new OpenPlan(this.namesOf(file), dates, whole);
    const read = whole();
    return read && new OpenPlan(this.namesOf(file), read.dates, () => read);
  }

  private namesOf(file: string): Names {
    return { path: this.pathOf(file), name: nameFrom(this.cwd, file) };
  }
}

type Names = Pick<TeamPlan, 'path' | 'name'>;

/** A plan of a team that is read when its posts are needed. */
class OpenPlan implements TeamPlan {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly name: string;
  private readonly load: () => ReadTeamPlan | null;
  private loaded: ReadTeamPlan | null | undefined;

  constructor({ path, name }: Names, { from, to }: Dates, load: () => ReadTeamPlan | null) {
    this.from = from;
    this.to = to;
    this.path = path;
    this.name = name;
    this.load = load;
  }

  readonly channels = (): TeamChannels | null => this.read()?.channels ?? null;

  /** Returns what the whole file says, whose dates may differ from those in its head; null if it is no plan. */
  read(): ReadTeamPlan | null {
    if (this.loaded === undefined) this.loaded = this.load();
    return this.loaded;
  }

  /** Notes what has been read elsewhere, so that the file need not be read again. */
  note(read: ReadTeamPlan): void {
    this.loaded = read;
  }

  /** Whether the plan is known to have these dates. */
  isOn({ from, to }: Dates): boolean {
    return this.from === from && this.to === to;
  }
}

/** The bytes of a file, one more than `most` if it is longer; null if it cannot be read or is no file. */
function bytesOf(file: string, most: number): Uint8Array | null {
  try {
    return readUpTo(file, most, false);
  } catch {
    return null;
  }
}
