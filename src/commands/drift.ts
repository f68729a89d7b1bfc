import { type Config, type ConfigChoice, Configs } from '../config/find.ts';
import { channelNamed } from '../drift/channel-names.ts';
import { compare } from '../drift/compare.ts';
import { type PlanSide, readPlanSide } from '../drift/from-plan.ts';
import { fromOtherPlan, fromRows, type ScheduleSide } from '../drift/from-schedule.ts';
import type { Span } from '../drift/model.ts';
import { visible } from '../escape.ts';
import { type Fraction, rounded } from '../exact.ts';
import type { Problem } from '../fields.ts';
import { folderOf, nameFrom, pathFrom, readUpTo, whyNotNamed, YAML_NAME } from '../files.ts';
import { GitRefusal, readAtRevision } from '../git.ts';
import type { Io } from '../io.ts';
import { DEFAULT_CHANNEL, type Plan } from '../plan/model.ts';
import type { DriftResult } from '../report/drift/drift-report.ts';
import type { DriftFormat } from '../report/formats.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { type DateOrder, UnreadableSchedule } from '../schedule/model.ts';
import { Lines, rangeOf } from '../source/places.ts';
import { MOST_BYTES, readSource, syntaxSentence } from '../source/read.ts';
import { brief, counted, didYouMean, listedNames, quoted } from '../words.ts';
import { termsOf } from './checking.ts';
import { orRefuse, Refusal } from './refusal.ts';
import { PLAIN_VIEW, viewOf } from './view.ts';

/** What `cmplan drift` takes beside a plan. */
export interface DriftOptions {
  readonly config?: ConfigChoice;
  /** The file of what is scheduled; either this or `base`. */
  readonly schedule?: string;
  /** The revision of the plan that counts as planned. */
  readonly base?: string;
  /** The days that the schedule speaks of; undefined: those of its rows. */
  readonly covers?: Span;
  /** Minutes that a post may be early or late. */
  readonly grace: number;
  /** Which number of a date is the day, where the schedule leaves it open. */
  readonly dateOrder?: DateOrder;
  /** The channel that the schedule is for. */
  readonly channel?: string;
  /** The drift, in percent, beyond which the exit status is 1. */
  readonly maxDrift?: Fraction;
  /** Undefined: `pretty` on a terminal, else `plain`. */
  readonly format?: DriftFormat;
  /** `--color` or `--no-color`. */
  readonly color?: boolean;
}

/**
 * Shows how far what is scheduled has parted from what was planned.
 *
 * @param path - the plan
 * @returns the exit status: 0, 1 with more drift than is allowed, 2 where something could not be read
 */
export function drift(path: string, options: DriftOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    const result = await resultOf(path, options, io);
    io.stdout.write(await reportOf(result, options, io));
    const { maxDrift } = options;
    if (maxDrift === undefined || result.drift.lte(maxDrift)) return 0;
    io.stderr.write(`cmplan: the drift is ${rounded(result.drift, 2)} %, at most ${maxDrift} % allowed\n`);
    return 1;
  });
}

async function resultOf(path: string, options: DriftOptions, io: Io): Promise<DriftResult> {
  const { schedule, base } = options;
  if (schedule !== undefined && base !== undefined)
    throw new Refusal('choose one of --schedule and --base; a plan is compared with one thing at a time');
  const file = pathFrom(io.cwd, path);
  const name = nameFrom(io.cwd, file);
  const configs = new Configs(io.cwd, options.config, RULE_NAMES);
  const config = await configs.for(folderOf(file));
  if (config === 'broken') throw new Refusal(...configs.failures);
  const comparing: Comparing = { options, config, io };
  if (base !== undefined) return compareWithEarlier(base, { file, name }, comparing);
  if (schedule !== undefined) return compareWithSchedule(schedule, { file, name }, comparing);
  throw new Refusal(
    'say what to compare the plan with: --schedule FILE, what the scheduler holds, or --base REV, the plan as git had it',
  );
}

/** What every step of a comparison goes by. */
interface Comparing {
  readonly options: DriftOptions;
  readonly config: Config | null;
  readonly io: Io;
}

interface NamedFile {
  /** Absolute. */
  readonly file: string;
  readonly name: string;
}

function compareWithEarlier(
  base: string,
  { file, name }: NamedFile,
  comparing: Comparing,
): Promise<DriftResult> {
  const now = planIn(readFile({ file, name }), name, comparing);
  const earlier = `${base}:${name}`;
  let bytes: Uint8Array;
  try {
    bytes = readAtRevision({ revision: base, file, name, most: MOST_BYTES }, comparing.io.env);
  } catch (error) {
    if (error instanceof GitRefusal) throw new Refusal(error.message);
    throw error;
  }
  const planned = planIn(bytes, earlier, comparing);
  return resultWith(planned, earlier, name, comparing, () =>
    fromOtherPlan(now, planned.plan, givenChannel(planned.plan, comparing.options)),
  );
}

