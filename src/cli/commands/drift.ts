import { looksLikePlan } from '../../check/check-plan.ts';
import { compare } from '../../drift/compare.ts';
import type { Span } from '../../drift/drift-model.ts';
import { type PlanSide, readPlanSide } from '../../drift/plan-side.ts';
import {
  fromOtherPlan,
  fromRows,
  type SaidOfSchedule,
  type ScheduleSide,
} from '../../drift/schedule-side.ts';
import { type Fraction, rounded } from '../../exact.ts';
import { channelNamed, unknownChannel } from '../../exchange/channel-names.ts';
import { type DateOrder, UnreadableSchedule } from '../../exchange/rows.ts';
import type { Io } from '../../io.ts';
import { DEFAULT_CHANNEL, type Hold, type Plan } from '../../plan/plan.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import type { DriftResult } from '../../report/drift/drift-report.ts';
import { heldSentence } from '../../report/drift/held-wording.ts';
import { hintOn, noteSentences } from '../../report/drift/notes.ts';
import type { View } from '../../report/formatter.ts';
import type { DriftFormat } from '../../report/report-formats.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { brief, counted, quoted } from '../../text/words.ts';
import { type Config, type ConfigChoice, Configs } from '../../workspace/configs.ts';
import { inTime } from '../../workspace/deadline.ts';
import {
  folderOf,
  nameFrom,
  pathFrom,
  readUpTo,
  STANDARD_INPUT,
  whyNot,
  whyNotNamed,
  YAML_NAME,
} from '../../workspace/files.ts';
import { GitRefusal, readAtRevision } from '../../workspace/git.ts';
import { termsOf } from '../../workspace/plans.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { rangeOf } from '../../yaml/places.ts';
import { MOST_BYTES, readSource, type Source, syntaxSentences } from '../../yaml/source.ts';
import type { Problem, Report } from '../../yaml/structural-problem.ts';
import { orRefuse, say } from '../notices.ts';
import { type ReportRequest, refuseOverwriting, refuseUnwritable, writeReports } from '../outputs.ts';
import { PLAIN_VIEW, viewOf } from '../view.ts';

/** The options of `cmplan drift`. */
export interface DriftOptions {
  readonly config?: ConfigChoice;
  /** The file that says what is scheduled. Exactly one of `schedule` and `base` must be given. */
  readonly schedule?: string;
  /** A git revision. The plan at this revision counts as what was planned, and the plan as it is now as scheduled. */
  readonly base?: string;
  /**
   * The days that the schedule covers. When undefined: the days of its rows or, if the schedule is a plan, its period.
   */
  readonly covers?: Span;
  /** The number of minutes by which a post may be early or late without counting as moved. */
  readonly grace: number;
  /** The order of day and month in ambiguous dates; when undefined, other dates of the schedule must show the order. */
  readonly dateOrder?: DateOrder;
  /** The channel that the schedule is for; when undefined, the schedule or the plan must make this clear. */
  readonly channel?: string;
  /** The drift, in percent, above which the exit status is 1; when undefined, any drift is allowed. */
  readonly maxDrift?: Fraction;
  /** The reports to make. When undefined: `pretty` on a terminal, and `plain` elsewhere. */
  readonly format?: readonly ReportRequest<DriftFormat>[];
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/**
 * Compares what is scheduled with what was planned, and reports the drift.
 *
 * @param path - the path of the plan
 * @returns the exit status: 0 for success; 1 for a held post that is still scheduled, or for more drift than allowed; 2
 * when something could not be read, compared or written
 */
export function drift(path: string, options: DriftOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    const byDefault = io.stdout.isTerminal ? 'pretty' : 'plain';
    const requests = options.format ?? [{ format: byDefault, file: null }];
    await refuseUnwritable(requests, [path, options.schedule, options.config], io);
    const result = await resultOf(path, options, io);
    await writeReports(requests, io, (format, to) => reportOf(result, format, viewOf(to, options.color)));
    const hint = hintOn(result);
    const { maxDrift } = options;
    const isTooMuch = maxDrift !== undefined && result.drift.gt(maxDrift);
    // Every report for people ends with the sentence on held posts, so it is not repeated.
    const isTold = requests.some(({ format, file }) => file === null && format !== 'json');
    const isHeld = result.counts.held > 0;
    const held = isHeld && !isTold ? [heldSentence(result) ?? ''] : [];
    const tooMuch = isTooMuch
      ? [`the drift is ${rounded(result.drift, 2)}%, but at most ${rounded(maxDrift, 6)}% is allowed`]
      : [];
    await say([...(hint === null ? [] : [hint]), ...held, ...tooMuch], io);
    return isHeld || isTooMuch ? 1 : 0;
  });
}

