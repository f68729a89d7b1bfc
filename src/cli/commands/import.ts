import { addDays, DAYS_IN_WEEK, mondayOf, todayIn, weekOf } from '../../dates.ts';
import { unguarded } from '../../drafting/import/cells.ts';
import {
  type DividedSheet,
  dividedSheet,
  type Imported,
  importPlans,
} from '../../drafting/import/import-plans.ts';
import { OwnKeys } from '../../drafting/import/own-keys.ts';
import type { HeadWishes } from '../../drafting/import/plan-head.ts';
import { channelsOfPlan, SheetNames } from '../../drafting/import/sheet-names.ts';
import { channelNamed } from '../../exchange/channel-names.ts';
import { noteSentences } from '../../exchange/reading-notes.ts';
import type { Schedule, ScheduledIdea } from '../../exchange/rows.ts';
import type { Io } from '../../io.ts';
import { didYouMean, filledOf, folded, listed, quoted } from '../../text/words.ts';
import { inTime } from '../../workspace/deadline.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { Asking, NOTHING_WRITTEN } from '../asking.ts';
import { orRefuse, refuseLostFolder, say } from '../notices.ts';
import { inOneSentence } from './drift-plan.ts';
import { meaningsOf, readCategory } from './import-names.ts';
import { notesOnImport, sentenceOnAnswers } from './import-notes.ts';
import { placesFor, refuseSeveral } from './import-places.ts';
import { configWithAliases } from './import-save.ts';
import { type ImportOptions, type OpenedSheet, openedSheet } from './import-sheet.ts';
import { listOfFiles, writeConfig, writePlans } from './import-writing.ts';

/**
 * Makes plans from a sheet, and writes the plans.
 *
 * @param path - the path of the sheet, or `-` for standard input
 * @returns the exit status: 0 for success; 2 if something could not be read, made or written, if the category that a
 * name in the sheet stands for is unknown, or if the user ends the input
 */
export function importSheet(path: string, options: ImportOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    refuseLostFolder(io);
    await importInto(path, options, null, io);
    return 0;
  });
}

/**
 * Makes plans from a sheet, and writes the plans.
 *
 * @param path - the path of the sheet, or `-` for standard input
 * @param asking - a dialogue with the user that has already begun; null to begin one when there is something to ask
 * @throws {Refusal} if something could not be read, made or written, if the category that a name in the sheet stands
 * for is unknown, or if the user ends the input
 */
export async function importInto(
  path: string,
  options: ImportOptions,
  asking: Asking | null,
  io: Io,
): Promise<void> {
  const sheet = await openedSheet(path, options, io);
  const marked = { ...sheet, schedule: withUnplanned(sheet.schedule, options.unplanned ?? []) };
  const divided = dividedOf(marked, options, io);
  // Before any question, so that no answer is lost.
  await refuseWhereNothingFits(divided, marked, options, io);
  const made = await madePlans(divided, marked, options, asking, io);
  await write(made, marked, options, io);
}

/** A schedule whose posts are unplanned if the sheet has one of these names in place of their category. */
function withUnplanned(schedule: Schedule, names: readonly string[]): Schedule {
  const unplanned = new Set(names.map(folded));
  const isMarked = (row: ScheduledIdea) => namesIn(row).some((name) => unplanned.has(folded(name)));
  return {
    ...schedule,
    rows: schedule.rows.map((row) => (isMarked(row) ? { ...row, unplanned: true } : row)),
  };
}

function dividedOf({ schedule, name, timezone }: OpenedSheet, options: ImportOptions, io: Io): DividedSheet {
  const { by = null, from = null, to = null } = options;
  const monday = mondayOf(weekOf(from ?? addDays(todayIn(timezone, io.now()), DAYS_IN_WEEK)));
  const sunday = addDays(monday, DAYS_IN_WEEK - 1);
  const week = weekOf(monday);
  return inSentence(name, () =>
    dividedSheet(schedule, schedule.slots(), {
      by,
      wanted: { from, to },
      week: { name: week, span: { week }, from: monday, to: sunday, rows: [] },
    }),
  );
}

async function refuseWhereNothingFits(
  { portions, leftOut, schedule }: DividedSheet,
  { name, destination, home }: OpenedSheet,
  options: ImportOptions,
  io: Io,
): Promise<void> {
  if (portions.length === 0) {
    await say([...noteSentences(schedule.notes, name), ...noteSentences(leftOut, name)], io);
    throw new Refusal(
      `${quoted(name)} has nothing that becomes a post, an open slot or an idea, so ${NOTHING_WRITTEN}`,
    );
  }
  refuseSeveral(portions.length, destination);
  if (destination.kind === 'stdout') return;
  await placesFor(portions, destination, { home, cwd: io.cwd, isForced: options.force === true });
}

/** The plans of a sheet, ready to be written. */
interface MadePlans {
  readonly imported: Imported;
  readonly keys: OwnKeys;
  /** What the user says or answers about names in the sheet, by name. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Those of the `meanings` that the user has answered. */
  readonly answers: ReadonlyMap<string, string>;
}

