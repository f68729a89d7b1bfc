import {
  addDays,
  DAYS_IN_WEEK,
  type Day,
  dayCount,
  isTimeZone,
  LAST_DAY,
  spokenDay,
  todayIn,
  weekOf,
} from '../../dates.ts';
import { blankPlan, daysOfTemplate, type MadeBlank } from '../../drafting/blank-plan.ts';
import type { PerDayWish } from '../../drafting/per-day.ts';
import { weekMeant } from '../../drafting/week-meant.ts';
import type { Io } from '../../io.ts';
import { notAWeek } from '../../plan/period.ts';
import { DEFAULT_PLANS } from '../../policy/policy.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { counted, quoted } from '../../text/words.ts';
import { termsOf } from '../../workspace/checking-options.ts';
import { type Config, type ConfigChoice, Configs } from '../../workspace/configs.ts';
import { inTime } from '../../workspace/deadline.ts';
import { targetOrigins } from '../../workspace/effective-settings.ts';
import { folderOf, isFolder, isTaken, nameFrom, pathFrom } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { TeamPlans } from '../../workspace/team-plans.ts';
import {
  isThere,
  makeFolder,
  type NewPlace,
  placeFor,
  whyNotInto,
  whyNotWritten,
  writeWhole,
} from '../../workspace/writing.ts';
import type { Sentence } from '../../yaml/places.ts';
import { orRefuse, refuseLostFolder, say } from '../notices.ts';
import { notesOnChannels } from './channel-notes.ts';
import { PlansBefore } from './new-before.ts';
import { notesOnDays, readLike, refuseBesideLike } from './new-like.ts';
import { notesOnNoSlots, notesOnStaying, notesOnStrangers, slotsByChannel } from './new-notes.ts';
import { type FoundTemplate, readTemplate } from './template.ts';

/** The options of `cmplan new`. */
export interface NewOptions {
  readonly config?: ConfigChoice;
  /**
   * The path for the new plan, or `-` for standard output. If undefined: a file named after the week, in the folder of
   * the team's plans.
   */
  readonly output?: string;
  readonly channel?: readonly string[];
  readonly perDay?: number;
  /** The categories, each with its percentage as the user typed it. */
  readonly mix?: readonly (readonly [category: string, percent: string])[];
  readonly timezone?: string;
  /** The name of a template, or its path. */
  readonly template?: string;
  /** False for `--no-carry`: the mix of the new plan does not make up for an imbalance in earlier plans. */
  readonly carry?: boolean;
  /** An earlier plan, whose weekdays, times, channels and formats the new plan repeats: its path, or `last`. */
  readonly like?: string;
  /** Whether to overwrite an existing file at `output`. */
  readonly force?: boolean;
}

const STDOUT = '-';
/**
 * The name of the template that is used if the user does not name one. It sets no targets, so that the team's own
 * targets apply.
 */
export const DEFAULT_TEMPLATE = 'minimal';

/**
 * Writes a new plan for a week, with open slots: posts that still need a title or a text.
 *
 * @param week - `2026-W48`, a date in that week, `this` or `next`; if undefined, the days of the template or, if it has
 * none, next week
 * @returns the exit status: 0 for success; 2 if the plan could not be made or written
 */
export function newPlan(week: string | undefined, options: NewOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    refuseLostFolder(io);
    await write(await makePlan(week, options, io), options, io);
    return 0;
  });
}

/** A plan that is ready to be written. */
interface MadePlan {
  readonly text: string;
  /** The absolute path of the plan. */
  readonly file: string;
  /** The last day of the plan. */
  readonly to: Day;
  /** Returns where a plan with another name, such as `2026-W49`, would be written. */
  readonly place: (name: string) => Promise<NewPlace>;
  readonly hasSlots: boolean;
  /** Sentences about the number of slots and the days of the plan. */
  readonly summary: readonly string[];
  /** Sentences about whatever may surprise the user, such as a plan without open slots. */
  readonly notes: readonly Sentence[];
}

