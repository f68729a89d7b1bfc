import { mondayOf, todayIn, weekOf } from '../../dates.ts';
import { sentenceOnWish, wrongWishes } from '../../drafting/blank-plan.ts';
import type { Division } from '../../drafting/import/divisions.ts';
import { channelNamed } from '../../exchange/channel-names.ts';
import { scheduleReader } from '../../exchange/read/read-schedule.ts';
import type { Schedule } from '../../exchange/rows.ts';
import type { Io } from '../../io.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { CONFIG_NAME } from '../../policy/policy.ts';
import { NO_POLICY } from '../../policy/team-policy.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { didYouMean, filledOf, listedNames, quoted } from '../../text/words.ts';
import { type Config, type ConfigChoice, Configs } from '../../workspace/configs.ts';
import { inTime } from '../../workspace/deadline.ts';
import { nameFrom, pathFrom, readUpTo, STANDARD_INPUT, whyNot, whyNotNamed } from '../../workspace/files.ts';
import { isPlanFile } from '../../workspace/plan-file.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { type SheetCheckOptions, sheetTerms } from '../../workspace/sheet-terms.ts';
import type { Shares } from '../../workspace/starter/answers.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
import { inOneSentence } from './drift-plan.ts';
import { type Destination, destinationOf, folderOfPlans } from './import-places.ts';

/** The options of `cmplan import`. */
export interface ImportOptions extends SheetCheckOptions {
  readonly config?: ConfigChoice;
  /**
   * A folder, a file that ends in `.yaml`, or `-` for standard output. If undefined: the folder in which `cmplan new`
   * writes plans.
   */
  readonly output?: string;
  readonly by?: Division;
  /** The category that each name in the sheet stands for, by name. */
  readonly category?: ReadonlyMap<string, string>;
  /** The names that the sheet has in place of a category for posts that are unplanned. */
  readonly unplanned?: readonly string[];
  readonly mix?: Shares;
  /** Whether to write the categories that names stand for into the config. */
  readonly save?: boolean;
  /** The channel of the rows that do not name one. */
  readonly channel?: string;
  readonly timezone?: string;
  /** The names of the columns to leave out. */
  readonly drop?: readonly string[];
  readonly dryRun?: boolean;
  /** Whether to overwrite existing files. */
  readonly force?: boolean;
}

/** A sheet that was read, with the destination and the settings of the plans that are made from it. */
export interface OpenedSheet {
  readonly name: string;
  readonly schedule: Schedule;
  readonly destination: Destination;
  /** The config that applies to the working directory; null if there is none. */
  readonly home: Config | null;
  /** The config that applies to the folder of the plans; null if there is none. */
  readonly config: Config | null;
  readonly terms: PlanTerms;
  readonly timezone: string | null;
}

/**
 * Reads the sheet from which plans are made, and returns it with the destination and the settings of the plans.
 *
 * @param path - the path of the sheet, or `-` for standard input
 * @throws {Refusal} if an option cannot be used, or if the sheet or a config cannot be read
 */
export async function openedSheet(path: string, options: ImportOptions, io: Io): Promise<OpenedSheet> {
  const { cwd } = io;
  const { from, to, start } = options;
  if (from !== undefined && to !== undefined && to < from)
    throw new Refusal(`--to: ${to} is before ${from} (--from); write the earlier day after --from`);
  const destination = destinationOf(options.output, cwd);
  const configs = new Configs(cwd, options.config, RULE_NAMES);
  const home = await configs.for(cwd);
  if (home === 'broken') throw new Refusal(configs.failures);
  const config = await configs.for(await folderOfPlans(destination, home, cwd));
  if (config === 'broken') throw new Refusal(configs.failures);
  const terms = { policy: config ?? NO_POLICY, inline: true };
  refuseWrong(options, terms, config);
  const timezone = options.timezone ?? terms.policy.timezone;
  const name = path === STANDARD_INPUT ? path : nameFrom(cwd, pathFrom(cwd, path));
  const bytes = await bytesOf(path, name, io);
  if (inTime('reading the sheet', () => isPlanFile(bytes, path === STANDARD_INPUT ? null : name)))
    throw new Refusal(`${quoted(name)} is already a plan; check it with cmplan check ${name}`);
  const around = start ?? from ?? mondayOf(weekOf(todayIn(timezone, io.now())));
  const channels = [...terms.policy.channels.map((each) => each.name), ...filledOf([options.channel ?? ''])];
  const reading = sheetTerms(options, terms.policy, { channels, timezone, around });
  try {
    const read = await scheduleReader(name, bytes);
    const schedule = inTime('reading the sheet', () => read(bytes, reading));
    return { name, schedule, destination, home, config, terms, timezone };
  } catch (error) {
    throw inOneSentence(error, name);
  }
}

function refuseWrong(options: ImportOptions, { policy }: PlanTerms, config: Config | null): void {
  const { channel, timezone, mix, save } = options;
  const wishes = {
    week: null,
    channels: channel === undefined ? null : [channel],
    timezone: timezone ?? null,
    mix: mix ?? null,
  };
  const wrong = wrongWishes(wishes, policy).map(sentenceOnWish);
  if (wrong.length > 0) throw new Refusal(wrong);
  if (save === true && config === null)
    throw new Refusal(
      `--save: there is no ${CONFIG_NAME} to write the names into; make one with cmplan init, or leave out --save`,
    );
  const known = policy.channels.map(({ name }) => name);
  if (channel === undefined || known.length === 0 || channelNamed(channel, known) !== undefined) return;
  throw new Refusal(
    `--channel: ${quoted(channel)} is not a channel of ${CONFIG_NAME}${didYouMean(channel, known) || `, which has ${listedNames(known, 'and')}`}`,
  );
}

async function bytesOf(path: string, name: string, io: Io): Promise<Uint8Array> {
  const file = pathFrom(io.cwd, path);
  try {
    return path === STANDARD_INPUT ? await io.readStdin(MOST_BYTES) : readUpTo(file, MOST_BYTES);
  } catch (error) {
    const [subject, why] =
      path === STANDARD_INPUT ? ['standard input', whyNot(error)] : [quoted(name), whyNotNamed(error, file)];
    throw new Refusal(`${subject} ${why}`);
  }
}