async function resultOf(path: string, options: DriftOptions, io: Io): Promise<DriftResult> {
  const { schedule, base } = options;
  if (schedule !== undefined && base !== undefined)
    throw new Refusal('choose either --schedule or --base; a plan is compared with one thing at a time');
  const plan = namedFile(path, io);
  const configs = new Configs(io.cwd, options.config, RULE_NAMES);
  const config = await configs.for(folderOf(plan.file));
  if (config === 'broken') throw new Refusal(configs.failures);
  refuseOverwriting(options.format ?? [], configs.files, io);
  const comparing: Comparing = { options, config, io };
  if (base !== undefined) return resultWith(await earlierAndNow(plan, base, comparing), comparing);
  if (schedule !== undefined)
    return resultWith(await plannedAndScheduled(plan, schedule, comparing), comparing);
  throw new Refusal(
    'say what to compare the plan with: --schedule FILE for what the scheduler has, or --base REV for an earlier version of the plan in git',
  );
}

/** What every step of a comparison needs to know. */
interface Comparing {
  readonly options: DriftOptions;
  readonly config: Config | null;
  readonly io: Io;
}

interface NamedFile {
  /** The absolute path of the plan. */
  readonly file: string;
  readonly name: string;
}

function namedFile(path: string, { cwd }: Io): NamedFile {
  const file = pathFrom(cwd, path);
  return { file, name: nameFrom(cwd, file) };
}

/** The two sides of a comparison, and their names in reports. */
interface Sides {
  readonly planName: string;
  readonly planned: Pick<PlanSide, 'plan' | 'posts' | 'heldBack'>;
  readonly scheduleName: string;
  readonly scheduled: ScheduleSide;
}