async function makePlan(asked: string | undefined, options: NewOptions, io: Io): Promise<MadePlan> {
  const { cwd } = io;
  const configs = new Configs(cwd, options.config, RULE_NAMES);
  const home = await configs.for(cwd);
  if (home === 'broken') throw new Refusal(configs.failures);
  refuseBesideLike(options);
  const { given, timezone, span } = inTime('the new plan', () => {
    const template = readTemplate(options.template ?? DEFAULT_TEMPLATE, home?.folder ?? cwd, cwd);
    return { given: template, ...daysOfTemplate(template) };
  });
  const zone = options.timezone ?? timezone ?? home?.timezone ?? null;
  const today = todayIn(zone !== null && isTimeZone(zone) ? zone : null, io.now());
  const meant = weekMeant(asked ?? 'next', today);
  if ('problem' in meant) throw new Refusal(meant.problem);
  const week = asked === undefined && span !== null ? null : meant.week;
  const name = week ?? `${span?.from}--${span?.to}`;
  const place = (each: string) => placeFor(each, home?.plans ?? [DEFAULT_PLANS], home?.folder ?? cwd);
  const { file, isReached } =
    options.output === undefined
      ? await place(name)
      : { file: outputFile(options.output, cwd), isReached: true };
  const config = options.output === STDOUT ? home : await configs.for(folderOf(file));
  if (config === 'broken') throw new Refusal(configs.failures);
  const future = options.output === STDOUT ? (await place(name)).file : file;
  const found = { given, week, weekOfLike: meant.week, file, future, place, isReached, home, config };
  return inTime('the new plan', () => fill(found, options, cwd));
}

/** What is known of a new plan before it is filled. */
interface FoundPlace extends Pick<MadePlan, 'file' | 'place'> {
  readonly given: FoundTemplate;
  /** The ISO week of the plan; null when the template has its days. */
  readonly week: string | null;
  /** The ISO week before which `--like` looks for a plan. */
  readonly weekOfLike: string;
  /** The absolute path of the plan or, when it goes to standard output, of the file where it may be saved. */
  readonly future: string;
  readonly isReached: boolean;
  /** The config of the working directory. */
  readonly home: Config | null;
  /** The config of the folder of the plan. */
  readonly config: Config | null;
}

function fill(found: FoundPlace, options: NewOptions, cwd: string): MadePlan {
  const { given, week, weekOfLike, file, future, place, isReached, home, config } = found;
  const terms = termsOf(config, {});
  const carries = options.carry !== false;
  const needsTeam = options.config !== false && (carries || options.like !== undefined);
  const team = needsTeam ? new TeamPlans(cwd).teamOf(future, config, terms) : null;
  const like =
    options.like === undefined ? null : readLike(options.like, { team, week: weekOfLike, terms, cwd });
  const template = like === null ? given : { ...like.template, kind: 'file' as const };
  const history = team === null || !carries ? null : new PlansBefore(team, future, terms, cwd);
  const made = blankPlan(template, {
    ...terms,
    like: like?.slots ?? null,
    before: (plan, channel) => history?.before(plan, channel) ?? [],
    wishes: {
      week,
      timezone: options.timezone ?? null,
      channels: options.channel ?? null,
      mix: options.mix ?? null,
    },
    perDay: perDayOf(options, template, config),
  });
  if ('problems' in made) throw new Refusal(made.problems);
  const channels = options.channel ?? [];
  const notes: Sentence[] = [
    ...(like?.notes ?? []),
    ...(history?.notes() ?? []),
    ...made.notes,
    ...(like === null ? [] : notesOnDays(made.text, nameFrom(cwd, file), terms)),
    ...notesOnNoSlots(made, like !== null),
    ...notesOnStaying(made, template),
    ...notesOnChannels(channels),
    ...notesOnStrangers(channels, config),
  ];
  const isIgnored = config?.isIgnored(file) === true;
  if (!isReached || isIgnored) {
    const why = isIgnored ? `${config?.name} ignores it` : `${home?.name} says that plans are elsewhere`;
    notes.push(`cmplan check will not find ${quoted(nameFrom(cwd, file))}: ${why}`);
  }
  return {
    text: made.text,
    file,
    to: made.to,
    place,
    hasSlots: made.slots.length > 0,
    summary: summaryOf(made),
    notes,
  };
}