async function madePlans(
  divided: DividedSheet,
  sheet: OpenedSheet,
  options: ImportOptions,
  asking: Asking | null,
  io: Io,
): Promise<MadePlans> {
  const { schedule, terms, name, timezone, config } = sheet;
  const all = [...divided.portions.flatMap(({ rows }) => rows.map(({ row }) => row)), ...schedule.ideas];
  const channels = channelsOfPlan(all, terms, options.channel ?? null);
  const head: HeadWishes = {
    timezone: timezone === (config?.timezone ?? null) ? null : timezone,
    channels: terms.policy.channels.length > 0 || channels.length === 0 ? null : channels,
    mix: options.mix ?? null,
  };
  const given = options.channel === undefined ? undefined : channelNamed(options.channel, channels);
  const dropped = droppedColumns(schedule, all, options.drop ?? []);
  const plain = inTime('the import', () => new SheetNames(head, terms, given));
  await say(
    [
      ...onStrangers('category', [...(options.category?.keys() ?? [])], all),
      ...onStrangers('unplanned', options.unplanned ?? [], schedule.rows),
    ],
    io,
  );
  const said = new Map(
    [...(options.category ?? [])].map(([word, category]) => [word, saidCategory(word, category, plain)]),
  );
  const names = said.size === 0 ? plain : new SheetNames(head, terms, given, said);
  const unknown = inTime('the import', () => names.unknownCategories(all));
  const answers = await askedFor(unknown, names, { sheet: name, asking }, io);
  const meanings = new Map([...said, ...answers]);
  const keys = new OwnKeys(schedule, dropped);
  const imported = inSentence(name, () =>
    importPlans(divided, {
      ...terms,
      names: answers.size === 0 ? names : new SheetNames(head, terms, given, meanings),
      keys,
      head,
    }),
  );
  return { imported, keys, meanings, answers };
}

function inSentence<Result>(name: string, work: () => Result): Result {
  try {
    return inTime('the import', work);
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

/** A sentence on each name in an option that no row of the sheet has: it may be for another sheet. */
function onStrangers(
  option: 'category' | 'unplanned',
  words: readonly string[],
  rows: readonly ScheduledIdea[],
): readonly string[] {
  const names = new Set(rows.flatMap(namesIn));
  const known = new Set([...names].map(folded));
  const strangers = words.filter((word) => !known.has(folded(word)));
  return strangers.map(
    (word) => `--${option}: no row of the sheet has the name ${quoted(word)}${didYouMean(word, [...names])}`,
  );
}

/** The names from which the category of a row is taken. */
function namesIn({ category, labels }: ScheduledIdea): readonly string[] {
  return (category === null ? labels : [category, ...labels]).map(unguarded);
}

/** The category in an option `--category`. Throws if there is none, or if the name is itself a category. */
function saidCategory(word: string, category: string, names: SheetNames): string {
  const reading = readCategory(category, names);
  if ('problem' in reading) throw new Refusal(`--category: ${reading.problem}`);
  if (names.categories.includes(word) && word !== reading.value)
    throw new Refusal(
      `--category: ${quoted(word)} is itself a category of the mix, so it cannot stand for another one`,
    );
  return reading.value;
}

async function askedFor(
  unknown: ReturnType<SheetNames['unknownCategories']>,
  names: SheetNames,
  { sheet, asking }: { readonly sheet: string; readonly asking: Asking | null },
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  if (asking !== null || unknown.length === 0)
    return meaningsOf(unknown, names, sheet, asking ?? new Asking(null, io));
  const questions = (await io.openQuestions?.()) ?? null;
  try {
    return await meaningsOf(unknown, names, sheet, new Asking(questions, io));
  } finally {
    questions?.close();
  }
}

/** What a post cannot be without, as far as the sheet has it. */
const NEEDED: ReadonlySet<string> = new Set(['date', 'week', 'day', 'time', 'channel', 'title', 'text']);

function droppedColumns(
  { columns }: Schedule,
  rows: readonly ScheduledIdea[],
  names: readonly string[],
): ReadonlySet<number> {
  const needed = new Map(
    [...(rows[0]?.columns ?? [])].flatMap(([role, index]) =>
      NEEDED.has(role) ? [[index, role] as const] : [],
    ),
  );
  return new Set(
    names.flatMap((name) => {
      const found = [...columns.entries()].filter(([, column]) => folded(column) === folded(name));
      const role = found.map(([index]) => needed.get(index)).find((each) => each !== undefined);
      if (role !== undefined) {
        throw new Refusal(
          `--drop: the column ${quoted(name)} has the ${role} of the posts, which a plan needs; delete it in the sheet if you want plans without it`,
        );
      }
      if (found.length > 0) return found.map(([index]) => index);
      const named = filledOf(columns);
      const advice =
        didYouMean(name, named) ||
        (named.length > 0 ? `; its columns are ${listed(named, 'and', quoted)}` : '');
      throw new Refusal(`--drop: the sheet has no column ${quoted(name)}${advice}`);
    }),
  );
}

async function write(
  { imported, keys, meanings, answers }: MadePlans,
  { name, schedule, destination, home, config }: OpenedSheet,
  options: ImportOptions,
  io: Io,
): Promise<void> {
  const { plans } = imported;
  const notes = [
    ...(options.save === true ? [] : sentenceOnAnswers(answers)),
    ...notesOnImport(imported, schedule, keys, name),
  ];
  const saved =
    options.save === true && config !== null && meanings.size > 0
      ? await configWithAliases(config, meanings, io)
      : null;
  if (destination.kind === 'stdout') {
    if (options.dryRun !== true) io.stdout.write(plans[0]?.text ?? '');
  } else {
    const placed = await placesFor(plans, destination, {
      home,
      cwd: io.cwd,
      isForced: options.force === true,
    });
    if (options.dryRun !== true) writePlans(placed, options.force === true, io);
    if (options.dryRun === true || io.stdout.isTerminal)
      io.stdout.write(listOfFiles(placed, options.dryRun === true, io));
  }
  if (saved !== null && options.dryRun !== true) writeConfig(saved, io);
  await say(notes, io);
}
