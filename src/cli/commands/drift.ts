import { compare } from '../../drift/compare.ts';
import type { Span } from '../../drift/drift-model.ts';
import type { PlanSide } from '../../drift/plan-side.ts';
import {
  fromOtherPlan,
  fromRows,
  type SaidOfSchedule,
  type ScheduleSide,
} from '../../drift/schedule-side.ts';
import { type Fraction, rounded } from '../../exact.ts';
import { channelNamed, statedChannels, unknownChannel } from '../../exchange/channel-names.ts';
import { noteSentences, remarkSentences, unreadSentences } from '../../exchange/reading-notes.ts';
import type { Io } from '../../io.ts';
import { DEFAULT_CHANNEL, type Plan } from '../../plan/plan.ts';
import type { DriftResult } from '../../report/drift/drift-report.ts';
import { heldSentence } from '../../report/drift/held-wording.ts';
import { hintOn } from '../../report/drift/notes.ts';
import type { View } from '../../report/formatter.ts';
import type { DriftFormat } from '../../report/report-formats.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { quoted } from '../../text/words.ts';
import { termsOf } from '../../workspace/checking-options.ts';
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
} from '../../workspace/files.ts';
import { readAtRevision } from '../../workspace/git.ts';
import { isPlanFile } from '../../workspace/plan-file.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { type SheetOptions, sheetTerms } from '../../workspace/sheet-terms.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
import { orRefuse, say } from '../notices.ts';
import {
  type MakeReport,
  type ReportRequest,
  refuseOverwriting,
  refuseUnwritable,
  writeReports,
} from '../outputs.ts';
import { PLAIN_VIEW, viewOf } from '../view.ts';
import { inOneSentence, planIn } from './drift-plan.ts';

/** The options of `cmplan drift`. */
export interface DriftOptions extends SheetOptions {
  readonly config?: ConfigChoice;
  /** The file that says what is scheduled. Exactly one of `schedule` and `base` must be given. */
  readonly schedule?: string;
  /**
   * A git revision. The plan at this revision says what was planned, and the plan as it is now says what is scheduled.
   */
  readonly base?: string;
  /**
   * The days that the schedule covers. If undefined: from its first to its last row or, if the schedule is a plan, its
   * period.
   */
  readonly covers?: Span;
  /** The number of minutes by which a post may be early or late without counting as moved. */
  readonly grace: number;
  /** The channel that the schedule is for. If undefined, the schedule or the plan must make this clear. */
  readonly channel?: string;
  /** The most drift, in percent, with which the exit status is still 0; if undefined, there is no limit. */
  readonly maxDrift?: Fraction;
  /** The reports to make. If undefined: `pretty` on a terminal, and `plain` elsewhere. */
  readonly format?: readonly ReportRequest<DriftFormat>[];
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/**
 * Compares what is scheduled with what was planned, and writes reports on the drift: posts that were moved, dropped or
 * put into another category.
 *
 * @param path - the path of the plan
 * @returns the exit status: 0 for success; 1 if a post is still scheduled although the plan says that it does not go
 * out, or if there is more drift than allowed; 2 if something could not be read, compared or written
 */
export function drift(path: string, options: DriftOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    const byDefault = io.stdout.isTerminal ? 'pretty' : 'plain';
    const requests = options.format ?? [{ format: byDefault, file: null }];
    await refuseUnwritable(requests, [path, options.schedule, options.config], io);
    const result = await resultOf(path, options, io);
    await writeReports(requests, io, (format, to) => prepare(result, format, viewOf(to, options.color)));
    const hint = hintOn(result);
    const { maxDrift } = options;
    const isTooMuch = maxDrift !== undefined && result.drift.gt(maxDrift);
    // Every report for people ends with the sentence on held posts, so it is not repeated.
    const isTold = requests.some(({ format, file }) => file === null && format !== 'json');
    const isHeld = result.counts.held > 0;
    const held = isHeld && !isTold ? [heldSentence(result) ?? ''] : [];
    const tooMuch = isTooMuch
      ? [`the drift is ${rounded(result.drift, 2)}%, but at most ${maxDrift}% is allowed`]
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
  const { config, io } = comparing;
  const terms = termsOf(config, {});
  const now = await planIn({ bytes: readFile(plan), name, terms }, io);
  const planName = `${base}:${name}`;
  try {
    const bytes = readAtRevision({ revision: base, file, name, most: MOST_BYTES }, io.env);
    // A post that is on hold now was planned all the same. It has not drifted.
    const { plan, posts } = await planIn({ bytes, name: planName, terms, holds: now.plan.holds }, io);
    const said = saidOf(plan, comparing.options);
    const scheduled = inTime('the comparison', () => fromOtherPlan(now, plan, said));
    return { planName, planned: { plan, posts, heldBack: [] }, scheduleName: name, scheduled };
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

async function plannedAndScheduled(plan: NamedFile, schedule: string, comparing: Comparing): Promise<Sides> {
  const { options, config, io } = comparing;
  const terms = termsOf(config, {});
  const planned = await planIn({ bytes: readFile(plan), name: plan.name, terms }, io);
  const isStdin = schedule === STANDARD_INPUT;
  const file = namedFile(schedule, io);
  const name = isStdin ? STANDARD_INPUT : file.name;
  const bytes = isStdin ? await readStdin(io) : readFile(file);
  const sides = { planName: plan.name, planned, scheduleName: name };
  const said = saidOf(planned.plan, options);
  try {
    if (inTime('reading the plan', () => isPlanFile(bytes, isStdin ? null : name))) {
      const other = await planIn({ bytes, name, terms }, io);
      const scheduled = inTime('the comparison', () => fromOtherPlan(other, planned.plan, said));
      return { ...sides, scheduled };
    }
    const { scheduleReader } = await import('../../exchange/read/read-schedule.ts');
    const read = await scheduleReader(name, bytes);
    const { timezone, from } = planned.plan;
    const channels = statedChannels(planned.plan);
    const reading = sheetTerms(options, terms.policy, { channels, timezone, around: from });
    const scheduled = inTime('reading the schedule', () =>
      fromRows(read(bytes, reading), planned.plan, terms.policy, said),
    );
    return { ...sides, scheduled };
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

async function resultWith(sides: Sides, { options, io }: Comparing): Promise<DriftResult> {
  const { planName, planned, scheduleName, scheduled } = sides;
  const { covered, coversChannel, unread, notes, skipped: left } = scheduled;
  const remarks = remarkSentences(scheduled, scheduleName);
  await say(
    [...remarks, ...unreadSentences(unread, scheduleName), ...noteSentences(notes, scheduleName)],
    io,
  );
  const analysis = inTime('the comparison', () =>
    compare({
      plan: planned.plan,
      planned: planned.posts,
      heldBack: planned.heldBack,
      scheduled: scheduled.posts,
      covered,
      coversChannel,
      grace: options.grace,
      skipped: left,
    }),
  );
  const skipped = [...left, ...analysis.skipped].sort((a, b) => a.line - b.line);
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

async function prepare(result: DriftResult, format: DriftFormat, view: View): Promise<MakeReport> {
  switch (format) {
    case 'json': {
      const { driftJson } = await import('../../report/drift/drift-json.ts');
      return () => driftJson(result);
    }
    case 'markdown': {
      const { driftMarkdown } = await import('../../report/drift/drift-markdown.ts');
      return () => [driftMarkdown(result)];
    }
    case 'plain':
    case 'pretty': {
      const { driftPretty } = await import('../../report/drift/drift-pretty.ts');
      return () => [driftPretty(result, format === 'plain' ? PLAIN_VIEW : view)];
    }
  }
}