/** The number in `--per-day`, with a function that says where a target that contradicts it is set; null without it. */
function perDayOf({ perDay }: NewOptions, template: FoundTemplate, config: Config | null): PerDayWish | null {
  if (perDay === undefined) return null;
  const originOf = targetOrigins(template, config);
  return {
    posts: perDay,
    placeOf: (channel, target) => {
      const from = originOf(channel, target);
      const isCopied = template.kind === 'built-in' && from?.file === template.name;
      return isCopied ? `a copy of the template ${template.name}` : from && `${from.file}:${from.line}`;
    },
    config: config?.name ?? null,
  };
}

function summaryOf({ slots, posts, from, to }: MadeBlank): readonly string[] {
  const beside = posts === 0 ? '' : ` and ${counted(posts, 'post')} of the template`;
  const byChannel = slotsByChannel(slots);
  return [
    `${counted(slots.length, 'open slot')}${beside} from ${spokenDay(from)} to ${spokenDay(to)}`,
    ...(byChannel === null ? [] : [`That is ${byChannel}: posts_per_day counts for each channel separately`]),
  ];
}

function outputFile(output: string, cwd: string): string {
  if (output.trim() === '')
    throw new Refusal('-o: the name of the file is empty; name a file, or - for standard output');
  const file = pathFrom(cwd, output);
  if (isFolder(file) || /[/\\]$/.test(output)) {
    throw new Refusal(`${quoted(output)} is a folder; name a file in it`);
  }
  return file;
}

/** How many weeks are searched for one without a file: more than a year. */
const MOST_WEEKS = 60;

async function adviceOnTaken({ to, place }: MadePlan, output: string | undefined): Promise<string> {
  const free = output === undefined ? await freeWeekAfter(to, place) : null;
  const suchAs = free === null ? '' : `, such as cmplan new ${free}`;
  return `; name another ${output === undefined ? 'week' : 'file'}${suchAs}, or overwrite it with --force`;
}

/** The first week without a file after a day; null when there is none among the next 60 weeks or in the calendar. */
async function freeWeekAfter(day: Day, place: MadePlan['place']): Promise<string | null> {
  const most = Math.min(dayCount(day, LAST_DAY) - 1, MOST_WEEKS * DAYS_IN_WEEK);
  for (let later = 1; later <= most; later += DAYS_IN_WEEK) {
    const week = weekOf(addDays(day, later));
    if (notAWeek(week) !== null) break;
    if (!isTaken((await place(week)).file)) return week;
  }
  return null;
}

async function write(plan: MadePlan, options: NewOptions, io: Io): Promise<void> {
  const { text, file, hasSlots, summary, notes } = plan;
  const { output, force = false } = options;
  if (output === STDOUT) io.stdout.write(text);
  else {
    const name = nameFrom(io.cwd, file);
    const why = whyNotInto(file);
    if (why !== null) throw new Refusal(`${quoted(name)} ${why}`);
    try {
      if (output === undefined) makeFolder(folderOf(file));
      writeWhole(file, text, force, io.undisturbed);
    } catch (error) {
      const advice = isThere(error) ? await adviceOnTaken(plan, output) : '';
      throw new Refusal(`${quoted(name)} ${whyNotWritten(error)}${advice}`);
    }
    if (io.stdout.isTerminal) {
      const next = hasSlots ? [`Write a title into each of its lines, then run: cmplan check ${name}`] : [];
      const [first = '', ...others] = summary;
      const lines = [`${name}: ${first}`, ...others, ...next].map((line) => `${visible(line)}\n`);
      io.stdout.write(withoutCommands(lines.join('')));
    }
  }
  await say(notes, io);
}