async function compareWithSchedule(
  schedule: string,
  plan: NamedFile,
  comparing: Comparing,
): Promise<DriftResult> {
  const { options, config, io } = comparing;
  const planned = planIn(readFile(plan), plan.name, comparing);
  const given = givenChannel(planned.plan, options);
  const file = pathFrom(io.cwd, schedule);
  const name = nameFrom(io.cwd, file);
  const bytes = readFile({ file, name });
  if (YAML_NAME.test(name)) {
    const other = planIn(bytes, name, comparing);
    return resultWith(planned, plan.name, name, comparing, () => fromOtherPlan(other, planned.plan, given));
  }
  const { readSchedule } = await import('../schedule/read.ts');
  const { timezone } = planned.plan;
  const terms = { timezone, dateOrder: options.dateOrder ?? null };
  return resultWith(planned, plan.name, name, comparing, async () =>
    fromRows(await readSchedule(name, bytes, terms), planned.plan, termsOf(config, {}).policy, given),
  );
}

/** @param scheduled - may find out that the schedule cannot be compared */
async function resultWith(
  { plan, posts }: PlanSide,
  planName: string,
  scheduleName: string,
  { options, io }: Comparing,
  scheduled: () => ScheduleSide | Promise<ScheduleSide>,
): Promise<DriftResult> {
  let side: ScheduleSide;
  try {
    side = await scheduled();
  } catch (error) {
    if (error instanceof UnreadableSchedule) throw new Refusal(`${quoted(scheduleName)} ${error.message}`);
    throw error;
  }
  for (const { line, reason } of side.notes)
    io.stderr.write(`cmplan: ${visible(`${scheduleName}:${line}: ${reason}`)}\n`);
  const covered = options.covers ?? side.covered;
  const own = new Set(side.posts.map(({ channel }) => channel));
  const coversChannel = (channel: string) =>
    options.channel === undefined ||
    own.has(channel) ||
    channelNamed(options.channel, [channel]) !== undefined;
  const analysis = compare({
    plan,
    planned: posts,
    scheduled: side.posts,
    covered,
    coversChannel,
    grace: options.grace,
  });
  const skipped = [...side.skipped, ...analysis.skipped].sort((a, b) => a.line - b.line);
  return { ...analysis, skipped, plan: planName, schedule: scheduleName, period: plan, covered };
}

/** The channel that the schedule is said to be for, by its name in the plan. */
function givenChannel({ channels }: Plan, { channel }: DriftOptions): string | undefined {
  const names = channels.map(({ name }) => name);
  if (channel === undefined || (names.length === 1 && names[0] === DEFAULT_CHANNEL)) return channel;
  const known = channelNamed(channel, names);
  if (known !== undefined) return known;
  const advice = didYouMean(channel, names) || `, which has ${listedNames(names, 'and')}`;
  throw new Refusal(`--channel: ${quoted(channel)} is no channel of the plan${advice}`);
}

function readFile({ file, name }: NamedFile): Uint8Array {
  try {
    return readUpTo(file, MOST_BYTES);
  } catch (error) {
    throw new Refusal(`${quoted(name)} ${whyNotNamed(error, file)}`);
  }
}

const MOST_SENTENCES = 5;

/** Reads a plan; what is wrong in it is left out, as far as it has a period and a zone. */
function planIn(bytes: Uint8Array, name: string, { config, io }: Comparing): PlanSide {
  const source = readSource(bytes);
  const sentence = syntaxSentence(source, name);
  if (sentence !== null) throw new Refusal(sentence);
  const problems: Problem[] = [];
  const side = readPlanSide(source, termsOf(config, {}), (problem) => problems.push(problem));
  const fatal = problems.filter(({ place }) => side === null || place.path[0] === 'timezone');
  if (side === null || fatal.length > 0) {
    const lines = new Lines(source.text);
    const sentences = fatal.slice(0, MOST_SENTENCES).map(({ place, message }) => {
      const { line, column } = lines.position(rangeOf(source.root, place));
      return `${name}:${line}:${column}: ${message}`;
    });
    throw new Refusal(...sentences);
  }
  if (problems.length > 0) {
    const mistakes = counted(problems.length, 'mistake');
    const sentence = `${brief(name)} has ${mistakes}, and what is wrong does not count; see cmplan check`;
    io.stderr.write(`cmplan: ${visible(sentence)}\n`);
  }
  return side;
}

/** Makes the report in the format that was asked for. */
async function reportOf(result: DriftResult, { format, color }: DriftOptions, io: Io): Promise<string> {
  switch (format ?? (io.stdout.isTerminal ? 'pretty' : 'plain')) {
    case 'json':
      return (await import('../report/drift/json.ts')).driftJson(result);
    case 'markdown':
      return (await import('../report/drift/markdown.ts')).driftMarkdown(result);
    case 'plain':
      return (await import('../report/drift/pretty.ts')).driftPretty(result, PLAIN_VIEW);
    case 'pretty':
      return (await import('../report/drift/pretty.ts')).driftPretty(result, viewOf(io, color));
  }
}