async function earlierAndNow(plan: NamedFile, base: string, comparing: Comparing): Promise<Sides> {
  const { file, name } = plan;
  const now = await planIn(readFile(plan), name, comparing);
  const planName = `${base}:${name}`;
  try {
    const bytes = readAtRevision({ revision: base, file, name, most: MOST_BYTES }, comparing.io.env);
    // A post that is on hold now was planned all the same. It has not drifted.
    const { plan, posts } = await planIn(bytes, planName, comparing, now.plan.holds);
    const scheduled = fromOtherPlan(now, plan, saidOf(plan, comparing.options));
    return { planName, planned: { plan, posts, heldBack: [] }, scheduleName: name, scheduled };
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

async function plannedAndScheduled(plan: NamedFile, schedule: string, comparing: Comparing): Promise<Sides> {
  const { options, config, io } = comparing;
  const planned = await planIn(readFile(plan), plan.name, comparing);
  const isStdin = schedule === STANDARD_INPUT;
  const file = namedFile(schedule, io);
  const name = isStdin ? STANDARD_INPUT : file.name;
  const bytes = isStdin ? await readStdin(io) : readFile(file);
  const sides = { planName: plan.name, planned, scheduleName: name };
  const said = saidOf(planned.plan, options);
  try {
    if (isStdin ? looksLikePlan(readSource(bytes), bytes) : YAML_NAME.test(name))
      return { ...sides, scheduled: fromOtherPlan(await planIn(bytes, name, comparing), planned.plan, said) };
    const { readSchedule } = await import('../../exchange/read/read-schedule.ts');
    const { timezone } = planned.plan;
    const reading = { timezone, dateOrder: options.dateOrder ?? null };
    const rows = await inTime('reading the schedule', () => readSchedule(name, bytes, reading));
    const { policy } = termsOf(config, {});
    const scheduled = inTime('reading the schedule', () => fromRows(rows, planned.plan, policy, said));
    return { ...sides, scheduled };
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

/** Turns an `UnreadableSchedule` or a `GitRefusal` into a `Refusal`. Returns any other error unchanged. */
function inOneSentence(error: unknown, scheduleName: string): unknown {
  if (error instanceof UnreadableSchedule) return new Refusal(`${quoted(scheduleName)} ${error.message}`);
  return error instanceof GitRefusal ? new Refusal(error.message) : error;
}

async function resultWith(sides: Sides, { options, io }: Comparing): Promise<DriftResult> {
  const { planName, planned, scheduleName, scheduled } = sides;
  await say(noteSentences(scheduled.notes, scheduleName), io);
  const { covered, coversChannel } = scheduled;
  const analysis = inTime('the comparison', () =>
    compare({
      plan: planned.plan,
      planned: planned.posts,
      heldBack: planned.heldBack,
      scheduled: scheduled.posts,
      covered,
      coversChannel,
      grace: options.grace,
    }),
  );
  const skipped = [...scheduled.skipped, ...analysis.skipped].sort((a, b) => a.line - b.line);
  return { ...analysis, skipped, plan: planName, schedule: scheduleName, period: planned.plan, covered };
}

/** What the options say about the schedule, with the channel spelt as in the plan. Throws if the plan lacks it. */
function saidOf({ channels }: Plan, { channel, covers }: DriftOptions): SaidOfSchedule {
  const names = channels.map(({ name }) => name);
  if (channel === undefined || (names.length === 1 && names[0] === DEFAULT_CHANNEL))
    return { channel, covers };
  const known = channelNamed(channel, names);
  if (known !== undefined) return { channel: known, covers };
  throw new Refusal(`--channel: ${unknownChannel(channel, names)}`);
}

function readFile({ file, name }: NamedFile): Uint8Array {
  try {
    return readUpTo(file, MOST_BYTES);
  } catch (error) {
    throw new Refusal(`${quoted(name)} ${whyNotNamed(error, file)}`);
  }
}

async function readStdin(io: Io): Promise<Uint8Array> {
  try {
    return await io.readStdin(MOST_BYTES);
  } catch (error) {
    throw new Refusal(`standard input ${whyNot(error)}`);
  }
}

const MOST_SENTENCES = 5;

/**
 * The keys of a plan that must not have mistakes. Otherwise posts would be compared at wrong times, or without their
 * hold.
 */
const FATAL_KEYS: ReadonlySet<unknown> = new Set(['timezone', 'hold']);

function sideIn(
  source: Source,
  name: string,
  terms: PlanTerms,
  report: Report,
  holds?: readonly Hold[],
): PlanSide | null {
  try {
    return readPlanSide(source, terms, report, holds);
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

/**
 * Reads a plan, and leaves out the parts that have mistakes.
 *
 * @param holds - holds that apply instead of the plan's own
 * @throws {Refusal} if the plan is not YAML, or its period, its time zone or its holds cannot be read
 */
async function planIn(
  bytes: Uint8Array,
  name: string,
  { config, io }: Comparing,
  holds?: readonly Hold[],
): Promise<PlanSide> {
  const source = readSource(bytes);
  if (source.problems.length > 0) throw new Refusal(syntaxSentences(source, name));
  const problems: Problem[] = [];
  const side = sideIn(source, name, termsOf(config, {}), (problem) => problems.push(problem), holds);
  // A hold that cannot be read would hold nothing back, and everything would seem to be right.
  const fatal = problems.filter(({ place }) => side === null || FATAL_KEYS.has(place.path[0]));
  if (side === null || fatal.length > 0) {
    const sentences = fatal.slice(0, MOST_SENTENCES).map(({ place, message }) => {
      const { line, column } = source.lines.position(rangeOf(source.root, place));
      return { file: name, line, column, message };
    });
    throw new Refusal(sentences);
  }
  if (problems.length > 0) {
    const mistakes = counted(problems.length, 'mistake');
    const sentence = `${brief(name)} has ${mistakes}, and the parts with mistakes are left out; run cmplan check to see them`;
    await say([sentence], io);
  }
  return side;
}

async function reportOf(result: DriftResult, format: DriftFormat, view: View): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../../report/drift/drift-json.ts')).driftJson(result);
    case 'markdown':
      return [(await import('../../report/drift/drift-markdown.ts')).driftMarkdown(result)];
    case 'plain':
      return [(await import('../../report/drift/drift-pretty.ts')).driftPretty(result, PLAIN_VIEW)];
    case 'pretty':
      return [(await import('../../report/drift/drift-pretty.ts')).driftPretty(result, view)];
  }
}
